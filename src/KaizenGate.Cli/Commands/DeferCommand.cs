using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Cli.Items;
using KaizenGate.Editing.Workflow;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>defer</c>: puts an improvement off, with the reason and the day to look at it again.</summary>
internal static class DeferCommand
{
    public static Command Create(Host host)
    {
        var id = new Argument<string>("ID") { Description = "The improvement: its id in any case, or its title." };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why." };
        var until = new Option<string?>("--until")
        {
            HelpName = "DATE",
            Description = "When to look at it again, year-month-day.",
        };
        var options = new ItemOptions();
        var command = new ExplainedCommand(
            "defer",
            "Puts an improvement off, with the reason and the day to look at it again.",
            new Example("defer IMP-004 --reason \"waits for the new runner\" --until 2026-06-01", "not now")
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
            var why = parsed.GetValue(reason) ?? new Questions(host).Ask("Why?");
            if (string.IsNullOrWhiteSpace(why))
            {
                throw new InputException(
                    new InputError("there is no reason", "Say why with --reason, so that nobody has to ask again.")
                );
            }

            var day = AsOf.Day(parsed.GetValue(until), "--until");
            var (edit, item) = run.Change(
                parsed.GetValue(id)!,
                options.IsDryRun(parsed),
                (manuscript, found) => Progress.Defer(manuscript, found, why, day)
            );
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now => $"{now.Name}: {StatusText.Words(now.Status)}",
                day is null ? $"defer {ItemAnswer.NameOf(item)} --reason \"…\" --until DATE" : null
            );
            return ExitStatus.Open;
        });
        return command;
    }
}
