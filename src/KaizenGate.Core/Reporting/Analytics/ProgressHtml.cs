using KaizenGate.Reporting.Dashboard;

namespace KaizenGate.Reporting.Analytics;

/// <summary>The report as a page for the browser.</summary>
internal static class ProgressHtml
{
    public static ProgressFormat Format { get; } =
        new(
            "html",
            "a web page with charts, in one file",
            (report, options, stream) => DashboardPage.Write(report, options.SourceBase, stream)
        );
}
