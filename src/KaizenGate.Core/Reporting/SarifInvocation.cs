using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>How the run went: whether it could judge, what it could not judge, and what was cut off.</summary>
internal static class SarifInvocation
{
    /// <param name="json">Where to write.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="index">Where in the run each rule stands.</param>
    /// <param name="cut">How many results were left out; none when not positive.</param>
    public static void Write(Utf8JsonWriter json, Verdict verdict, Dictionary<string, int> index, int cut)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", verdict.Outcome is not Outcome.Error);
        json.WriteNumber("exitCode", verdict.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var error in verdict.Errors)
        {
            json.WriteStartObject();
            WriteError(json, error);
            json.WriteEndObject();
        }

        foreach (var missing in verdict.NotEvaluated)
        {
            json.WriteStartObject();
            WriteMissing(json, missing, index[missing.Rule.Id]);
            json.WriteEndObject();
        }

        if (cut > 0)
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            SarifMessage.Write(
                json,
                "message",
                $"{Wording.Count(cut, "result")} left out: the least severe, beyond {SarifReport.MostResults}"
            );
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, InputError error)
    {
        json.WriteString("level", "error");
        SarifMessage.Write(json, "message", VisibleText.Message(InputErrorText.Message(error)));
        if (error.Path is not null)
        {
            WriteLocation(json, error.Path, error.Line, error.Column);
        }
    }

    private static void WriteMissing(Utf8JsonWriter json, NotEvaluated missing, int rule)
    {
        json.WriteString("level", "note");
        SarifMessage.Write(json, "message", $"{missing.Rule.Id} not evaluated: {VisibleText.Message(missing.Reason)}");
        json.WriteStartObject("associatedRule");
        json.WriteString("id", missing.Rule.Id);
        json.WriteNumber("index", rule);
        json.WriteEndObject();
        WriteLocation(json, missing.File.RootPath, null, null);
    }

    private static void WriteLocation(Utf8JsonWriter json, string path, int? line, int? column)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifUri.Of(path));
        json.WriteEndObject();
        if (line is { } number)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", number);
            json.WriteNumber("startColumn", column ?? 1);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
