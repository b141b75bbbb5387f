using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>seen</c>: the same problem again.</summary>
internal static class SeenCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var evidence = new Option<string?>("--evidence")
        {
            HelpName = "TEXT",
            Description = "What showed it: a run, a command, a message, a file.",
        };
        var reopen = new Option<bool>("--reopen")
        {
            Description = "Also reopen it if it is completed, rejected or deferred.",
        };
        var options = new ItemOptions();
        ItemSuggestions.AddTo(id, host, options, _ => true);
        var command = new ExplainedCommand(
            "seen",
            "Records that the problem of an improvement was seen again, instead of adding a duplicate. Sightings decide between equal improvements in `plan`, and are a reason to raise the impact.",
            new Example("seen IMP-004 --evidence \"run 412: restore took 6 min\"", "add a sighting of today"),
            new Example("seen IMP-004 --reopen", "it was completed, and the problem is back")
        )
        {
            id,
            evidence,
            reopen,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var today = options.Today(parsed, host);
            var name = parsed.GetValue(id)!;
            var questions = new Questions(host);
            var text = parsed.GetValue(evidence) ?? Asked(run, questions, name);
            if (parsed.GetValue(evidence) is { } given && string.IsNullOrWhiteSpace(given))
            {
                throw new InputException("--evidence is empty", "Add a text, or omit the option.");
            }

            var reopens = parsed.GetValue(reopen) || WantsToReopen(run, questions, name);
            var (edit, item) = run.Change(
                name,
                options.IsDryRun(parsed),
                (document, found) => Step(document, found, today, text, reopens)
            );
            new ItemAnswer(run, options.IsJson(parsed), options.IsDryRun(parsed)).Write(
                edit,
                [item],
                now => $"{now.Name}: {SightingAnswer.Of(now, edit.IsChange)}",
                SightingAnswer.Next(item),
                [item]
            );
            return ExitCode.Passed;
        });
        return command;
    }

    private static EditableBacklog Step(
        EditableBacklog document,
        Improvement item,
        DateOnly day,
        string? evidence,
        bool reopens
    )
    {
        var after = SightingEdit.Add(document, item, day, evidence);
        return reopens && !item.IsActive ? Reopening.Of(after, ItemEdits.Find(after, item), null) : after;
    }

    private static string? Asked(ItemRun run, Questions questions, string name)
    {
        if (questions.CanAsk)
        {
            // An unknown improvement is an error before any question about it.
            run.Find(name);
        }

        return questions.Ask("Evidence, such as a run or a message (Enter to skip):");
    }

    private static bool WantsToReopen(ItemRun run, Questions questions, string name)
    {
        if (!questions.CanAsk || run.Find(name).Item is not { IsActive: false } item)
        {
            return false;
        }

        run.Host.ErrorText.WriteLine(LogText.Of($"{item.Name} is {StatusText.Words(item.Status)}."));
        return questions.IsYes("Reopen it? [Y/n]");
    }
}
