using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>A format of a report of a period.</summary>
/// <param name="Name">The value of <c>--format</c>.</param>
/// <param name="Purpose">The description in the help.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark and leaves the stream open.</param>
internal sealed record PeriodReportFormat(
    string Name,
    string Purpose,
    Action<ImprovementReport, PeriodReportOptions, Stream> Write
);

/// <summary>The options of reports of a period. The caller sets them; reports never read the environment.</summary>
internal sealed record PeriodReportOptions
{
    public static PeriodReportOptions Default { get; } = new();

    /// <summary>Text: uses ANSI colours.</summary>
    public bool Color { get; init; }

    /// <summary>Text: the width of the terminal in columns, at least 40.</summary>
    public int Width { get; init; } = 100;

    /// <summary>HTML: see <see cref="ReportOptions.SourceBase"/>.</summary>
    public string? SourceBase { get; init; }

    /// <summary>NDJSON: the time of the run.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>All formats of <c>report</c>.</summary>
internal static class PeriodReportFormats
{
    public static ImmutableArray<PeriodReportFormat> All { get; } =
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

    /// <summary>Finds a format by name, ignoring case; null if there is none.</summary>
    public static PeriodReportFormat? Find(string name) =>
        All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
