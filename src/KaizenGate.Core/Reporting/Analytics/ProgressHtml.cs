using KaizenGate.Reporting.Dashboard;

namespace KaizenGate.Reporting.Analytics;

/// <summary>The report as a page for the browser.</summary>
internal static class ProgressHtml
{
    public static ProgressFormat Format { get; } =
        new(
            "html",
            "a page with charts for the browser, in one file",
            (report, options, stream) => DashboardPage.Write(report, options.SourceBase, stream)
        );
}
