using System.Text.Json;
using KaizenGate.Checking;
using KaizenGate.Reporting.Escaping;
using KaizenGate.Settings;

namespace KaizenGate.Reporting;

/// <summary>GitLab's code quality report. What was not evaluated is an entry of its own, so that its absence never looks like a pass.</summary>
internal static class GitLabReport
{
    public static ReportFormat Format { get; } =
        new("gitlab", "for merge requests on GitLab (code quality JSON)", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                var fingerprints = Fingerprints.Of(verdict);
                json.WriteStartArray();
                foreach (var error in verdict.Errors)
                {
                    Issue(
                        json,
                        "input",
                        VisibleText.Message(InputErrorText.Message(error)),
                        Fingerprints.Hash("input", error.Path ?? "", error.Message),
                        "blocker",
                        error.Path ?? ".",
                        error.Line ?? 1
                    );
                }

                foreach (var finding in verdict.Findings.Where(finding => finding.Counts))
                {
                    Issue(
                        json,
                        finding.Rule.Id,
                        $"{finding.Rule.Id} {VisibleText.Of(FindingText.Message(finding))}",
                        fingerprints[finding],
                        Word(finding.Severity),
                        finding.File.RootPath,
                        finding.Span.Line
                    );
                }

                foreach (var missing in verdict.NotEvaluated)
                {
                    Issue(
                        json,
                        missing.Rule.Id,
                        $"{missing.Rule.Id} not evaluated: {VisibleText.Message(missing.Reason)}",
                        Fingerprints.Hash("not evaluated", missing.Rule.Id, missing.File.RootPath),
                        "info",
                        missing.File.RootPath,
                        1
                    );
                }

                json.WriteEndArray();
            }
        );

    private static void Issue(
        Utf8JsonWriter json,
        string check,
        string description,
        string fingerprint,
        string severity,
        string path,
        int line
    )
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        json.WriteString("check_name", check);
        json.WriteString("fingerprint", fingerprint);
        json.WriteString("severity", severity);
        json.WriteStartObject("location");
        json.WriteString("path", path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "major",
            Severity.Warning => "minor",
            _ => "info",
        };
}
