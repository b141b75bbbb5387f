using System.Text;
using KaizenGate.Analytics;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Charts;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Reporting.Analytics;

/// <summary>The report as a page of tables.</summary>
internal static class ProgressMarkdown
{
    /// <summary>More rows than this of a ledger are counted.</summary>
    private const int MostRows = 50;

    public static ProgressFormat Format { get; } = new("markdown", "for wikis and pull requests", Write);

    private static void Write(ImprovementReport report, ProgressOptions options, Stream stream)
    {
        using var writer = ReportStream.Text(stream);
        var text = new StringBuilder();
        var name = report.Name is { } known ? $" of {MarkdownText.Of(known)}" : "";
        text.Append($"## Improvement report{name}\n\n{MarkdownText.Of(ProgressLines.Period(report))}\n");
        foreach (var (title, lines) in ProgressLines.Of(report))
        {
            text.Append($"\n### {title}\n\n| figure | |\n| --- | --- |\n");
            foreach (var (label, value) in lines)
            {
                text.Append($"| {MarkdownText.Of(label)} | {MarkdownText.Of(value)} |\n");
            }
        }

        text.Append(Mermaid.Trend(report.Weeks)).Append(Mermaid.Quadrants(OpenItem.Of(report.Open)));
        Categories(text, report);
        Ledger(text, report);
        writer.Write(text);
    }

    private static void Categories(StringBuilder text, ImprovementReport report)
    {
        if (report.Categories.IsEmpty)
        {
            return;
        }

        text.Append("\n### By category\n\n| category | completed | share | hours spent | saved per week | saved |\n")
            .Append("| --- | --: | --: | --: | --: | --: |\n");
        foreach (var one in report.Categories)
        {
            text.Append($"| {ProgressWords.Category(one.Category)} | {one.Completed} ")
                .Append($"| {MarkdownText.Of(ProgressWords.Share(one.Share))} | {ProgressWords.Hours(one.HoursSpent)} ")
                .Append($"| {ProgressWords.Hours(one.HoursSavedPerWeek)} | {ProgressWords.Hours(one.HoursSaved)} |\n");
        }
    }

    private static void Ledger(StringBuilder text, ImprovementReport report)
    {
        if (report.Completions.IsEmpty)
        {
            return;
        }

        text.Append("\n### Ledger\n\n| completed | improvement | spent | saved | ROI | paid back after |\n")
            .Append("| --- | --- | --: | --: | --: | --: |\n");
        foreach (var one in report.Completions.Reverse().Take(MostRows))
        {
            text.Append($"| {ProgressWords.Day(one.Day)} | {MarkdownText.Of(ProgressLines.Name(one))} ")
                .Append($"| {ProgressWords.Hours(one.HoursSpent)} | {ProgressWords.Hours(one.HoursSaved)} ")
                .Append($"| {ProgressWords.Ratio(one.Roi)} | {ProgressLines.Payback(one)} |\n");
        }

        if (report.Completions.Length > MostRows)
        {
            text.Append($"\nThe newest {MostRows} of {report.Completions.Length} completions.\n");
        }
    }
}
