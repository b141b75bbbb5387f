using KaizenGate.Core.Reading;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Editing.Fixes;

internal static class FixCatalog
{
    /// <summary>All fixes in the order in which they are applied: later ones depend on earlier ones.</summary>
    public static ImmutableArray<Fix> All { get; } =
    [
        StatusFix.Fix,
        new(PriorityScoreMismatch.Rule, WriteScores),
        new(RoiMismatch.Rule, task => task.OneByOne(WriteReturn)),
        IdFix.Fix,
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
}
