using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// A report for Bitbucket Code Insights and its annotations: the bodies of two requests in one document. It belongs to one
/// commit and is not compared, so it follows the checked change.
/// </summary>
internal static class BitbucketReport
{
    /// <summary>A report can have no more.</summary>
    private const int MaxAnnotations = 1000;

    /// <summary>Longer texts are rejected.</summary>
    private const int LongestSummary = 450;

    private static readonly JsonContract<(string Title, int Value)> Data = new()
    {
        { "title", one => one.Title },
        { "type", _ => "NUMBER" },
        { "value", one => one.Value },
    };

    private static readonly JsonContract<Verdict> Report = new()
    {
        { "title", _ => "KaizenGate" },
        { "report_type", _ => "TEST" },
        { "reporter", _ => "KaizenGate" },
        { "link", _ => ProjectAddress.Url },
        { "result", verdict => verdict.Outcome is Outcome.Pass ? "PASSED" : "FAILED" },
        { "details", verdict => VisibleText.Cut(Details(verdict), 2 * LongestSummary) },
        {
            "data",
            verdict =>
                [
                    ("Errors", verdict.Errors.Length + verdict.Count(Severity.Error)),
                    ("Warnings", verdict.Count(Severity.Warning)),
                    ("Infos", verdict.Count(Severity.Info)),
                    ("Not evaluated", verdict.NotEvaluated.Length),
                ],
            Data
        },
    };

    private static readonly JsonContract<(Finding Finding, string Fingerprint, Verdict Verdict)> Annotation = new()
    {
        { "external_id", one => $"kaizen-{one.Fingerprint}" },
        { "annotation_type", _ => "CODE_SMELL" },
        { "result", one => one.Verdict.FailsBy(one.Finding) ? "FAILED" : "PASSED" },
        {
            "severity",
            one =>
                one.Finding.Severity switch
                {
                    Severity.Error => "HIGH",
                    Severity.Warning => "MEDIUM",
                    _ => "LOW",
                }
        },
        {
            "summary",
            one =>
                VisibleText.Cut(
                    $"{one.Finding.Rule.Id} {VisibleText.Of(FindingText.Message(one.Finding))}",
                    LongestSummary
                )
        },
        { "details", one => one.Finding.Rule.Remedy },
        { "path", one => one.Finding.File.RootPath },
        { "line", one => one.Finding.Span.Line },
        { "link", one => ProjectAddress.OfRule(one.Finding.Rule.Id, one.Verdict.ToolVersion) },
    };

    private static readonly JsonContract<Verdict> Both = new()
    {
        { "report", verdict => verdict, Report },
        { "annotations", Annotations, Annotation },
    };

    public static ReportFormat<Verdict> Format { get; } =
        new("bitbucket", "for Bitbucket Code Insights", (verdict, _, stream) => Both.Write(stream, verdict));

    private static string Details(Verdict verdict) =>
        string.Join(
            '\n',
            verdict
                .Errors.Select(error => VisibleText.Message($"{FindingText.Place(error)}{FindingText.Message(error)}"))
                .Prepend(VerdictText.Line(verdict))
        );

    private static IEnumerable<(Finding, string, Verdict)> Annotations(Verdict verdict)
    {
        var fingerprints = Fingerprints.Of(verdict);
        return FindingText
            .WorstFirst(verdict)
            .Take(MaxAnnotations)
            .Select(finding => (finding, fingerprints[finding], verdict));
    }
}
