using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>reopen</c>: takes up an improvement again.</summary>
internal static class ReopenCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why it is reopened." };
        var options = new ItemOptions();
        ItemSuggestions.AddTo(
            id,
            host,
            options,
            item => item.Status is Status.Done or Status.Rejected or Status.Deferred
        );
        var command = new ExplainedCommand(
            "reopen",
            "Reopens a completed, rejected or deferred improvement. Removes the day of its completion, or the reason and the review date.",
            new Example("reopen IMP-004 --reason \"slow again since March\"", "back to do")
        )
        {
            id,
            reason,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var why = parsed.GetValue(reason);
            if (why is not null && string.IsNullOrWhiteSpace(why))
            {
                throw new InputException("--reason is empty", "Add a text, or omit the option.");
            }

            var run = new ItemRun(host, parsed, options);
            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (document, found) => Reopening.Of(document, found, why)
            );
            var reference = ItemReference.Of(item);
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now => $"{now.Name}: {StatusText.Words(now.Status)}",
                item.Score is null ? $"score {reference} --impact N --effort N" : $"start {reference}"
            );
            return ExitCode.Passed;
        });
        return command;
    }
}
