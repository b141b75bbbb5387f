using System.Globalization;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>How a backlog writes a score: as a number, or as the expression with its result.</summary>
internal static class ScoreWriter
{
    /// <summary>The text of a score.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="impact">The impact as it is written; null when there is none.</param>
    /// <param name="effort">The effort as it is written; null when there is none.</param>
    /// <param name="score">The score.</param>
    public static string Of(EditableBacklog document, string? impact, string? effort, double score)
    {
        var number = score.ToString("0.##", CultureInfo.InvariantCulture);
        var isUsual = ReferenceEquals(document.Scoring.Formula, Formula.Default);
        if (!isUsual || impact is null || effort is null || !IsExpression(document))
        {
            return number;
        }

        var sign = Texts(document).First().Contains('*', StringComparison.Ordinal) ? "*" : "×";
        return $"{impact} {sign} (11-{effort}) = {number}";
    }

    private static bool IsExpression(EditableBacklog document) =>
        Texts(document).FirstOrDefault() is { } text
        && text.Contains('=', StringComparison.Ordinal)
        && text.Contains("11", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(EditableBacklog document) =>
        document
            .Backlog.Improvements.SelectMany(item => item.Fields)
            .Where(field => field.Definition == FieldCatalog.PriorityScore && field.Text.Length > 0)
            .Select(field => field.Text);
}
