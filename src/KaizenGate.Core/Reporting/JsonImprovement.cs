using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>One improvement in JSON, the same wherever it is written: what identifies and ranks it, then each field, then its place.</summary>
internal static class JsonImprovement
{
    /// <summary>Writes its properties into an object that was begun.</summary>
    public static void Write(Utf8JsonWriter json, Improvement item, Scoring scoring)
    {
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Title);
        json.WriteString("status", CamelCase(item.Status));
        json.FiniteOrNull("score", item.Score);
        json.WriteString("priority", StatusText.Words(StatusText.Priority(item, scoring)));
        foreach (var field in item.Values.Table.WithValue)
        {
            Write(json, field.JsonName, item.Values.Of(field));
        }

        json.WriteNumber("line", item.Span.Line);
        json.WriteNumber("column", item.Span.Column);
    }

    private static void Write(Utf8JsonWriter json, string name, Written? value)
    {
        switch (value)
        {
            case Written<double> number:
                json.FiniteOrNull(name, number.Value);
                break;
            case Written<Priority> priority:
                json.WriteString(name, CamelCase(priority.Value));
                break;
            case Written<Category?> { Value: { } category }:
                json.WriteString(name, CamelCase(category));
                break;
            default:
                json.WriteString(name, value?.Plain);
                break;
        }
    }

    private static string CamelCase<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}
