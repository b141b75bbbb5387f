using System.Collections.Immutable;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>All formats of <c>report</c>. A new one is a file in this folder and a line here.</summary>
internal static class PeriodReportFormats
{
    public static ImmutableArray<PeriodReportFormat> All { get; } =
    [
        PeriodReportText.Format,
        PeriodReportMarkdown.Format,
        PeriodReportHtml.Format,
        PeriodReportJson.Format,
        PeriodReportCsv.Format,
        PeriodReportSummary.Format,
    ];

    /// <summary>Finds a format by its name, in any case; null when there is none.</summary>
    public static PeriodReportFormat? Find(string name) =>
        All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
