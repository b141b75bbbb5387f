using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;
using KaizenGate.Rules;
using KaizenGate.Settings;

namespace KaizenGate.Reporting;

/// <summary>SARIF 2.1.0, with what GitHub code scanning demands of it.</summary>
internal static class SarifReport
{
    /// <summary>GitHub refuses a run with more results.</summary>
    internal const int MostResults = 25_000;

    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static ReportFormat Format { get; } =
        new("sarif", "for code scanning (SARIF 2.1.0): GitHub, Azure DevOps, editors", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("$schema", Schema);
                json.WriteString("version", "2.1.0");
                json.WriteStartArray("runs");
                json.WriteStartObject();
                WriteRun(json, verdict, options);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static void WriteRun(Utf8JsonWriter json, Verdict verdict, ReportOptions options)
    {
        var rules = SarifRules.Of(verdict);
        var index = rules.Select((rule, at) => (rule.Rule.Id, at)).ToDictionary(one => one.Id, one => one.at);
        var findings = verdict
            .Findings.Where(finding => finding.Counts || options.IncludeSuppressed)
            .OrderByDescending(finding => finding.Counts)
            .ThenByDescending(finding => finding.Severity)
            .ToList();

        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "KaizenGate");
        json.WriteString("version", verdict.ToolVersion);
        json.WriteString("semanticVersion", verdict.ToolVersion);
        SarifRules.Write(json, rules);
        json.WriteEndObject();
        json.WriteEndObject();

        // The category of the upload is what stands before the last slash.
        json.WriteStartObject("automationDetails");
        json.WriteString("id", "kaizen/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        SarifInvocation.Write(json, verdict, index, findings.Count - MostResults);

        var fingerprints = Fingerprints.Of(verdict);
        json.WriteStartArray("results");
        foreach (var finding in findings.Take(MostResults))
        {
            json.WriteStartObject();
            WriteResult(json, finding, index[finding.Rule.Id], fingerprints[finding]);
            if (options.IncludeSuppressed)
            {
                // An empty list says "not suppressed"; without one a reader could not tell in a run that has some.
                WriteSuppressions(json, finding);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule, string fingerprint)
    {
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(finding.Severity));
        SarifMessage.Write(json, "message", FindingText.Message(finding));
        json.WriteStartArray("locations");
        WriteLocation(json, finding.File, finding.Span);
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("kaizenFinding/v1", fingerprint);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceFile file, SourceSpan span)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifUri.Of(file.RootPath));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", span.Line);
        json.WriteNumber("startColumn", span.Column);
        json.WriteNumber("endLine", span.EndLine);
        json.WriteNumber("endColumn", span.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSuppressions(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("suppressions");
        if (finding.IsSuppressed)
        {
            WriteSuppression("inSource", finding.SuppressionReason);
        }

        if (finding.IsBaselined)
        {
            WriteSuppression("external", "in the baseline");
        }

        json.WriteEndArray();

        void WriteSuppression(string kind, string? reason)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("status", "accepted");
            if (reason is not null)
            {
                json.WriteString("justification", VisibleText.Message(reason));
            }

            json.WriteEndObject();
        }
    }

    internal static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "note",
            _ => "none",
        };
}
