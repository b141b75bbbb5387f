using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KaizenGate.Checking;
using KaizenGate.Rules;
using KaizenGate.Settings;

namespace KaizenGate.Reporting;

/// <summary>The rules in a SARIF run: their texts are ours, so nothing in them is escaped but for JSON.</summary>
internal static class SarifRules
{
    /// <summary>The rules of the verdict, and any that it names without listing it: every result must find its rule.</summary>
    public static ImmutableArray<RuleInForce> Of(Verdict verdict) =>
        [
            .. verdict
                .Rules.Concat(verdict.Findings.Select(finding => InForce(finding.Rule)))
                .Concat(verdict.NotEvaluated.Select(one => InForce(one.Rule)))
                .DistinctBy(one => one.Rule.Id),
        ];

    public static void Write(Utf8JsonWriter json, ImmutableArray<RuleInForce> rules)
    {
        json.WriteStartArray("rules");
        foreach (var one in rules)
        {
            json.WriteStartObject();
            Write(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static RuleInForce InForce(Rule rule) => new(rule, rule.DefaultSeverity);

    private static void Write(Utf8JsonWriter json, RuleInForce one)
    {
        var rule = one.Rule;
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        WriteText("shortDescription", rule.Summary, null);
        WriteText("fullDescription", rule.Rationale, null);
        WriteText("help", $"{rule.Rationale} {rule.Remedy}", Markdown(rule));

        json.WriteStartObject("defaultConfiguration");
        json.WriteBoolean("enabled", one.Severity is not Severity.Off);
        // A rule that is off may not say "none": GitHub knows note, warning and error only.
        json.WriteString("level", one.Severity is Severity.Off ? "note" : SarifReport.Level(one.Severity));
        json.WriteEndObject();

        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("kaizen");
        json.WriteStringValue($"{rule.Stage}".ToLowerInvariant());
        json.WriteEndArray();
        // A rule with a guard concludes from numbers; the others read what is written.
        json.WriteString("precision", rule.Guard is null ? "very-high" : "high");
        json.WriteString(
            "problem.severity",
            one.Severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "recommendation",
            }
        );
        json.WriteEndObject();

        void WriteText(string name, string text, string? markdown)
        {
            json.WriteStartObject(name);
            json.WriteString("text", text);
            if (markdown is not null)
            {
                json.WriteString("markdown", markdown);
            }

            json.WriteEndObject();
        }
    }

    private static string Markdown(Rule rule)
    {
        var text = new StringBuilder()
            .Append($"**{rule.Id} {rule.Name}**\n\n{rule.Summary}\n\n")
            .Append($"**Why it matters.** {rule.Rationale}\n\n")
            .Append($"**What to do.** {rule.Remedy}\n");
        if (rule.Guard is not null)
        {
            text.Append($"\nIt needs {rule.Guard} before it judges.\n");
        }

        if (rule.Parameters.Length > 0)
        {
            text.Append("\n| setting | default | unit | what it decides |\n| --- | --: | --- | --- |\n");
            foreach (var parameter in rule.Parameters)
            {
                text.Append(
                    $"| `rules.{rule.Id}.{parameter.Name}` | {parameter.Default} | {parameter.Unit} | {parameter.Description} |\n"
                );
            }
        }

        return text.ToString();
    }
}
