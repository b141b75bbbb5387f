using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>All formats of <c>report</c>.</summary>
internal static class PeriodReportFormats
{
    public static ImmutableArray<ReportFormat<ImprovementReport>> All { get; } =
    [
        PeriodReportText.Format,
        PeriodReportMarkdown.Format,
        new(
            "html",
            "a web page with charts, in one file",
            (report, options, stream) => DashboardPage.Write(report, options.SourceBase, stream)
        ),
        PeriodReportJson.Format,
        PeriodReportCsv.Format,
        PeriodReportSummary.Format,
    ];
}
