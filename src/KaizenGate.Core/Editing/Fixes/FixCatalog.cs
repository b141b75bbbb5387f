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
        new(PriorityScoreMismatch.Rule, task => task.Each(WriteScore)),
        new(RoiMismatch.Rule, task => task.Each(WriteReturn)),
        IdFix.Fix,
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
}
