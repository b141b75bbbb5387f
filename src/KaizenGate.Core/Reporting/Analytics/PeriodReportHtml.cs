using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The report as a page for the browser.</summary>
internal static class PeriodReportHtml
{
    public static PeriodReportFormat Format { get; } =
        new(
            "html",
            "a web page with charts, in one file",
            (report, options, stream) => DashboardPage.Write(report, options.SourceBase, stream)
        );
}
