using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>The rules in a SARIF run. Their texts are part of the program, so only JSON escapes them.</summary>
internal static class SarifRules
{
    /// <summary>The rules of the verdict, and others that its results refer to.</summary>
    public static ImmutableArray<RuleInForce> Of(Verdict verdict) =>
        [
            .. verdict
                .Rules.Concat(verdict.Findings.Select(finding => InForce(finding.Rule)))
                .Concat(verdict.NotEvaluated.Select(one => InForce(one.Rule)))
                .DistinctBy(one => one.Rule.Id),
        ];

    public static SarifRule Rule(RuleInForce one)
    {
        var rule = one.Rule;
        return new(
            rule.Id,
            rule.Name,
            new(rule.Summary),
            new(rule.Rationale),
            new($"{rule.Rationale} {rule.Remedy}", Markdown(rule)),
            // GitHub does not accept the level "none" of a rule that is off.
            new(
                one.Severity is not Severity.Off,
                one.Severity is Severity.Off ? "note" : SarifReport.Level(one.Severity)
            ),
            new(
                ["kaizen", JsonWord.Of(rule.Stage)],
                // A rule with a guard infers from numbers; the others check the text.
                rule.Guard
                    is null
                    ? "very-high"
                    : "high",
                one.Severity switch
                {
                    Severity.Error => "error",
                    Severity.Warning => "warning",
                    _ => "recommendation",
                }
            )
        );
    }

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
