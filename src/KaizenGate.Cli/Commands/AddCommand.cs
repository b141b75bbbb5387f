using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Cli.Commands;

/// <summary><c>add</c>: captures improvements.</summary>
internal static class AddCommand
{
    public static Command Create(Host host)
    {
        var title = new Argument<string?>("TITLE")
        {
            Description =
                "What could be better, on one line; or - to read a JSON object or an array of objects from standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var values = ItemValues.All.ToDictionary(
            value => value,
            value => new Option<string?>($"--{value.Option}") { HelpName = value.HelpName, Description = value.Help }
        );
        var allows = new Option<bool>("--allow-duplicate")
        {
            Description = "Add it even if it looks like a duplicate.",
        };
        var seen = new Option<bool>("--seen")
        {
            Description = "If it looks like a duplicate, record that the one that exists was seen again.",
        };
        var evidence = new Option<string?>("--evidence")
        {
            HelpName = "TEXT",
            Description =
                "What showed it: a run, a command, a message, a file. The evidence of the sighting, or the current state of a new improvement without one.",
        };
        var options = new ItemOptions();
        var command = new ExplainedCommand(
            "add",
            "Captures an improvement and prints its id. It goes to the section for its score, formatted like the improvements around it.",
            new Example("add 'Cache the fonts' --impact 7 --effort 2", "capture and score"),
            new Example("add 'Cache the fonts' --dry-run", "preview the change"),
            new Example("add 'Cache the fonts' --seen --evidence 'run 412'", "or a sighting of the one that exists"),
            new Example("add --json - < found.json", "capture the findings of a program")
        )
        {
            title,
        };
        foreach (var option in values.Values)
        {
            command.Add(option);
        }

        command.Add(allows);
        command.Add(seen);
        command.Add(evidence);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var today = options.Today(parsed, host);
            var name = parsed.GetValue(title);
            var showing = parsed.GetValue(evidence);
            if (showing is not null && string.IsNullOrWhiteSpace(showing))
            {
                throw new InputException("--evidence is empty", "Add a text, or omit the option.");
            }

            if (parsed.GetValue(allows) && parsed.GetValue(seen))
            {
                throw new InputException("--allow-duplicate and --seen cannot be used together", "Remove one of them.");
            }

            var given = values
                .Select(one => (one.Key, Text: parsed.GetValue(one.Value)))
                .Where(one => one.Text is not null)
                .Select(one => (one.Key.Field, ItemValues.Checked(one.Key, one.Text!, run.Settings.Scoring)))
                .ToImmutableArray();
            var items =
                name is CommonArguments.StandardInput
                    ? NewItemJson.Read(host.Input.ReadToEnd(), run.Settings.Scoring, today)
                    : [Asked(new Questions(host), name, given, run.Settings.Scoring, today)];
            return new AddRun(run, today, options.IsJson(parsed), options.IsDryRun(parsed)).Add(
                showing is null ? items : [.. items.Select(item => item with { Evidence = item.Evidence ?? showing })],
                parsed.GetValue(allows) ? DuplicateUse.Add
                    : parsed.GetValue(seen) ? DuplicateUse.Sight
                    : DuplicateUse.Refuse
            );
        });
        return command;
    }

    /// <summary>The improvement of the command line; on a terminal, missing values are asked for.</summary>
    private static NewItem Asked(
        Questions questions,
        string? title,
        ImmutableArray<(FieldDefinition Field, string Value)> given,
        Scoring scoring,
        DateOnly today
    )
    {
        title ??= questions.Ask("What could be better?");
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new InputException(
                "the title is missing",
                $"For example `{CommandLine.Name} add 'Cache the fonts'`."
            );
        }

        var fields = given.ToBuilder();
        foreach (var value in ItemValues.All.Where(value => value.IsAsked))
        {
            if (
                given.All(one => one.Field != value.Field)
                && questions.Ask(
                    $"{value.Option}: {value.Help} (Enter to skip)",
                    text => ItemValues.Checked(value, text, scoring)
                )
                    is { } answer
            )
            {
                fields.Add((value.Field, ItemValues.Checked(value, answer, scoring)));
            }
        }

        return new NewItem(title.Trim(), fields.ToImmutable()) { Captured = today };
    }
}
