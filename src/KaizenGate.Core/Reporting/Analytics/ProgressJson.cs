using System.Text.Json;
using KaizenGate.Analytics;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Reporting.Analytics;

/// <summary>
/// The whole report for programs; docs/report.md describes every field. A change that breaks a reader raises the schema version.
/// Every figure of every format can be recomputed from it.
/// </summary>
internal static class ProgressJson
{
    public const int SchemaVersion = 1;

    public static ProgressFormat Format { get; } =
        new("json", "for programs: every figure, and all that it is computed from", Write);

    private static void Write(ImprovementReport report, ProgressOptions options, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schemaVersion", SchemaVersion);
                Head(json, report);
                ProgressJsonFigures.Write(json, report);
                ProgressJsonLists.Write(json, report);
                MetricJson.Write(json, report.Metrics);
                Findings(json, report);
                json.WriteEndObject();
            }
        );

    private static void Head(Utf8JsonWriter json, ImprovementReport report)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", "KaizenGate");
        json.WriteString("version", report.Verdict.ToolVersion);
        json.WriteEndObject();
        json.WriteString("name", report.Name);
        json.WriteString("asOf", ProgressWords.Day(report.Verdict.AsOf));
        json.WriteString("verdict", ProgressWords.OutcomeKey(report.Verdict.Outcome));
        json.WriteStartObject("period");
        json.WriteString("from", ProgressWords.Day(report.Period.From));
        json.WriteString("to", ProgressWords.Day(report.Period.To));
        json.WriteString("wantedFrom", ProgressWords.Day(report.Period.Wanted));
        json.WriteNumber("days", report.Period.Days);
        json.WriteNumber("weeks", report.Period.Weeks);
        json.WriteString("cutShortBy", report.Period.CutShortBy);
        json.WriteString("unknown", report.Period.Unknown);
        json.WriteEndObject();
        json.WriteStartArray("backlogs");
        foreach (var backlog in report.Backlogs)
        {
            json.WriteStartObject();
            json.WriteString("path", backlog.File.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Findings(Utf8JsonWriter json, ImprovementReport report)
    {
        json.WriteStartArray("findings");
        foreach (var finding in report.Verdict.Findings)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Rule.Id);
            json.WriteString("name", finding.Rule.Name);
            json.WriteString("severity", SeverityText.Of(finding.Severity));
            json.WriteString("message", finding.Message);
            json.WriteString("path", finding.File.Path);
            json.WriteNumber("line", finding.Span.Line);
            json.WriteNumber("column", finding.Span.Column);
            json.WriteBoolean("counts", finding.Counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notEvaluated");
        foreach (var missing in report.Verdict.NotEvaluated)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", missing.Rule.Id);
            json.WriteString("path", missing.File.Path);
            json.WriteString("reason", missing.Reason);
            json.NumberOrNull("has", missing.Has);
            json.NumberOrNull("needs", missing.Needs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
