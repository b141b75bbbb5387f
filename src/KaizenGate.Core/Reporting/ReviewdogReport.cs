using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// Lines of reviewdog's diagnostic format (rdjsonl). reviewdog selects the lines of the change itself. Places are whole lines,
/// because its columns count bytes.
/// </summary>
internal static class ReviewdogReport
{
    private static readonly JsonContract<int> Position = new() { { "line", line => line } };

    private static readonly JsonContract<SourceSpan?> Range = new()
    {
        { "start", span => span!.Value.Line, Position },
        { "end", span => span!.Value.EndLine, Position },
    };

    private static readonly JsonContract<Diagnostic> Location = new(omitsNull: true)
    {
        { "path", one => one.Path },
        { "range", one => one.Span, Range },
    };

    private static readonly JsonContract<Diagnostic> Contract = new(omitsNull: true)
    {
        { "message", one => one.Message },
        { "location", one => one, Location },
        { "severity", one => one.Severity },
        {
            "source",
            one => one,
            new() { { "name", _ => "KaizenGate" }, { "url", _ => ProjectAddress.Url } }
        },
        {
            "code",
            one => one.Rule is null ? null : one,
            new() { { "value", one => one.Rule }, { "url", one => ProjectAddress.OfRule(one.Rule!, one.Version) } }
        },
    };

    public static ReportFormat<Verdict> Format { get; } =
        new("rdjsonl", "for reviewdog, which comments on GitHub, GitLab, Bitbucket and Gitea", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        foreach (var one in Diagnostics(verdict))
        {
            Contract.Write(stream, one, isIndented: false);
        }
    }

    private static IEnumerable<Diagnostic> Diagnostics(Verdict verdict) =>
        verdict
            .Errors.Select(error => new Diagnostic(
                VisibleText.Message(FindingText.Message(error)),
                error.Path ?? ".",
                error.Line is { } line ? SourceSpan.OnLine(0, 0, line, 1) : null,
                "ERROR",
                null,
                verdict.ToolVersion
            ))
            .Concat(
                verdict
                    .AllFindings.Where(finding => finding.Counts)
                    .Select(finding => new Diagnostic(
                        VisibleText.Of(FindingText.Message(finding)),
                        finding.File.RootPath,
                        finding.Span,
                        finding.Severity switch
                        {
                            Severity.Error => "ERROR",
                            Severity.Warning => "WARNING",
                            _ => "INFO",
                        },
                        finding.Rule.Id,
                        verdict.ToolVersion
                    ))
            );

    private sealed record Diagnostic(
        string Message,
        string Path,
        SourceSpan? Span,
        string Severity,
        string? Rule,
        string Version
    );
}
