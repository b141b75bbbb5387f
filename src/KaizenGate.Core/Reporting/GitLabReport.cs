using System.Text.Json.Serialization;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>The code quality report of GitLab. A rule that was not evaluated is an entry, so that it does not look like a pass.</summary>
internal static class GitLabReport
{
    public static ReportFormat Format { get; } =
        new(
            "gitlab",
            "for GitLab merge requests (code quality JSON)",
            (verdict, _, stream) =>
                JsonText.Write(stream, Issues(verdict), ReportJsonContext.Default.IEnumerableGitLabIssue)
        );

    private static IEnumerable<GitLabIssue> Issues(Verdict verdict)
    {
        var fingerprints = Fingerprints.Of(verdict);
        return
        [
            .. verdict.Errors.Select(Issue),
            .. verdict.Findings.Where(one => one.Counts).Select(one => Issue(one, fingerprints[one])),
            .. verdict.NotEvaluated.Select(Issue),
        ];
    }

    private static GitLabIssue Issue(InputError error) =>
        new(
            VisibleText.Message(InputErrorText.Message(error)),
            "input",
            Fingerprints.Hash("input", error.Path ?? "", error.Message),
            "blocker",
            new(error.Path ?? ".", new(error.Line ?? 1))
        );

    private static GitLabIssue Issue(Finding finding, string fingerprint) =>
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
            new(finding.File.RootPath, new(finding.Span.Line))
        );

    private static GitLabIssue Issue(NotEvaluatedRule missing) =>
        new(
            $"{missing.Rule.Id} not evaluated: {VisibleText.Message(missing.Reason)}",
            missing.Rule.Id,
            Fingerprints.Hash("not evaluated", missing.Rule.Id, missing.File.RootPath),
            "info",
            new(missing.File.RootPath, new(1))
        );
}

internal sealed record GitLabIssue(
    string Description,
    [property: JsonPropertyName("check_name")] string CheckName,
    string Fingerprint,
    string Severity,
    GitLabLocation Location
);

internal sealed record GitLabLocation(string Path, GitLabLines Lines);

internal sealed record GitLabLines(int Begin);
