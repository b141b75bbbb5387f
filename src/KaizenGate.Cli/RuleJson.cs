using System.Text.Json;
using KaizenGate.Reporting;
using KaizenGate.Rules;

namespace KaizenGate.Cli;

/// <summary>A rule as JSON.</summary>
internal static class RuleJson
{
    public static void Write(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("stage", JsonNamingPolicy.CamelCase.ConvertName(rule.Stage.ToString()));
        json.WriteString("severity", SeverityText.Of(rule.DefaultSeverity));
        json.WriteString("summary", rule.Summary);
        json.WriteString("rationale", rule.Rationale);
        json.WriteString("remedy", rule.Remedy);
        json.WriteString("guard", rule.Guard);
        json.WriteString("page", RulePage.Of(rule));
        WriteParameters(json, rule);
        WriteLists(json, rule);
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartArray("parameters");
        foreach (var parameter in rule.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteNumber("default", parameter.Default);
            json.WriteNumber("minimum", parameter.Minimum);
            json.WriteNumber("maximum", parameter.Maximum);
            json.WriteString("unit", parameter.Unit);
            json.WriteString("description", parameter.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLists(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartArray("lists");
        foreach (var list in rule.Lists)
        {
            json.WriteStartObject();
            json.WriteString("name", list.Name);
            WriteWords(json, "default", list.Default);
            WriteWords(json, "allowed", list.Allowed);
            json.WriteString("description", list.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }
}
