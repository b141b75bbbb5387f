using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Reporting;

/// <summary>A format of a report.</summary>
/// <typeparam name="T">What it reports: a verdict, or the report of a period.</typeparam>
/// <param name="Name">The value of <c>--format</c>.</param>
/// <param name="Purpose">The description in the help.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark and leaves the stream open.</param>
internal sealed record ReportFormat<T>(string Name, string Purpose, Action<T, ReportOptions, Stream> Write);

/// <summary>The options of reports. The caller sets them; reports never read the environment.</summary>
internal sealed record ReportOptions
{
    public static ReportOptions Default { get; } = new();

    /// <summary>Text: uses ANSI colours.</summary>
    public bool Color { get; init; }

    /// <summary>Text of a verdict: the screen to fit; null writes lines.</summary>
    public Screen? Screen { get; init; }

    /// <summary>Text of a period: the width of the terminal in columns, at least 40.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Text: includes infos, hidden findings, all reasons and the improvements. JSON: includes the improvements.</summary>
    public bool Verbose { get; init; }

    /// <summary>Text: only the findings that matter for the verdict, and the verdict. <see cref="Verbose"/> takes precedence.</summary>
    public bool Quiet { get; init; }

    /// <summary>
    /// HTML: the prefix of links to files, an address (<c>https://…/</c>) or a relative path (<c>../</c>); null for no links.
    /// </summary>
    public string? SourceBase { get; init; }

    /// <summary>SARIF: the revision on the host; null when the run is not on a build server.</summary>
    public HostedRevision? Revision { get; init; }

    /// <summary>SARIF: includes suppressed and baselined findings, marked as such. Some hosts open alerts for them anyway.</summary>
    public bool IncludeSuppressed { get; init; }

    /// <summary>NDJSON: the time of the run.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>All formats of a verdict.</summary>
internal static class ReportFormats
{
    public static ImmutableArray<ReportFormat<Verdict>> All { get; } =
    [
        TextReport.Format,
        TextReport.LinesFormat,
        JsonReport.Format,
        SarifReport.Format,
        JUnitReport.Format,
        MarkdownReport.Format,
        MarkdownReport.Comment,
        HtmlReport.Format,
        GitHubReport.Format,
        AzureReport.Format,
        GitLabReport.Format,
        BitbucketReport.Format,
        ReviewdogReport.Format,
        SonarQubeReport.Format,
        CheckstyleReport.Format,
        TeamCityReport.Format,
        MSBuildReport.Format,
    ];

    /// <summary>Finds a format by name, ignoring case; null if there is none.</summary>
    public static ReportFormat<T>? Find<T>(this ImmutableArray<ReportFormat<T>> formats, string name) =>
        formats.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
