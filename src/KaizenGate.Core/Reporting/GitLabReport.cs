using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>The code quality report of GitLab, which compares it with that of the target branch.</summary>
internal static class GitLabReport
{
    private static readonly JsonContract<Issue> Contract = new()
    {
        { "description", issue => issue.Description },
        { "check_name", issue => issue.Check },
        { "fingerprint", issue => issue.Fingerprint },
        { "severity", issue => issue.Severity },
        {
            "location",
            issue => issue,
            new()
            {
                { "path", issue => issue.Path },
                {
                    "lines",
                    issue => issue,
                    new() { { "begin", issue => issue.Line } }
                },
            }
        },
    };

    public static ReportFormat<Verdict> Format { get; } =
        new(
            "gitlab",
            "for GitLab merge requests (code quality JSON)",
            (verdict, _, stream) => Contract.WriteAll(stream, Issues(verdict))
        );

    private static IEnumerable<Issue> Issues(Verdict verdict)
    {
        var fingerprints = Fingerprints.Of(verdict);
        return
        [
            .. verdict.Errors.Select(Of),
            .. verdict.AllFindings.Where(one => one.Counts).Select(one => Of(one, fingerprints[one])),
        ];
    }

    private static Issue Of(InputError error) =>
        new(
            VisibleText.Message(FindingText.Message(error)),
            "input",
            Fingerprints.Hash("input", error.Path ?? "", error.Message),
            "blocker",
            error.Path ?? ".",
            error.Line ?? 1
        );

    private static Issue Of(Finding finding, string fingerprint) =>
        new(
            $"{finding.Rule.Id} {VisibleText.Of(FindingText.Message(finding))}",
            finding.Rule.Id,
            fingerprint,
            finding.Severity switch
            {
                Severity.Error => "major",
                Severity.Warning => "minor",
                _ => "info",
            },
            finding.File.RootPath,
            finding.Span.Line
        );

    private sealed record Issue(
        string Description,
        string Check,
        string Fingerprint,
        string Severity,
        string Path,
        int Line
    );
}
