using System.Text;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The report as Markdown tables and diagrams.</summary>
internal static class PeriodReportMarkdown
{
    /// <summary>The other completions are only counted.</summary>
    private const int MaxRows = 50;

    public static ReportFormat<ImprovementReport> Format { get; } =
        new("markdown", "for wikis and pull requests", Write);

    private static void Write(ImprovementReport report, ReportOptions options, Stream stream)
    {
        using var writer = ReportStream.Text(stream);
        var text = new StringBuilder();
        var name = report.Name is { } known ? $" of {MarkdownText.Of(known)}" : "";
        text.Append($"## Improvement report{name}\n\n{MarkdownText.Of(PeriodReportLines.Period(report))}\n");
        text.Append('\n');
        foreach (var (answer, facts) in SummaryText.Of(report))
        {
            text.Append($"- **{answer}:** {MarkdownText.Of(facts)}\n");
        }

        foreach (var (title, lines) in PeriodReportLines.Of(report))
        {
            text.Append($"\n### {title}\n\n| figure | |\n| --- | --- |\n");
            foreach (var (label, value) in lines)
            {
                text.Append($"| {MarkdownText.Of(label)} | {MarkdownText.Of(value)} |\n");
            }
        }

        text.Append(Mermaid.Trend(report.Weeks)).Append(Mermaid.Matrix(OpenItem.Of(report.Open)));
        Categories(text, report);
        Completions(text, report);
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
            text.Append($"| {FiguresText.Category(one.Category)} | {one.Completed} ")
                .Append($"| {MarkdownText.Of(FiguresText.Rate(one.Share))} | {FiguresText.Hours(one.HoursSpent)} ")
                .Append($"| {FiguresText.Hours(one.HoursSavedPerWeek)} | {FiguresText.Hours(one.HoursSaved)} |\n");
        }
    }

    private static void Completions(StringBuilder text, ImprovementReport report)
    {
        if (report.Completions.IsEmpty)
        {
            return;
        }

        text.Append("\n### Completions\n\n| completed | improvement | spent | saved | ROI | paid back after |\n")
            .Append("| --- | --- | --: | --: | --: | --: |\n");
        foreach (var one in report.Completions.Reverse().Take(MaxRows))
        {
            text.Append($"| {FiguresText.Day(one.Day)} | {MarkdownText.Of(one.Name)} ")
                .Append($"| {FiguresText.Hours(one.HoursSpent)} | {FiguresText.Hours(one.HoursSaved)} ")
                .Append($"| {FiguresText.Ratio(one.Roi)} | {PeriodReportLines.Payback(one)} |\n");
        }

        if (report.Completions.Length > MaxRows)
        {
            text.Append($"\nThe newest {MaxRows} of {report.Completions.Length} completions.\n");
        }
    }
}
