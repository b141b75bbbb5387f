using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Cli.Items;
using KaizenGate.Editing.Workflow;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>reject</c>: decides against an improvement, with the reason.</summary>
internal static class RejectCommand
{
    public static Command Create(Host host)
    {
        var id = new Argument<string>("ID") { Description = "The improvement: its id in any case, or its title." };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why." };
        var options = new ItemOptions();
        var command = new ExplainedCommand(
            "reject",
            "Decides against an improvement, with the reason.",
            new Example("reject IMP-004 --reason \"the vendor solves it\"", "not at all")
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
                throw new InputException(
                    new InputError("there is no reason", "Say why with --reason, so that nobody has to ask again.")
                );
            }

            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (manuscript, found) => Progress.Reject(manuscript, found, why)
            );
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now => $"{now.Name}: {StatusText.Words(now.Status)}",
                null
            );
            return ExitStatus.Open;
        });
        return command;
    }
}
