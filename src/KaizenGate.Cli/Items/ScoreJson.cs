using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Cli.Items;

/// <summary>Scores from standard input: a JSON object or an array of objects. Nothing is written when one of them is wrong.</summary>
internal sealed class ScoreJson
{
    private const string Help =
        "Use {\"reference\": \"IMP-001\", \"impact\": 8, \"effort\": 2}, or an array of such objects.";

    private readonly ImmutableArray<(string Name, string? Impact, string? Effort)> all;

    private ScoreJson(ImmutableArray<(string, string?, string?)> all) => this.all = all;

    /// <exception cref="InputException">The text is not JSON of that shape, or a value is outside the scale.</exception>
    public static ScoreJson Read(string text, int scale) =>
        new(JsonItems.Read(text, Help, properties => One(properties, scale)));

    /// <summary>Writes the scores: those in a file by one edit, those of a tracker issue by issue.</summary>
    /// <param name="run">The run.</param>
    /// <param name="answer">Names the files of the improvements.</param>
    /// <param name="isDryRun">Whether to write nothing.</param>
    /// <returns>The edits, and the improvements in the order of the input.</returns>
    /// <exception cref="InputException">
    /// An improvement is unknown or there twice, or an edit is refused. Nothing is written, unless the error says what is: a tracker can
    /// refuse the second of two issues.
    /// </exception>
    public (ImmutableArray<BacklogEdit> Edits, ImmutableArray<ItemInFile> Items) Write(
        ItemRun run,
        ItemAnswer answer,
        bool isDryRun
    )
    {
        var journal = run.Journal(Wording.Count(all.Length, "improvement"));
        var parts = Parts(run);
        var items = new ItemInFile[all.Length];
        var written = new bool[all.Length];
        if (parts.Count == 0)
        {
            var nothing = EditableBacklog.Read(SourceFile.Named("none.md"), "", run.Reading);
            return ([new BacklogEdit(run.Files[0], nothing, nothing)], []);
        }

        if (parts.Count == 1)
        {
            return ([Write(parts[0], isDryRun)], [.. items]);
        }

        // Whatever can be refused without asking a tracker is refused before the first is written.
        ImmutableArray<BacklogEdit> planned = [.. parts.Select(part => Write(part, isDryRun: true))];
        if (isDryRun)
        {
            return (planned, [.. items]);
        }

        foreach (var part in parts.Where(part => part.IsTracker))
        {
            run.TrackerOf(part.File).ThrowUnlessAllowed(items[part.Objects[0]].Item.Address);
        }

        try
        {
            return ([.. parts.Select(part => Write(part, isDryRun: false))], [.. items]);
        }
        catch (InputException refused) when (Array.Exists(written, one => one))
        {
            throw new InputException(
                refused.Error with
                {
                    Message = $"{refused.Error.Message}; written: {Names(true)}; not written: {Names(false)}",
                }
            );
        }

        BacklogEdit Write(ScorePart part, bool isDryRun)
        {
            var (edit, changed) = part.IsTracker
                ? InTracker(run, part, isDryRun)
                : InFile(run, part, isDryRun, journal);
            for (var at = 0; at < changed.Length; at++)
            {
                items[part.Objects[at]] = answer.In(part.File, changed[at]);
                written[part.Objects[at]] = !isDryRun;
            }

            return edit;
        }

        string Names(bool areWritten) =>
            string.Join(
                ", ",
                items
                    .Where((_, at) => written[at] == areWritten)
                    .Select(one => one.Item.Id ?? ItemReference.Of(one.Item))
            );
    }

    /// <summary>The edits to make, those of trackers first, which can be refused: a file with its objects, or an issue.</summary>
    private List<ScorePart> Parts(ItemRun run)
    {
        if (run.Files is [var only] && !SnapshotFile.Is(only))
        {
            return [new(only, IsTracker: false, [.. Enumerable.Range(0, all.Length)])];
        }

        var backlogs = run.Read();
        var parts = new List<ScorePart>();
        var seen = new Dictionary<Improvement, int>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < all.Length; index++)
        {
            var (backlog, item) = Place(index, () => ItemSearch.Find(backlogs, all[index].Name));
            ThrowIfTwice(seen, item, index);
            var part = parts.Find(part => part.File == backlog.File && !part.IsTracker);
            if (part is null)
            {
                parts.Add(part = new(backlog.File, SnapshotFile.Is(backlog.File), []));
            }

            part.Objects.Add(index);
        }

