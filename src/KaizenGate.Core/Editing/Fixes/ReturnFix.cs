using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Rules.Measure;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>KZ406: writes the return that the hours give, as a factor or a percentage as before.</summary>
internal static class ReturnFix
{
    public static Fix Fix { get; } =
        new(RoiMismatch.Rule, task => task.OneByOne((document, item) => [.. Edits(document, item)]));

    private static ImmutableArray<TextEdit> Edits(EditableBacklog document, Improvement item)
    {
        var span = item.Roi!.Span;
        var text = document.Text.AsSpan(span.Offset, span.Length);
        // In "455 ÷ 416 = 1.09×" the result stands last.
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
