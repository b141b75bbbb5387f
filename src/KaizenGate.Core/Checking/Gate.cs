using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>Checks backlogs with the rules.</summary>
internal static class Gate
{
    /// <summary>Checks backlogs by the dates in the files. Without any backlog, KZ101 fires.</summary>
    /// <param name="backlogs">The backlogs, each with its archive.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="toolVersion">The version that reports show.</param>
    /// <param name="baseline">The accepted findings; null for none.</param>
    public static Verdict Check(
        ImmutableArray<Backlog> backlogs,
        GateSettings settings,
        DateOnly asOf,
        string toolVersion,
        Baseline? baseline = null
    ) => Check(ByTheirDates(backlogs, asOf), settings, asOf, toolVersion, baseline);

    /// <summary>Checks backlogs by their history. Without any backlog, KZ101 fires.</summary>
    /// <param name="evidence">The backlogs with their history.</param>
    /// <param name="settings">The settings of the run; a backlog with its own settings uses those.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="toolVersion">The version that reports show.</param>
    /// <param name="baseline">The accepted findings; null for none.</param>
    public static Verdict Check(
        ImmutableArray<Evidence> evidence,
        GateSettings settings,
        DateOnly asOf,
        string toolVersion,
        Baseline? baseline = null
    ) => Check(evidence, settings, asOf, toolVersion, baseline, RuleCatalog.All);

    /// <summary>The verdict of a run with input errors.</summary>
    /// <param name="errors">At least one.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="toolVersion">The version that reports show.</param>
    public static Verdict InputErrors(ImmutableArray<InputError> errors, DateOnly asOf, string toolVersion) =>
        new()
        {
            ToolVersion = toolVersion,
            AsOf = asOf,
            Outcome = Outcome.Error,
            Errors = errors,
            Rules = [.. RuleCatalog.All.Select(rule => new RuleInForce(rule, rule.DefaultSeverity))],
        };

    internal static ImmutableArray<Evidence> ByTheirDates(ImmutableArray<Backlog> backlogs, DateOnly asOf) =>
        [.. backlogs.Select(backlog => new Evidence(backlog, WrittenDates.Read(backlog, asOf)))];

    internal static Verdict Check(
        ImmutableArray<Evidence> evidence,
        GateSettings settings,
        DateOnly asOf,
        string toolVersion,
        Baseline? baseline,
        ImmutableArray<Rule> rules
    )
    {
        var inForce = RulesInForce(rules, settings, settings);
        ImmutableArray<Evaluation> judgements =
        [
            .. evidence.Select((one, at) => Evaluation.Of(one, InForce(one), settings, asOf, isFirst: at == 0)),
        ];
        ImmutableArray<Evaluation> whole = [.. judgements.Where((_, index) => !evidence[index].IsUntouched)];
        var findings = judgements.SelectMany(judgement => judgement.Findings);
        if (evidence.IsEmpty && inForce.FirstOrDefault(one => one.Rule.Id == NoBacklog.Rule.Id) is { } noBacklog)
        {
            findings = Findings.Of(noBacklog, NoBacklog.MissingFile, NoBacklog.Violation);
        }

        var verdict = new Verdict
        {
            ToolVersion = toolVersion,
            AsOf = asOf,
            Outcome = Outcome.Pass,
            FailOn = settings.FailOn,
            Rules = inForce,
            Backlogs = [.. whole.Select(judgement => judgement.Judged)],
            Change = ChangeEffect.Of(evidence),
            Figures = FiguresCalculator.All([.. whole.Select(judgement => judgement.Tally)]),
            Findings = Sorted(
                BaselineFilter
                    .Apply(baseline, [.. findings], evidence, judgements, inForce, asOf)
                    .Where(finding => Concerns(evidence, finding))
            ),
            NotEvaluated = [.. judgements.SelectMany(judgement => judgement.NotEvaluated)],
        };
        return verdict.Findings.Any(verdict.FailsBy) ? verdict with { Outcome = Outcome.Fail } : verdict;

        ImmutableArray<RuleInForce> InForce(Evidence one) =>
            one.IsUntouched
                ? [.. inForce.Select(rule => rule.Rule.IsOfRun ? rule : rule with { Severity = Severity.Off })]
            : one.Settings?.Settings is { } own && own != settings ? RulesInForce(rules, own, settings)
            : inForce;
    }

    /// <summary>The rules with the severities of a backlog's settings; those about the run with the severities of its settings.</summary>
    private static ImmutableArray<RuleInForce> RulesInForce(
        ImmutableArray<Rule> rules,
        GateSettings own,
        GateSettings run
    ) => [.. rules.Select(rule => new RuleInForce(rule, (rule.IsOfRun ? run : own).SeverityOf(rule.Known)))];

    /// <summary>
    /// Whether a finding is about a whole backlog or about an improvement that the checked change touched. Filtered last, because
    /// findings outside the change still decide whether a suppression or a baseline entry has an effect.
    /// </summary>
    private static bool Concerns(ImmutableArray<Evidence> evidence, Finding finding) =>
        finding.Item is not { } item
        || evidence.FirstOrDefault(one => one.Backlog.File == finding.File)?.Range is not { } range
        || range.Changed.Contains(item.Key);

    /// <summary>By file, place and rule; equal ones keep the order of their rule.</summary>
    private static ImmutableArray<Finding> Sorted(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderBy(finding => finding.File.Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Span.Line)
                .ThenBy(finding => finding.Span.Column)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];
}
