using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>defer</c>: postpones an improvement.</summary>
internal static class DeferCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why it is deferred." };
        var until = new Option<string?>("--until")
        {
            HelpName = "DATE",
            Description = "When to review it again (YYYY-MM-DD).",
        };
        var options = new ItemOptions();
        ItemSuggestions.AddTo(id, host, options, item => item.IsOpen);
        var command = new ExplainedCommand(
            "defer",
            "Defers an improvement. Records the reason and the date to review it again.",
            new Example("defer IMP-004 --reason \"needs the new runner\" --until 2026-06-01", "not now")
        )
        {
            id,
            reason,
            until,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var day = AsOf.NotBefore(options.Today(parsed, host), parsed.GetValue(until), "--until");
            var why = parsed.GetValue(reason) ?? new Questions(host).Ask("Why?");
            if (string.IsNullOrWhiteSpace(why))
            {
                throw new InputException("the reason is missing", "Add --reason TEXT.");
            }

            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (document, found) => Transitions.Defer(document, found, why, day)
            );
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now => $"{now.Name}: {StatusText.Words(now.Status)}",
                day is null ? $"defer {ItemReference.Of(item)} --reason 'REASON' --until DATE" : null
            );
            return ExitCode.Passed;
        });
        return command;
    }
}
