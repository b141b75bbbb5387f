using KaizenGate.Core.Analytics;

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
