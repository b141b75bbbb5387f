using System.Runtime.InteropServices;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>Checks backlogs with the rules.</summary>
internal static class Gate
{
    /// <summary>Checks backlogs. Without any backlog, KZ101 fires.</summary>
    /// <param name="evidence">The backlogs with their history.</param>
    /// <param name="settings">The settings of the run; a backlog with its own settings uses those.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="toolVersion">The version that reports show.</param>
    /// <param name="baseline">The accepted findings; null for none.</param>
    /// <param name="catalog">The rules; default for all.</param>
    /// <param name="change">What the checked change does to the gate; null when the run is not about a change.</param>
    public static Verdict Check(
        ImmutableArray<Evidence> evidence,
        GateSettings settings,
        DateOnly asOf,
        string toolVersion,
        Baseline? baseline = null,
        ImmutableArray<Rule> catalog = default,
        GateChange? change = null
    )
    {
        var rules = catalog.IsDefault ? RuleCatalog.All : catalog;
        var inForce = RulesInForce(rules, settings, settings, change);
        ImmutableArray<Evaluation> evaluations =
        [
            .. Concurrently.Select(
                [.. evidence.Index()],
                one => Evaluation.Of(one.Item, InForce(one.Item), settings, asOf, isFirst: one.Index == 0)
            ),
        ];
        ImmutableArray<Evaluation> whole = [.. evaluations.Where((_, index) => !evidence[index].IsUntouched)];
        var findings = evaluations.SelectMany(evaluation => evaluation.Findings);
        if (evidence.IsEmpty && RuleOf(NoBacklog.Rule.Id) is { } noBacklog)
        {
            findings = Finding.Of(noBacklog, NoBacklog.MissingFile, NoBacklog.Violation);
        }

        var all = Sorted([
            .. BaselineFilter.Apply(baseline, [.. findings], evidence, evaluations, inForce, asOf),
            .. Weakened(),
        ]);
        var changed = evidence
            .Where(one => one.Range is not null)
            .DistinctBy(one => one.Backlog.File)
            .ToDictionary(one => one.Backlog.File, one => one.Range!);
        var verdict = new Verdict
        {
            ToolVersion = toolVersion,
            AsOf = asOf,
            Outcome = Outcome.Pass,
            FailOn = settings.FailOn,
            FailOnBefore = change?.Run.Before.Settings.FailOn,
            Rules = inForce,
            Backlogs = [.. whole.Select(evaluation => evaluation.Checked)],
            Change = ChangeEffect.Of(evidence),
            Figures = whole is [var only]
                ? only.Checked.Figures
                : Figures.Of([.. whole.Select(evaluation => evaluation.Tally)]),
            Findings = [.. all.Where(finding => finding.Rule.Id == WeakenedGate.Rule.Id || Concerns(changed, finding))],
            AllFindings = all,
            NotEvaluated = [.. evaluations.SelectMany(evaluation => evaluation.NotEvaluated), .. NotCompared()],
        };
        return verdict.Findings.Any(verdict.FailsBy) ? verdict with { Outcome = Outcome.Fail } : verdict;

        ImmutableArray<RuleInForce> InForce(Evidence one) =>
            one.IsUntouched
                ? [.. inForce.Select(rule => rule.Rule.IsOfRun ? rule : rule with { Severity = Severity.Off })]
            : one.Settings?.Settings is { } own && own != settings ? RulesInForce(rules, own, settings, change)
            : inForce;

        IEnumerable<Finding> Weakened() =>
            change is not null && RuleOf(WeakenedGate.Rule.Id) is { Severity: not Severity.Off } rule
                ? new WeakenedGateFinder(change, [.. rules.Select(one => one.Known)]).Find(rule, evidence, asOf)
                : [];

        IEnumerable<NotEvaluatedRule> NotCompared() =>
            change?.Problem is { } problem && RuleOf(WeakenedGate.Rule.Id) is { Severity: not Severity.Off } rule
                ? [new(rule.Rule, change.NameOf(SettingsLoader.FileName), problem, null, null)]
                : [];

        RuleInForce? RuleOf(string id) => inForce.FirstOrDefault(one => one.Rule.Id == id);
    }

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

    /// <summary>The backlogs with the history in their dates.</summary>
    internal static ImmutableArray<Evidence> ByTheirDates(ImmutableArray<Backlog> backlogs, DateOnly asOf) =>
        [.. backlogs.Select(backlog => new Evidence(backlog, WrittenDates.Read(backlog, asOf)))];

    /// <summary>The rules with the severities of a backlog's settings; those about the run with the severities of its settings.</summary>
    private static ImmutableArray<RuleInForce> RulesInForce(
        ImmutableArray<Rule> rules,
        GateSettings own,
        GateSettings run,
        GateChange? change
    ) =>
        [
            .. rules
                .Select(rule => new RuleInForce(rule, (rule.IsOfRun ? run : own).SeverityOf(rule.Known)))
                .Select(rule =>
                    change is not null && rule.Rule == WeakenedGate.Rule
                        ? WeakenedGateFinder.InForce(rule, change)
                        : rule
                ),
        ];

    /// <summary>
    /// Whether a finding is about a whole backlog or about an improvement that the checked change touched. Filtered last, because
    /// findings outside the change still decide whether a suppression or a baseline entry has an effect.
    /// </summary>
    private static bool Concerns(Dictionary<SourceFile, ChangeRange> changed, Finding finding) =>
        finding.Item is not { } item
        || !changed.TryGetValue(finding.Backlog, out var range)
        || range.Changed.Contains(item.Key);

    /// <summary>By file, place and rule; equal ones keep the order of their rule.</summary>
    private static ImmutableArray<Finding> Sorted(Finding[] all)
    {
        var keys = new SortKey[all.Length];
        for (var at = 0; at < all.Length; at++)
        {
            keys[at] = SortKey.Of(all[at], at);
        }

        Array.Sort(keys, all);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    /// <summary>Findings are in the order of places, those of one place in the order of rules, and those of one rule as it found them.</summary>
    private readonly record struct SortKey(string Path, int Line, int Column, string Rule, int Order)
        : IComparable<SortKey>
    {
        public static SortKey Of(Finding finding, int order) =>
            new(finding.File.Path, finding.Span.Line, finding.Span.Column, finding.Rule.Id, order);

        public int CompareTo(SortKey other)
        {
            var order = string.CompareOrdinal(Path, other.Path);
            order = order != 0 ? order : Line.CompareTo(other.Line);
            order = order != 0 ? order : Column.CompareTo(other.Column);
            order = order != 0 ? order : string.CompareOrdinal(Rule, other.Rule);
            return order != 0 ? order : Order.CompareTo(other.Order);
        }
    }
}
