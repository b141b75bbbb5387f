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
        new(PriorityScoreMismatch.Rule, WriteScores),
        new(RoiMismatch.Rule, task => task.OneByOne(WriteReturn)),
        new(MissingId.Rule, WriteIds),
        new(WrongSection.Rule, task => task.OneByOne(task.Move)),
        OrderFix.Fix,
        MetadataFix.Fix,
    ];

    /// <summary>KZ203: writes the score from impact and effort; the rule does not report a file where most scores follow another formula.</summary>
    private static EditableBacklog WriteScores(FixTask task) =>
        FixTask.Tried(
            task.Document,
            () =>
                [
                    .. task
                        .Found.Select(finding => finding.Item)
                        .Where(item => item?.Score is not null)
                        .SelectMany(item =>
                            ItemFields.Set(
                                task.Document,
                                item!,
                                FieldCatalog.PriorityScore,
                                Wording.Number(item!.Score!.Value)
                            )
                        ),
                ]
        );

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
        return FixTask.Tried(
            task.Document,
            () =>
                [
                    .. task.Found.Select(finding =>
                        TextEdit.Insert(finding.Item!.Span.Offset, open + style.Of(++last) + close)
                    ),
                ]
        );
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

    /// <summary>Edits the improvements one after another, and reads the text again after each. Skips edits that change too much.</summary>
    /// <param name="edits">Returns the edits of one improvement.</param>
    public EditableBacklog OneByOne(Func<EditableBacklog, Improvement, ImmutableArray<TextEdit>> edits)
    {
        var now = Document;
        foreach (
            var key in Found.Select(finding => finding.Item?.Key).OfType<string>().Distinct(StringComparer.Ordinal)
        )
        {
            // With two of the same key it is unknown which one the finding is about.
            if (now.Backlog.Improvements.Where(item => item.Key == key).Take(2).ToArray() is [var item])
            {
                now = Tried(now, () => edits(now, item));
            }
        }

        return now;
    }

    /// <summary>Returns the edits that move an improvement to the section of its status and score.</summary>
    public ImmutableArray<TextEdit> Move(EditableBacklog document, Improvement item) =>
        SectionMove.Move(document, item, Destination.Of(item, Settings.Scoring));

    /// <summary>Returns the same backlog when the edits are refused, or change more than a fix may.</summary>
    public static EditableBacklog Tried(EditableBacklog now, Func<ImmutableArray<TextEdit>> edits)
    {
        try
        {
            var next = now.With(edits());
            return ReferenceEquals(next, now) || IsFix(now.Backlog, next.Backlog) ? next : now;
        }
        catch (InputException)
        {
            return now;
        }
    }

    /// <summary>Whether an edit changes only scores, statuses, sections and ids, and nothing else that a person wrote.</summary>
    public static bool IsFix(Backlog before, Backlog after) =>
        before.Improvements.Length == after.Improvements.Length
        && before.Suppressions.Length == after.Suppressions.Length
        && before
            .Improvements.Select(GuardedText)
            .Order(StringComparer.Ordinal)
            .SequenceEqual(after.Improvements.Select(GuardedText).Order(StringComparer.Ordinal));

    private static string GuardedText(Improvement item) =>
        string.Join(
            '\u0001',
            item.Values.Table.WithValue.Where(field => field.IsGuarded)
                .Select(field => item.Values.Of(field))
                // An inferred value changes with the section.
                .Select(value => value is null or { IsInferred: true } ? null : value.Plain)
                .Prepend(item.Title)
                .Append(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{item.SubTasks} {item.SubTasksDone} {item.OtherPlaces.Length}"
                    )
                )
        );
}
