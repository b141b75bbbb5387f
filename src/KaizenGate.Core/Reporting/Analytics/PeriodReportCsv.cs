using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The completions of the period for spreadsheets, safe to open.</summary>
internal static class PeriodReportCsv
{
    private const string Header =
        "completed,id,title,category,path,line,cycle_days,lead_days,hours_spent,hours_saved_per_week,hours_saved,roi,payback_weeks,measured";

    public static ReportFormat<ImprovementReport> Format { get; } =
        new("csv", "for spreadsheets: one row per completion", Write);

    private static void Write(ImprovementReport report, ReportOptions options, Stream stream)
    {
        using var writer = ReportStream.Text(stream);
        writer.WriteLine(Header);
        foreach (var one in report.Completions)
        {
            writer.WriteLine(
                string.Join(
                    ',',
                    FiguresText.Day(one.Day),
                    CsvText.Cell(one.Id ?? ""),
                    CsvText.Cell(one.Title),
                    one.Category is null ? "" : FiguresText.Category(one.Category),
                    CsvText.Cell(one.File.Path),
                    Number(one.Line),
                    Number(one.CycleDays),
                    Number(one.LeadDays),
                    Number(one.HoursSpent),
                    Number(one.HoursSavedPerWeek),
                    Number(one.HoursSaved),
                    Number(one.Roi.Value),
                    Number(one.PaybackWeeks.Value),
                    CsvText.Cell(one.Measured ?? "")
                )
            );
        }
    }

    private static string Number(double? value) => value is { } number ? $"{number:R}" : "";
}
