using System.Collections.Immutable;

namespace KaizenGate.Core.Reporting;

/// <summary>All formats. A new one is a file in this folder and a line here.</summary>
internal static class ReportFormats
{
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        TextReport.Format,
        JsonReport.Format,
        SarifReport.Format,
        JUnitReport.Format,
        MarkdownReport.Format,
        MarkdownReport.Comment,
        HtmlReport.Format,
        GitHubReport.Format,
        AzureReport.Format,
        GitLabReport.Format,
        TeamCityReport.Format,
        MSBuildReport.Format,
    ];

    /// <summary>Finds a format by its name, in any case; null when there is none.</summary>
    public static ReportFormat? Find(string name) =>
        All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
