using System.Globalization;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Writes a score the way a backlog does: as a number, or as the expression with its result.</summary>
internal static class ScoreWriter
{
    public static string Of(EditableBacklog document, string? impact, string? effort, double score)
    {
        var number = score.ToString("0.##", CultureInfo.InvariantCulture);
        var first = document
            .Backlog.Improvements.SelectMany(item => item.Fields)
            .FirstOrDefault(field => field.Definition == FieldCatalog.PriorityScore && field.Text.Length > 0);
        var isExpression =
            ReferenceEquals(document.Scoring.Formula, Formula.Default)
            && first is not null
            && first.Text.Contains('=', StringComparison.Ordinal)
            && first.Text.Contains("11", StringComparison.Ordinal);
        return isExpression && impact is not null && effort is not null
            ? $"{impact} {(first!.Text.Contains('*', StringComparison.Ordinal) ? '*' : '×')} (11-{effort}) = {number}"
            : number;
    }
}
