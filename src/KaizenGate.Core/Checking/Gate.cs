using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Rules;
using KaizenGate.Rules.Capture;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

/// <summary>Holds backlogs against the rules.</summary>
public static class Gate
{
    /// <summary>Judges backlogs; none at all is a finding of its own.</summary>
    /// <param name="backlogs">The backlogs, each with its archive.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="asOf">Today, for the rules.</param>
    /// <param name="toolVersion">The version to name in the reports.</param>
    /// <param name="baseline">The findings that were accepted; null for none.</param>
    public static Verdict Judge(
        ImmutableArray<Backlog> backlogs,
        GateSettings settings,
        DateOnly asOf,
        string toolVersion,
        Baseline? baseline = null
    ) => Judge(backlogs, settings, asOf, toolVersion, baseline, RuleCatalog.All);

    /// <summary>The verdict of a run that could not judge.</summary>
    /// <param name="errors">Why; at least one.</param>
    /// <param name="asOf">Today, for the rules.</param>
    /// <param name="toolVersion">The version to name in the reports.</param>
    public static Verdict CouldNotJudge(ImmutableArray<InputError> errors, DateOnly asOf, string toolVersion) =>
        new()
        {
            ToolVersion = toolVersion,
            AsOf = asOf,
            Outcome = Outcome.Error,
            Errors = errors,
            Rules = [.. RuleCatalog.All.Select(rule => new RuleInForce(rule, rule.DefaultSeverity))],
        };

    internal static Verdict Judge(
        ImmutableArray<Backlog> backlogs,
        GateSettings settings,
        DateOnly asOf,
        string toolVersion,
        Baseline? baseline,
        ImmutableArray<Rule> rules
    )
    {
        ImmutableArray<RuleInForce> inForce =
        [
            .. rules.Select(rule => new RuleInForce(rule, settings.SeverityOf(rule.Known))),
        ];
        ImmutableArray<Judgement> judgements =
        [
            .. backlogs.Select(backlog => Judgement.Of(backlog, inForce, settings, asOf)),
        ];
        var findings = judgements.SelectMany(judgement => judgement.Findings);
        if (backlogs.IsEmpty && inForce.FirstOrDefault(one => one.Rule.Id == NoBacklog.Rule.Id) is { } noBacklog)
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
            Scoring = settings.Scoring,
            Backlogs = [.. judgements.Select(judgement => judgement.Judged)],
            Figures = FiguresOf.All([.. judgements.Select(judgement => (judgement.Judged.Backlog, judgement.Flow))]),
            Findings = Sorted(Acceptance.Apply(baseline, [.. findings], judgements, inForce, asOf)),
            NotEvaluated = [.. judgements.SelectMany(judgement => judgement.NotEvaluated)],
        };
        return verdict.Findings.Any(verdict.IsShutBy) ? verdict with { Outcome = Outcome.Fail } : verdict;
    }

    /// <summary>By file, place and rule; findings that agree in all of these stay in the order in which their rule gave them.</summary>
    private static ImmutableArray<Finding> Sorted(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderBy(finding => finding.File.Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Span.Line)
                .ThenBy(finding => finding.Span.Column)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];
}
