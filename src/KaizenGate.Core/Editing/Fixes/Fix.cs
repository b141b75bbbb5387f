using System.Globalization;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Rules.Prioritize;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>The automatic fix of one rule, which fixes what it can of the findings.</summary>
internal sealed record Fix(Rule Rule, Func<FixTask, EditableBacklog> Apply)
{
    /// <summary>All fixes in the order in which they are applied: later ones depend on earlier ones.</summary>
    public static ImmutableArray<Fix> All { get; } =
    [
        StatusFix.Fix,
        new(PriorityScoreMismatch.Rule, task => task.Each(WriteScore)),
        new(RoiMismatch.Rule, task => task.Each(WriteReturn)),
        new(MissingId.Rule, WriteIds),
        new(WrongSection.Rule, task => task.Move()),
        OrderFix.Fix,
        MetadataFix.Fix,
    ];

    /// <summary>KZ203: writes the score from impact and effort; the rule does not report a file where most scores follow another formula.</summary>
    private static ImmutableArray<TextEdit> WriteScore(EditableBacklog document, Improvement item) =>
        item.Score is { } score
            ? ItemFields.Set(document, item, FieldCatalog.PriorityScore, Wording.Number(score))
            : [];

    /// <summary>KZ406: writes the return from the hours, as a factor or a percentage as before.</summary>
    private static ImmutableArray<TextEdit> WriteReturn(EditableBacklog document, Improvement item)
    {
        var span = item.Roi!.Span;
        var text = document.Text.AsSpan(span.Offset, span.Length);
        // In "455 ÷ 416 = 1.09×" the result comes last.
        var from = text.LastIndexOf('=') + 1;
        if (!Numbers.TryNext(text, from, out _, out var start, out var end))
        {
            return [];
        }

        var isPercentage = text[end..].TrimStart().StartsWith("%");
        var ratio = item.HoursSaved!.Value / item.TimeSpent!.Value;
        return [new TextEdit(span.Offset + start, end - start, Wording.Number(isPercentage ? 100 * ratio : ratio))];
    }

    /// <summary>KZ905: puts the next id before the title, in the style of the ids in the file.</summary>
    private static EditableBacklog WriteIds(FixTask task)
    {
        var style = NewId.StyleOf(task.Backlog, prefix: null);
        var last = style.Last(task.Backlog);
        var (open, close) = NewId.Around(task.Document, ImprovementForm.Heading);
        var numbered = task
            .Found.Select(finding => finding.Item!)
            .Where(item => item.IsCertain)
            .Select(item => (Item: item, Id: style.Of(++last)))
            .ToList();
        return FixTask.Tried(
                task.Document,
                () => [.. numbered.Select(one => TextEdit.Insert(one.Item.Span.Offset, open + one.Id + close))],
                numbered.SelectMany(one => new[] { one.Item.Key, one.Id.ToUpperInvariant() })
            ) ?? task.Document;
    }
}

/// <summary>The findings of a backlog to fix: at least one, and none that is suppressed.</summary>
internal sealed record FixTask(
    EditableBacklog Document,
    ImmutableArray<Finding> Found,
    Backlog? Archive,
    GateSettings Settings,
    DateOnly AsOf
)
{
    /// <summary>The backlog with its archive.</summary>
    public Backlog Backlog => Document.Backlog with { Archive = Archive };

    /// <summary>The characters that one fix may read again: many attempts on short texts, few on long ones.</summary>
    private const long MostRead = 20_000_000;

    private const int LeastAttempts = 8;

    /// <summary>
    /// Edits all improvements with a finding at once. When the edit changes too much, tries each half on its own, down to single
    /// improvements, which are skipped.
    /// </summary>
    /// <param name="edits">Returns the edits of some improvements.</param>
    public EditableBacklog Together(Func<EditableBacklog, ImmutableArray<Improvement>, ImmutableArray<TextEdit>> edits)
    {
        var now = Document;
        var pending = new Stack<ImmutableArray<string>>();
        pending.Push([.. Found.Select(finding => finding.Item?.Key).OfType<string>().Distinct(StringComparer.Ordinal)]);
        var attempts = Math.Max(LeastAttempts, MostRead / Math.Max(1, now.Text.Length));
        while (attempts-- > 0 && pending.TryPop(out var keys))
        {
            var items = Certain(now, keys);
            if (items.IsEmpty || Tried(now, () => edits(now, items), keys) is not { } next)
            {
                if (items.Length > 1)
                {
                    pending.Push(keys[..(keys.Length / 2)]);
                    pending.Push(keys[(keys.Length / 2)..]);
                }

                continue;
            }

            now = next;
        }

        return now;
    }

    /// <summary>Edits each improvement with a finding on its own.</summary>
    public EditableBacklog Each(Func<EditableBacklog, Improvement, ImmutableArray<TextEdit>> edits) =>
        Together((document, items) => [.. items.SelectMany(item => edits(document, item))]);

    /// <summary>Moves the improvements with a finding to the section of their status and score.</summary>
    public EditableBacklog Move() =>
        Together(
            (document, items) =>
                SectionMove.Move(document, items.Select(item => (item, Destination.Of(item, Settings.Scoring))))
        );

    /// <summary>
    /// Returns the improvements with these keys, in the order of the file, that are certainly improvements. With two of the same key it is
    /// unknown which one a finding is about.
    /// </summary>
    private static ImmutableArray<Improvement> Certain(EditableBacklog document, ImmutableArray<string> keys)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. document
                .Backlog.Improvements.Where(item => wanted.Contains(item.Key))
                .GroupBy(item => item.Key, StringComparer.Ordinal)
                .Where(group => group.Count() == 1)
                .Select(group => group.First())
                .Where(item => item.IsCertain),
        ];
    }

    /// <summary>Returns null when the edits are refused, change more than a fix may, or lose words.</summary>
    /// <param name="now">The backlog.</param>
    /// <param name="edits">Returns the edits.</param>
    /// <param name="keys">The keys of the improvements that may change.</param>
    public static EditableBacklog? Tried(
        EditableBacklog now,
        Func<ImmutableArray<TextEdit>> edits,
        params IEnumerable<string> keys
    )
    {
        try
        {
            var changes = edits();
            if (LostWords.Any(now.Text, changes))
            {
                return null;
            }

            var next = now.With(changes);
            var isFix =
                ReferenceEquals(next, now)
                || (
                    now.Digest.IsFixedIn(next.Digest)
                    && EditCheck.IsOnlyThese(now, next, keys.ToHashSet(StringComparer.Ordinal))
                );
            return isFix ? next : null;
        }
        catch (InputException)
        {
            return null; // For example, edits of two improvements overlap.
        }
    }
}
