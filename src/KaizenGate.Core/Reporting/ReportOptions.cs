namespace KaizenGate.Core.Reporting;

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
