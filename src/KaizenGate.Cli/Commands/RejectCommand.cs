using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>reject</c>: rejects an improvement.</summary>
internal static class RejectCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why it is rejected." };
        var options = new ItemOptions();
        ItemSuggestions.AddTo(id, host, options, item => item.IsOpen);
        var command = new ExplainedCommand(
            "reject",
            "Rejects an improvement. Records the reason.",
            new Example("reject IMP-004 --reason \"the vendor solves it\"", "record the decision")
        )
        {
            id,
            reason,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var why = parsed.GetValue(reason) ?? new Questions(host).Ask("Why?");
            if (string.IsNullOrWhiteSpace(why))
            {
                throw new InputException("the reason is missing", "Add --reason TEXT.");
            }

            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (document, found) => Transitions.Reject(document, found, why)
            );
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now => $"{now.Name}: {StatusText.Words(now.Status)}",
                null
            );
            return ExitCode.Passed;
        });
        return command;
    }
}
