using System.Collections.Immutable;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting;

/// <summary>One way to write a verdict down.</summary>
/// <param name="Name">How the command line calls it.</param>
/// <param name="Purpose">What it is for, in one line.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark and leaves the stream open.</param>
internal sealed record ReportFormat(string Name, string Purpose, Action<Verdict, ReportOptions, Stream> Write);

/// <summary>What a report may be asked for. Nothing is read from the environment: who calls decides.</summary>
internal sealed record ReportOptions
{
    public static ReportOptions Default { get; } = new();

    /// <summary>Text: colour by ANSI sequences.</summary>
    public bool Color { get; init; }

    /// <summary>Text: infos, hidden findings, every reason and the improvements as well. JSON: the improvements as well.</summary>
    public bool Verbose { get; init; }

    /// <summary>Text: only the findings that matter for the verdict, and the verdict. <see cref="Verbose"/> wins.</summary>
    public bool Quiet { get; init; }

    /// <summary>
    /// HTML: what stands before a path from the repository's root in a link, an address (<c>https://…/</c>) or a way (<c>../</c>);
    /// null for no links.
    /// </summary>
    public string? SourceBase { get; init; }

    /// <summary>SARIF: suppressed and baselined findings as well, marked as such. Some hosts open alerts for them all the same.</summary>
    public bool IncludeSuppressed { get; init; }
}

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
