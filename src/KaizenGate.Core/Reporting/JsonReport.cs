using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Reporting;

/// <summary>The verdict for programs; docs/json.md describes every field. A change that breaks a reader raises the schema version.</summary>
internal static class JsonReport
{
    private const int SchemaVersion = 1;

    public static ReportFormat Format { get; } = new("json", "for programs: everything, documented and stable", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schemaVersion", SchemaVersion);
                json.WriteStartObject("tool");
                json.WriteString("name", "KaizenGate");
                json.WriteString("version", verdict.ToolVersion);
                json.WriteEndObject();
                json.WriteString("asOf", Date(verdict.AsOf));
                json.WriteString("verdict", Word(verdict.Outcome));
                json.WriteNumber("exitCode", verdict.ExitCode);
                Array(json, "errors", verdict.Errors, WriteError);
                Array(json, "backlogs", verdict.Backlogs, (to, one) => WriteBacklog(to, one, options));
                Strings(json, "untouched", verdict.Untouched.Select(file => file.Path));
                WriteFigures(json, verdict.Figures);
                WriteHidden(json, verdict);
                Array(json, "findings", verdict.Findings, WriteFinding);
                Array(json, "notEvaluated", verdict.NotEvaluated, WriteNotEvaluated);
                json.WriteEndObject();
            }
        );

    private static void Array<T>(
        Utf8JsonWriter json,
        string name,
        IEnumerable<T> values,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, InputError error)
    {
        json.WriteString("message", error.Message);
        json.WriteString("help", error.Help);
        json.WriteString("path", error.Path);
        json.NumberOrNull("line", error.Line);
        json.NumberOrNull("column", error.Column);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteBacklog(Utf8JsonWriter json, JudgedBacklog one, ReportOptions options)
    {
        var backlog = one.Backlog;
        json.WriteString("path", backlog.File.Path);
        Strings(json, "settings", one.SettingsFiles);
        if (options.Verbose)
        {
            Array(json, "items", backlog.Improvements, (to, item) => JsonImprovement.Write(to, item, one.Scoring));
        }
        else
        {
            json.WriteNull("items");
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, Figures figures)
    {
        json.WriteStartObject("figures");
        json.WriteNumber("open", figures.Open);
        json.WriteNumber("active", figures.Active);
        json.WriteNumber("inProgress", figures.InProgress);
        json.WriteNumber("done", figures.Done);
        json.WriteNumber("deferred", figures.Deferred);
        json.WriteNumber("rejected", figures.Rejected);
        json.WriteNumber("identified", figures.Identified);
        json.WriteNumber("executed", figures.Executed);
        json.FiniteOrNull("executionRate", figures.ExecutionRate);
        json.FiniteOrNull("drainWeeks", figures.DrainWeeks);
        json.FiniteOrNull("knownWeeks", figures.KnownWeeks);
        json.FiniteOrNull("arrivalsPerWeek", figures.ArrivalsPerWeek);
        json.FiniteOrNull("departuresPerWeek", figures.DeparturesPerWeek);
        WriteDays(json, "cycleDays", figures.CycleDays);
        WriteDays(json, "openDays", figures.OpenDays);
        json.WriteEndObject();
    }

    private static void WriteHidden(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("hidden");
        json.WriteNumber("suppressed", HiddenText.Suppressed(verdict));
        json.WriteNumber("baselined", HiddenText.Baselined(verdict));
        json.WriteEndObject();
    }

    private static void WriteDays(Utf8JsonWriter json, string name, Days days)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", days.Count);
        json.FiniteOrNull("median", days.Median);
        json.FiniteOrNull("percentile85", days.Percentile85);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Name);
        json.WriteString("severity", SeverityText.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("help", finding.Rule.Remedy);
        json.WriteString("path", finding.File.Path);
        json.WriteNumber("line", finding.Span.Line);
        json.WriteNumber("column", finding.Span.Column);
        json.WriteNumber("endLine", finding.Span.EndLine);
        json.WriteNumber("endColumn", finding.Span.EndColumn);
        if (finding.Item is { } item)
        {
            json.WriteStartObject("item");
            json.WriteString("id", item.Id);
            json.WriteString("title", item.Title);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("item");
        }

        json.WriteBoolean("suppressed", finding.IsSuppressed);
        json.WriteBoolean("baselined", finding.IsBaselined);
    }

    private static void WriteNotEvaluated(Utf8JsonWriter json, NotEvaluated missing)
    {
        json.WriteString("ruleId", missing.Rule.Id);
        json.WriteString("path", missing.File.Path);
        json.WriteString("reason", missing.Reason);
        json.NumberOrNull("has", missing.Has);
        json.NumberOrNull("needs", missing.Needs);
    }

    private static string Date(DateOnly date) => $"{date:yyyy-MM-dd}";

    private static string Word(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "pass",
            Outcome.Fail => "fail",
            _ => "error",
        };
}