        return [.. parts.OrderByDescending(part => part.IsTracker)];
    }

    private (BacklogEdit Edit, ImmutableArray<Improvement> Items) InTracker(ItemRun run, ScorePart part, bool isDryRun)
    {
        var (name, impact, effort) = all[part.Objects[0]];
        var changed = run.TrackerOf(part.File)
            .Change(
                name,
                isDryRun,
                (document, found) =>
                    Scores.Set(document, new GivenScore(found, impact, effort)) is var after
                        ? (after, ItemEdits.Find(after, found))
                        : default
            );
        return (changed.Edit, [changed.Item]);
    }

    private (BacklogEdit Edit, ImmutableArray<Improvement> Items) InFile(
        ItemRun run,
        ScorePart part,
        bool isDryRun,
        Journal journal
    )
    {
        ImmutableArray<GivenScore> given = [];
        var edit = BacklogEdit.Of(
            part.File,
            run.Reading,
            document =>
            {
                var seen = new Dictionary<Improvement, int>(ReferenceEqualityComparer.Instance);
                given = [.. part.Objects.Select(index => Found(document, index, seen))];
                return Scores.Set(document, given);
            },
            isDryRun,
            journal: journal
        );
        return (edit, [.. given.Select(one => edit.After.Find(one.Item.Key)!)]);
    }

    private GivenScore Found(EditableBacklog document, int index, Dictionary<Improvement, int> seen)
    {
        var (name, impact, effort) = all[index];
        var item = Place(index, () => ItemSearch.Find([document.Backlog], name)).Item;
        ThrowIfTwice(seen, item, index);
        return new GivenScore(item, impact, effort);
    }

    private T Place<T>(int index, Func<T> read) => JsonItems.Place(index, all.Length, read);

    /// <param name="seen">The objects of the improvements so far.</param>
    /// <param name="item">The improvement of an object.</param>
    /// <param name="index">The index of that object.</param>
    private static void ThrowIfTwice(Dictionary<Improvement, int> seen, Improvement item, int index)
    {
        if (!seen.TryAdd(item, index))
        {
            throw new InputException(
                $"objects {seen[item] + 1} and {index + 1} in the input are both {Quote.Of(item.Name)}",
                "Leave one of them out."
            );
        }
    }

    private static (string Name, string? Impact, string? Effort) One(
        IReadOnlyList<(string Name, string Text)> properties,
        int scale
    )
    {
        string? reference = null;
        string? id = null;
        string? impact = null;
        string? effort = null;
        foreach (var (name, text) in properties)
        {
            switch (name)
            {
                case "reference":
                    reference = text;
                    break;
                case "id":
                    id = text;
                    break;
                case "impact":
                    impact = ItemValues.Rating(name, text, scale);
                    break;
                case "effort":
                    effort = ItemValues.Rating(name, text, scale);
                    break;
                default:
                    throw new InputException(
                        $"unknown property {Quote.Of(name)}",
                        NearestName.Help(name, ["reference", "id", "impact", "effort"])
                    );
            }
        }

        var named = reference ?? id;
        return string.IsNullOrWhiteSpace(named) ? throw new InputException("\"reference\" and \"id\" are missing", Help)
            : impact is null && effort is null ? throw new InputException("\"impact\" and \"effort\" are missing", Help)
            : (named, impact, effort);
    }

    /// <summary>Scores that are written together.</summary>
    /// <param name="File">The backlog.</param>
    /// <param name="IsTracker">Whether it is the snapshot of a tracker; then there is one object.</param>
    /// <param name="Objects">The indices of the objects in the input.</param>
    private sealed record ScorePart(SourceFile File, bool IsTracker, List<int> Objects);
}
