using System.Collections.Immutable;
using KaizenGate.Cli.Pulling;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Items;

/// <summary>Captures improvements in a backlog or a tracker, or records that those that exist were seen again.</summary>
/// <param name="run">The run.</param>
/// <param name="today">The day of the sightings.</param>
/// <param name="isJson">Whether to print JSON.</param>
/// <param name="isDryRun">Whether to write nothing.</param>
internal sealed class AddRun(ItemRun run, DateOnly today, bool isJson, bool isDryRun)
{
    /// <summary>Adds improvements, all or none, and prints them.</summary>
    /// <exception cref="InputException">One of them is a duplicate, or cannot be added.</exception>
    public int Add(ImmutableArray<NewItem> items, DuplicateUse duplicates)
    {
        var file = run.OnlyFile();
        return SnapshotFile.Is(file)
            ? InTracker(file, items, duplicates)
            : InFile(file, items, Asked(file, items, duplicates));
    }

    private int InFile(SourceFile file, ImmutableArray<NewItem> items, DuplicateUse duplicates)
    {
        var taken = TakenIds.Search(
            file.FullPath,
            ArchivePath.Of(file.FullPath, run.Settings.Archive),
            run.Host.Environment
        );
        ImmutableArray<string> ids = [];
        ImmutableArray<SimilarItem> sighted = [];
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
                sighted = Sighted(known, items, duplicates);
                var after = sighted.Aggregate(document, Sight);
                ImmutableArray<NewItem> added = [.. Others(items, sighted).Select(item => item.Described())];
                if (added.IsEmpty)
                {
                    ids = [];
                    return after;
                }

                var style = NewId.StyleOf(known, run.Settings.IdPrefix);
                ids = style.Next(
                    known,
                    added.Length,
                    run.Settings.HasRandomIds,
                    () => taken.Largest(style.Prefix, NewId.MostDigits)
                );
                return NewItems.AddTo(after, [.. added.Zip(ids)]);
            },
            isDryRun,
            journal: run.Journal(string.Join(", ", items.Select(item => item.Title)))
        );
        Print(
            [edit],
            [.. ids.Select(id => edit.After.Find(id.ToUpperInvariant())!)],
            [.. sighted.Select(one => edit.After.Find(one.Known!.Key)!)],
            item => $"Added to {LogText.Path(file.Path)}:{item.Span.Line} ({ScoreOf(item)})."
        );
        return ExitCode.Passed;
    }

    /// <summary>Files improvements as issues of a tracker.</summary>
    private int InTracker(SourceFile file, ImmutableArray<NewItem> items, DuplicateUse duplicates)
    {
        var tracker = run.TrackerOf(file);
        var similar = Sighted(tracker.Backlog, items, duplicates);
        ImmutableArray<NewItem> others = [.. Others(items, similar).Select(item => item.Described())];
        var empty = EditableBacklog.Read(SourceFile.Named($"{file.Path}.md"), "", run.Reading);
        var planned = others.IsEmpty
            ? empty
            : NewItems.AddTo(empty, [.. others.Select((item, at) => (item, $"NEW-{at + 1}"))]);
        var sighted = similar
            .Select(one =>
                tracker.Change(
                    one.Known!.Id!,
                    isDryRun,
                    (document, found) =>
                        Sight(document, one with { Known = found }) is var after
                            ? (after, ItemEdits.Find(after, found))
                            : default
                )
            )
            .ToList();
        ImmutableArray<BacklogEdit> edits = [.. sighted.Select(one => one.Edit)];
        var added =
            isDryRun ? planned.Backlog.Improvements
            : others.IsEmpty ? []
            : tracker.Add(others);
        Print(
            others.IsEmpty && !edits.IsEmpty ? edits : edits.Add(new BacklogEdit(file, empty, planned)),
            added,
            [.. sighted.Select(one => one.Item)],
            item => LogText.Of($"Filed as {item.Address ?? item.Id}.")
        );
        return ExitCode.Passed;
    }

    /// <summary>Asks on a terminal what to do with a duplicate; otherwise returns what was given.</summary>
    private DuplicateUse Asked(SourceFile file, ImmutableArray<NewItem> items, DuplicateUse duplicates)
    {
        var questions = new Questions(run.Host);
        if (duplicates is not DuplicateUse.Refuse || !questions.CanAsk)
        {
            return duplicates;
        }

        var known = BacklogReader.ReadFile(file, run.Reading) with { Archive = run.ArchiveOf(file) };
        var similar = Duplicates.Of(run, known, items);
        if (similar.IsEmpty || !similar.All(one => Duplicates.CanSight(one, known)))
        {
            return duplicates;
        }

        foreach (var one in similar)
        {
            run.Host.ErrorText.WriteLine(
                LogText.Of($"This looks like {Quote.Of(one.Known!.Name)} ({StatusText.Words(one.Known.Status)}).")
            );
        }

        return questions.IsYes("Record that it was seen again, instead of adding it? [Y/n]")
            ? DuplicateUse.Sight
            : duplicates;
    }

    /// <summary>The new improvements that become sightings.</summary>
    /// <exception cref="InputException">One is a duplicate that cannot or must not become one.</exception>
    private ImmutableArray<SimilarItem> Sighted(Backlog known, ImmutableArray<NewItem> items, DuplicateUse duplicates)
    {
        if (duplicates is DuplicateUse.Add)
        {
            return [];
        }

        var similar = Duplicates.Of(run, known, items);
        return
            similar.FirstOrDefault(one => duplicates is DuplicateUse.Refuse || !Duplicates.CanSight(one, known))
                is { } refused
            ? throw Duplicates.Refusal(refused, known)
            : similar;
    }

    /// <summary>Adds a sighting, unless the improvement was captured with this evidence: a call that is repeated says nothing new.</summary>
    private EditableBacklog Sight(EditableBacklog document, SimilarItem one)
    {
        var known = ItemEdits.Find(document, one.Known!);
        return
            one.Item.Evidence is { } evidence
            && known.Values.Of(FieldCatalog.CurrentState)?.Value == PlainText.Of(InlineText.Of(evidence))
            ? document
            : SightingEdit.Add(document, known, today, one.Item.Evidence);
    }

    private static IEnumerable<NewItem> Others(ImmutableArray<NewItem> items, ImmutableArray<SimilarItem> sighted) =>
        items.Where(item => !sighted.Any(one => ReferenceEquals(one.Item, item)));

    private void Print(
        ImmutableArray<BacklogEdit> edits,
        ImmutableArray<Improvement> added,
        ImmutableArray<Improvement> sighted,
        Func<Improvement, string> confirmation
    )
    {
        var answer = new ItemAnswer(run, isJson, isDryRun);
        answer.Write(
            edits,
            [.. added.Concat(sighted).Select(item => answer.In(edits[0].File, item))],
            item => item.Id ?? ItemReference.Of(item),
            null,
            sighted
        );
        if (isJson || isDryRun)
        {
            return;
        }

        run.Host.Flush();
        foreach (var item in added)
        {
            run.Host.ErrorText.WriteLine(confirmation(item));
        }

        foreach (var item in sighted)
        {
            run.Host.ErrorText.WriteLine(
                LogText.Of($"{item.Name}: {SightingAnswer.Of(item, edits.Any(edit => edit.IsChange))}.")
            );
        }

        answer.Next(
            added is [var first, ..]
                ? first.Score is null
                    ? $"score {ItemReference.Of(first)} --impact N --effort N"
                    : $"start {ItemReference.Of(first)}"
                : sighted is [var again, ..]
                    ? SightingAnswer.Next(again)
                    : null
        );
    }

    private string ScoreOf(Improvement item) =>
        item.Score is { } known
            ? $"score {known:0.##}, {StatusText.Words(StatusText.Priority(item, run.Settings.Scoring))}"
            : "not scored yet";
}
