using System.Collections.Immutable;

namespace KaizenGate.Reporting.Analytics;

/// <summary>All formats of <c>report</c>. A new one is a file in this folder and a line here.</summary>
public static class ProgressFormats
{
    public static ImmutableArray<ProgressFormat> All { get; } =
    [
        ProgressText.Format,
        ProgressMarkdown.Format,
        ProgressHtml.Format,
        ProgressJson.Format,
        ProgressCsv.Format,
        ProgressSummary.Format,
    ];

    /// <summary>Finds a format by its name, in any case; null when there is none.</summary>
    public static ProgressFormat? Find(string name) =>
        All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
