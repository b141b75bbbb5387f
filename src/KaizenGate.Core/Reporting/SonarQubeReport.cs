using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// Generic issues of SonarQube (<c>sonar.externalIssuesReportPaths</c>), which compares them with its new code period. The
/// severity belongs to a rule, so a rule has that of its worst finding. Input errors are left out: SonarQube rejects issues
/// without a file of the project.
/// </summary>
internal static class SonarQubeReport
{
    private static readonly JsonContract<Severity> Impact = new()
    {
        { "softwareQuality", _ => "MAINTAINABILITY" },
        { "severity", severity => Level(severity, "HIGH", "MEDIUM", "LOW") },
    };

    private static readonly JsonContract<(Rule Rule, Severity Severity)> RuleContract = new()
    {
        { "id", one => one.Rule.Id },
        { "name", one => FindingText.Title(one.Rule) },
        { "description", one => $"{one.Rule.Rationale} {one.Rule.Remedy}" },
        { "engineId", _ => "KaizenGate" },
        { "cleanCodeAttribute", _ => "COMPLETE" },
        // SonarQube before 10.3 and in its standard mode.
        { "type", _ => "CODE_SMELL" },
        { "severity", one => Level(one.Severity, "MAJOR", "MINOR", "INFO") },
        { "impacts", one => [one.Severity], Impact },
    };

    private static readonly JsonContract<Finding> Location = new()
    {
        { "message", finding => VisibleText.Of(FindingText.Message(finding)) },
        { "filePath", finding => finding.File.RootPath },
        {
            "textRange",
            finding => finding,
            // A line without columns is valid even if the finding is about no text.
            new() { { "startLine", finding => finding.Span.Line } }
        },
    };

    private static readonly JsonContract<Finding> Issue = new()
    {
        { "ruleId", finding => finding.Rule.Id },
        { "primaryLocation", finding => finding, Location },
    };

    private static readonly JsonContract<List<Finding>> Report = new()
    {
        {
            "rules",
            findings =>
                findings
                    .GroupBy(finding => finding.Rule.Id, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => (group.First().Rule, group.Max(finding => finding.Severity))),
            RuleContract
        },
        { "issues", findings => findings, Issue },
    };

    public static ReportFormat<Verdict> Format { get; } =
        new(
            "sonarqube",
            "for SonarQube and SonarQube Cloud (generic issues)",
            (verdict, _, stream) => Report.Write(stream, [.. verdict.AllFindings.Where(finding => finding.Counts)])
        );

    private static string Level(Severity severity, string error, string warning, string info) =>
        severity switch
        {
            Severity.Error => error,
            Severity.Warning => warning,
            _ => info,
        };
}
