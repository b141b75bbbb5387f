using System.Collections.Immutable;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>One way to write a report of a period down.</summary>
/// <param name="Name">How the command line calls it.</param>
/// <param name="Purpose">What it is for, in one line.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark and leaves the stream open.</param>
internal sealed record PeriodReportFormat(
    string Name,
    string Purpose,
    Action<ImprovementReport, PeriodReportOptions, Stream> Write
);

/// <summary>What a report of a period may be asked for. Nothing is read from the environment: who calls decides.</summary>
internal sealed record PeriodReportOptions
{
    public static PeriodReportOptions Default { get; } = new();

    /// <summary>Text: colour by ANSI sequences.</summary>
    public bool Color { get; init; }

    /// <summary>Text: the columns that there are, at least 40.</summary>
    public int Width { get; init; } = 100;

    /// <summary>HTML: see <see cref="ReportOptions.SourceBase"/>.</summary>
    public string? SourceBase { get; init; }

    /// <summary>NDJSON: the moment of the run.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>All formats of <c>report</c>. A new one is a file in this folder and a line here.</summary>
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

    /// <summary>Finds a format by its name, in any case; null when there is none.</summary>
    public static PeriodReportFormat? Find(string name) =>
        All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
