using System.Collections.Immutable;
using KaizenGate.Rules;
using KaizenGate.Rules.Integrity;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

/// <summary>Takes off the verdict what the baseline accepts, and finds the entries that are obsolete.</summary>
internal static class Acceptance
{
    /// <param name="baseline">The accepted findings; null for none.</param>
    /// <param name="findings">All findings.</param>
    /// <param name="judgements">What was judged: of a backlog that was not, nobody knows whether an entry still fires.</param>
    /// <param name="rules">The rules with their severities.</param>
    /// <param name="asOf">Today.</param>
    public static IEnumerable<Finding> Apply(
        Baseline? baseline,
        ImmutableArray<Finding> findings,
        ImmutableArray<Judgement> judgements,
        ImmutableArray<RuleInForce> rules,
        DateOnly asOf
    )
    {
        if (baseline is null)
        {
            return findings;
        }

        var firing = findings.Select(KeyOf).ToHashSet();
        var accepted = baseline.Entries.Where(entry => entry.Expires >= asOf).Select(KeyOf).ToHashSet();
        var marked = findings.Select(finding =>
            accepted.Contains(KeyOf(finding)) ? finding with { IsBaselined = true } : finding
        );
        return rules.FirstOrDefault(rule => rule.Rule.Id == ObsoleteBaselineEntry.Rule.Id) is { } obsolete
            ? marked.Concat(
                Obsolete(baseline, firing, Answered(judgements, rules), asOf)
                    .SelectMany(violation => Findings.Of(obsolete, baseline.File, violation))
            )
            : marked;
    }

    private static IEnumerable<Violation> Obsolete(
        Baseline baseline,
        HashSet<(string, string, string?)> firing,
        HashSet<(string, string)> answered,
        DateOnly asOf
    )
    {
        foreach (var entry in baseline.Entries)
        {
            var subject = Quoted.Of(entry.Item ?? entry.Path);
            if (entry.Expires < asOf)
            {
                yield return ObsoleteBaselineEntry.Expired(entry.Span, entry.RuleId, subject, entry.Expires);
            }
            else if (answered.Contains((entry.RuleId, entry.Path)) && !firing.Contains(KeyOf(entry)))
            {
                yield return ObsoleteBaselineEntry.Settled(entry.Span, entry.RuleId, subject);
            }
        }
    }

    /// <summary>The rules that were on and had enough to judge by, with the path of each backlog that they judged.</summary>
    private static HashSet<(string RuleId, string Path)> Answered(
        ImmutableArray<Judgement> judgements,
        ImmutableArray<RuleInForce> rules
    )
    {
        var answered = new HashSet<(string, string)>();
        foreach (var judgement in judgements)
        {
            var path = judgement.Judged.Backlog.File.RootPath;
            answered.UnionWith(
                rules.Where(rule => rule.Severity is not Severity.Off).Select(rule => (rule.Rule.Id, path))
            );
            answered.ExceptWith(judgement.NotEvaluated.Select(one => (one.Rule.Id, path)));
        }

        return answered;
    }

    private static (string RuleId, string Path, string? Item) KeyOf(Finding finding) =>
        (finding.Rule.Id, finding.File.RootPath, finding.Item?.Key);

    private static (string RuleId, string Path, string? Item) KeyOf(BaselineEntry entry) =>
        (entry.RuleId, entry.Path, entry.Item);
}
