using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>The rules in a SARIF run. Their texts are part of the program, so only JSON escapes them.</summary>
internal static class SarifRules
{
    private static readonly JsonContract<string> Text = new() { { "text", text => text } };

    private static readonly JsonContract<Rule> Help = new()
    {
        { "text", rule => $"{rule.Rationale} {rule.Remedy}" },
        { "markdown", Markdown },
    };

    private static readonly JsonContract<Severity> Configuration = new()
    {
        { "enabled", severity => severity is not Severity.Off },
        // GitHub does not accept the level "none" of a rule that is off.
        { "level", severity => severity is Severity.Off ? "note" : Level(severity) },
    };

    private static readonly JsonContract<RuleInForce> Properties = new()
    {
        { "tags", one => ["kaizen", JsonText.Word(one.Rule.Stage)] },
        // A rule with a guard infers from numbers; the others check the text.
        { "precision", one => one.Rule.Guard is null ? "very-high" : "high" },
        {
            "problem.severity",
            one =>
                one.Severity switch
                {
                    Severity.Error => "error",
                    Severity.Warning => "warning",
                    _ => "recommendation",
                }
        },
    };

    /// <summary>A rule and the version of the tool, whose page of the rule it links to.</summary>
    public static JsonContract<(RuleInForce Rule, string Version)> Rule { get; } =
        new()
        {
            { "id", one => one.Rule.Rule.Id },
            { "name", one => one.Rule.Rule.Name },
            { "shortDescription", one => one.Rule.Rule.Summary, Text },
            { "fullDescription", one => one.Rule.Rule.Rationale, Text },
            { "helpUri", one => ProjectAddress.OfRule(one.Rule.Rule.Id, one.Version) },
            { "help", one => one.Rule.Rule, Help },
            { "defaultConfiguration", one => one.Rule.Severity, Configuration },
            { "properties", one => one.Rule, Properties },
        };

    /// <summary>The rules of the verdict, and others that its results refer to.</summary>
    public static ImmutableArray<RuleInForce> Of(Verdict verdict) =>
        [
            .. verdict
                .Rules.Concat(verdict.AllFindings.Select(finding => InForce(finding.Rule)))
                .Concat(verdict.NotEvaluated.Select(one => InForce(one.Rule)))
                .DistinctBy(one => one.Rule.Id),
        ];

    public static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "note",
            _ => "none",
        };

    private static RuleInForce InForce(Rule rule) => new(rule, rule.DefaultSeverity);

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
