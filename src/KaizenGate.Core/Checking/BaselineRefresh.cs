using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Inputs;
using KaizenGate.Rules.Integrity;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

/// <summary>How a baseline is brought up to date.</summary>
public sealed record BaselineRefresh
{
    /// <summary>Today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>For how many days a new entry holds.</summary>
    public int Days { get; init; } = BaselineEntry.DefaultDays;

    /// <summary>The commit at which findings are accepted; null for none.</summary>
    public string? Commit { get; init; }

    /// <summary>Why they are accepted; null for no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether what was accepted before is accepted anew.</summary>
    public bool Renews { get; init; }

    /// <summary>Accepts what counts now, and lets go of what no longer fires.</summary>
    /// <param name="file">The file of the baseline.</param>
    /// <param name="before">What it holds; null when there is none.</param>
    /// <param name="verdict">The verdict on the backlogs without it.</param>
    /// <param name="evidence">The backlogs that were judged, with their past.</param>
    public RefreshedBaseline Of(SourceFile file, Baseline? before, Verdict verdict, ImmutableArray<Evidence> evidence)
    {
        var items = new AcceptedItems(evidence);
        var firing = verdict.Findings.Select(AcceptedFinding.Of).ToHashSet();
        var answered = Acceptance.Answered(verdict.Backlogs, verdict.NotEvaluated);
        var kept = new Dictionary<AcceptedFinding, BaselineEntry>();
        var removed = 0;
        // Of two entries for the same, the one that holds longer has been in force.
        foreach (var entry in (before?.Entries ?? []).OrderByDescending(entry => entry.Expires))
        {
            var finding = items.FindingOf(entry);
            var fires = firing.Contains(finding);
            if ((!fires && answered.Contains((entry.RuleId, entry.Path))) || kept.ContainsKey(finding))
            {
                removed++;
                continue;
            }

            var under = entry with { Item = finding.Item, Span = SourceSpan.FileStart };
            kept.Add(finding, fires && Renews ? Renewed(under) : under);
        }

        var added = verdict
            .Findings.Where(finding => finding.Counts)
            .Select(AcceptedFinding.Of)
            .Distinct()
            .Where(finding => !kept.ContainsKey(finding))
            .Select(Accepted)
            .ToList();
        return new RefreshedBaseline(new Baseline(file, Sorted(kept.Values.Concat(added))), before)
        {
            Added = added.Count,
            Kept = kept.Count,
            Removed = removed,
            Expired = kept.Values.Count(entry => entry.Expires < AsOf),
        };
    }

    internal static ImmutableArray<BaselineEntry> Sorted(IEnumerable<BaselineEntry> entries) =>
        [
            .. entries
                .OrderBy(entry => entry.Path, StringComparer.Ordinal)
                .ThenBy(entry => entry.RuleId, StringComparer.Ordinal)
                .ThenBy(entry => entry.Item, StringComparer.Ordinal),
        ];

    private BaselineEntry Accepted(AcceptedFinding finding) =>
        Renewed(
            new BaselineEntry
            {
                RuleId = finding.RuleId,
                Item = finding.Item,
                Path = finding.Path,
                Date = AsOf,
                Expires = AsOf,
            }
        );

    private BaselineEntry Renewed(BaselineEntry entry) =>
        entry with
        {
            Commit = Commit,
            Date = AsOf,
            Expires = AsOf.AddDays(Days),
            Reason = Reason ?? entry.Reason,
        };
}
