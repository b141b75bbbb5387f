using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Cli.Pulling;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.History;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>add</c>: captures improvements.</summary>
internal static class AddCommand
{
    /// <summary>Minimum share of common words for two titles to be duplicates, unless KZ106 is configured.</summary>
    private const double DefaultSimilarity = 0.8;

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
        var options = new ItemOptions();
        var command = new ExplainedCommand(
            "add",
            "Captures an improvement and prints its id. It goes to the section for its score, formatted like the improvements around it.",
            new Example("add 'Cache the fonts' --impact 7 --effort 2", "capture and score"),
            new Example("add 'Cache the fonts' --dry-run", "preview the change"),
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
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var today = options.Today(parsed, host);
            var name = parsed.GetValue(title);
            var given = values
                .Select(one => (one.Key, Text: parsed.GetValue(one.Value)))
                .Where(one => one.Text is not null)
                .Select(one => (one.Key.Field, ItemValues.Checked(one.Key, one.Text!, run.Settings.Scoring)))
                .ToImmutableArray();
            var items =
                name is CommonArguments.StandardInput
                    ? NewItemJson.Read(host.Input.ReadToEnd(), run.Settings.Scoring, today)
                    : [Asked(new Questions(host), name, given, run.Settings.Scoring, today)];
            return Run(run, items, parsed.GetValue(allows), options.IsJson(parsed), options.IsDryRun(parsed));
        });
        return command;
    }

    private static int Run(
        ItemRun run,
        ImmutableArray<NewItem> items,
        bool allowsDuplicates,
        bool isJson,
        bool isDryRun
    )
    {
        var file = run.OnlyFile();
        if (SnapshotFile.Is(file))
        {
            return File(run, file, items, allowsDuplicates, isJson, isDryRun);
        }

        var taken = TakenIds.Search(
            file.FullPath,
            ArchivePath.Of(file.FullPath, run.Settings.Archive),
            run.Host.Environment
        );
        ImmutableArray<string> ids = [];
        var edit = BacklogEdit.Of(
            file,
            run.Reading,
            document =>
            {
                // Read after the backlog: an improvement that is being archived is in one of the two.
                var known = document.Backlog with
                {
                    Archive = run.ArchiveOf(file),
                };
                if (!allowsDuplicates)
                {
                    RefuseDuplicates(run, known, items);
                }

                var style = NewId.StyleOf(known, run.Settings.IdPrefix);
                ids = style.Next(
                    known,
                    items.Length,
                    run.Settings.HasRandomIds,
                    () => taken.Largest(style.Prefix, NewId.MostDigits)
                );
                return NewItems.AddTo(document, [.. items.Zip(ids)]);
            },
            isDryRun,
            journal: run.Journal(string.Join(", ", items.Select(item => item.Title)))
        );
        var added = ids.Select(id => edit.After.Find(id.ToUpperInvariant())!).ToList();
        var answer = new ItemAnswer(run, isJson, isDryRun);
        answer.Write(edit, added, item => item.Id!, null);
        if (!isJson && !isDryRun)
        {
            run.Host.Flush();
            foreach (var item in added)
            {
                run.Host.ErrorText.WriteLine(Confirmation(file, item, run.Settings.Scoring));
            }

            answer.Next(Next(added));
        }

        return ExitCode.Passed;
    }

    /// <summary>Files improvements as issues of a tracker.</summary>
    private static int File(
        ItemRun run,
        SourceFile file,
        ImmutableArray<NewItem> items,
        bool allowsDuplicates,
        bool isJson,
        bool isDryRun
    )
    {
        var tracker = new TrackerEdit(run.Host, run.Loaded, file);
        if (!allowsDuplicates)
        {
            RefuseDuplicates(run, tracker.Backlog(), items);
        }

        var empty = EditableBacklog.Read(SourceFile.Named($"{file.Path}.md"), "", run.Reading);
        var planned = NewItems.AddTo(empty, [.. items.Select((item, at) => (item, $"NEW-{at + 1}"))]);
        var added = isDryRun ? planned.Backlog.Improvements : tracker.Add(items);
        var answer = new ItemAnswer(run, isJson, isDryRun);
        answer.Write(new BacklogEdit(file, empty, planned), added, item => item.Id!, null);
        if (!isJson && !isDryRun)
        {
            run.Host.Flush();
            foreach (var item in added)
            {
                run.Host.ErrorText.WriteLine(LogText.Of($"Filed as {item.Address ?? item.Id}."));
            }

            answer.Next(Next([.. added]));
        }

        return ExitCode.Passed;
    }

    private static string Confirmation(SourceFile file, Improvement item, Scoring scoring)
    {
        var priority = StatusText.Words(StatusText.Priority(item, scoring));
        var score = item.Score is { } known ? $"score {known:0.##}, {priority}" : "not scored yet";
        return $"Added to {LogText.Path(file.Path)}:{item.Span.Line} ({score}).";
    }

    private static string? Next(List<Improvement> added) =>
        added is [var first, ..]
            ? first.Score is null
                ? $"score {first.Id} --impact N --effort N"
                : $"start {first.Id}"
            : null;

    private static void RefuseDuplicates(ItemRun run, Backlog backlog, ImmutableArray<NewItem> items)
    {
        var minimum = run.Settings.Rules.TryGetValue("KZ106", out var rule)
            ? rule.Numbers.GetValueOrDefault("minLikeness", DefaultSimilarity)
            : DefaultSimilarity;
        if (NewItems.Similar(backlog, items, minimum) is not var (item, similar, other))
        {
            return;
        }

        if (similar is null)
        {
            throw new InputException(
                $"{Quote.Of(item.Title)} looks like a duplicate of {Quote.Of(other!.Title)}, which is also new",
                "Leave one of them out, or add both with --allow-duplicate.",
                backlog.File.Path
            );
        }

        throw new InputException(
            $"looks like a duplicate of {Quote.Of(similar.Name)} ({StatusText.Words(similar.Status)})",
            similar.IsOpen
                ? $"Raise its impact with `{CommandLine.Name} score {ItemReference.Of(similar)} --impact N`, or add it anyway with --allow-duplicate."
                : "Make the title more specific, or add it anyway with --allow-duplicate.",
            backlog.File.Path,
            similar.Span.Line,
            similar.Span.Column
        );
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
