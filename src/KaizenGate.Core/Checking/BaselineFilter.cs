using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Checking;

/// <summary>Applies the baseline: marks the findings that it accepts and reports its obsolete entries.</summary>
internal static class BaselineFilter
{
    /// <param name="baseline">The accepted findings; null for none.</param>
    /// <param name="findings">All findings.</param>
    /// <param name="evidence">The backlogs with their history, which identifies improvements by former titles.</param>
    /// <param name="evaluations">The backlogs that were checked; an entry for another one is kept.</param>
    /// <param name="rules">The rules with their severities for the run.</param>
    /// <param name="asOf">Today.</param>
    public static IEnumerable<Finding> Apply(
        Baseline? baseline,
        ImmutableArray<Finding> findings,
        ImmutableArray<Evidence> evidence,
        ImmutableArray<Evaluation> evaluations,
        ImmutableArray<RuleInForce> rules,
        DateOnly asOf
    )
    {
        if (baseline is null)
        {
            return findings;
        }

        var items = new AcceptedItems(evidence);
        var firing = findings.Select(finding => finding.Identity).ToHashSet();
        var accepted = baseline
            .Entries.Where(entry => entry.IsValid(asOf))
            .GroupBy(items.FindingOf, entry => entry.Since)
            .ToDictionary(same => same.Key, same => same.Min());
        var marked = findings.Select(finding =>
            accepted.TryGetValue(finding.Identity, out var since) ? finding with { BaselinedSince = since } : finding
        );
        return rules.FirstOrDefault(rule => rule.Rule.Id == ObsoleteBaselineEntry.Rule.Id) is { } obsolete
            ? marked.Concat(
                Obsolete(baseline, items, firing, AnsweredBy(evaluations), asOf)
                    .SelectMany(violation => Finding.Of(obsolete, baseline.File, violation))
            )
            : marked;

        HashSet<(string, string)> AnsweredBy(ImmutableArray<Evaluation> all) =>
            Answered(all.Select(one => one.Checked), all.SelectMany(one => one.NotEvaluated));
    }

    private static IEnumerable<Violation> Obsolete(
        Baseline baseline,
        AcceptedItems items,
        HashSet<(string Path, string RuleId, string? Item)> firing,
        HashSet<(string, string)> answered,
        DateOnly asOf
    )
    {
        foreach (var entry in baseline.Entries)
        {
            var subject = Quote.Of(entry.Item ?? entry.Path);
            if (entry.LastDay < asOf)
            {
                yield return ObsoleteBaselineEntry.Expired(entry.Span, entry.RuleId, subject, entry.LastDay);
            }
            else if (entry.IsFuture(asOf))
            {
                yield return ObsoleteBaselineEntry.Future(entry.Span, entry.RuleId, subject, entry.Date);
            }
            else if (answered.Contains((entry.RuleId, entry.Path)) && !firing.Contains(items.FindingOf(entry)))
            {
                yield return ObsoleteBaselineEntry.Settled(entry.Span, entry.RuleId, subject);
            }
        }
    }

    /// <summary>The rules that were on and evaluated, with the path of each backlog.</summary>
    public static HashSet<(string RuleId, string Path)> Answered(
        IEnumerable<CheckedBacklog> backlogs,
        IEnumerable<NotEvaluatedRule> notEvaluated
    )
    {
        var answered = new HashSet<(string, string)>();
        foreach (var one in backlogs)
        {
            var path = one.Backlog.File.RootPath;
            answered.UnionWith(
                one.Rules.Where(rule => rule.Severity is not Severity.Off).Select(rule => (rule.Rule.Id, path))
            );
        }

        answered.ExceptWith(notEvaluated.Select(one => (one.Rule.Id, one.File.RootPath)));
        return answered;
    }
}
