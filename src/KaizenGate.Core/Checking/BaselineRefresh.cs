using KaizenGate.Core.Inputs;

namespace KaizenGate.Core.Checking;

/// <summary>Updates a baseline.</summary>
internal sealed record BaselineRefresh
{
    /// <summary>Today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The number of days for which a new entry is valid.</summary>
    public int Days { get; init; } = BaselineEntry.DefaultDays;

    /// <summary>
    /// Spreads the expiry of new entries over this number of weeks, from 1 to 52, so that the debt is paid step by step: unscored
    /// improvements first, then by score, findings about a whole backlog last. Null: all expire after <see cref="Days"/>.
    /// </summary>
    public int? Weeks { get; init; }

    /// <summary>The commit at which findings are accepted; null for none.</summary>
    public string? Commit { get; init; }

    /// <summary>Why they are accepted; null for no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether existing entries are renewed.</summary>
    public bool Renews { get; init; }

    /// <summary>Adds the findings that count now, and removes the entries that no longer fire.</summary>
    /// <param name="file">The baseline file.</param>
    /// <param name="before">The baseline before; null when there was none.</param>
    /// <param name="verdict">The verdict on the backlogs without it.</param>
    /// <param name="evidence">The checked backlogs with their history.</param>
    public RefreshedBaseline Of(SourceFile file, Baseline? before, Verdict verdict, ImmutableArray<Evidence> evidence)
    {
        var items = new AcceptedItems(evidence);
        var firing = verdict.Findings.Select(finding => finding.Identity).ToHashSet();
        var answered = BaselineFilter.Answered(verdict.Backlogs, verdict.NotEvaluated);
        var kept = new Dictionary<(string Path, string RuleId, string? Item), BaselineEntry>();
        var removed = 0;
        // Of two entries for the same finding, the one that is valid longer applies.
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
            .Select(finding => finding.Identity)
            .Distinct()
            .Where(finding => !kept.ContainsKey(finding))
            .Select(Accepted)
            .ToList();
        if (Weeks is { } weeks)
        {
            added = Spread(added, evidence, weeks);
        }

        return new RefreshedBaseline(new Baseline(file, Sorted(kept.Values.Concat(added))), before)
        {
            Added = added.Count,
            Kept = kept.Count,
            Removed = removed,
            Expired = kept.Values.Count(entry => !entry.IsValid(AsOf)),
        };
    }

    private List<BaselineEntry> Spread(List<BaselineEntry> added, ImmutableArray<Evidence> evidence, int weeks)
    {
        var scores = evidence
            .SelectMany(one =>
                one.Backlog.Improvements.Select(item => (one.Backlog.File.RootPath, item.Key, item.Score))
            )
            .GroupBy(item => (item.RootPath, (string?)item.Key))
            .ToDictionary(same => same.Key, same => same.First().Score ?? double.PositiveInfinity);
        var groups = added
            .GroupBy(entry => (entry.Path, entry.Item))
            .OrderBy(group => group.Key.Item is null)
            .ThenByDescending(group => scores.GetValueOrDefault(group.Key))
            .ToList();
        return
        [
            .. groups.SelectMany(
                (group, at) =>
                    group.Select(entry =>
                        entry with
                        {
                            Expires = AsOf.AddDays(7 * (1 + (int)((long)at * weeks / groups.Count))),
                        }
                    )
            ),
        ];
    }

    internal static ImmutableArray<BaselineEntry> Sorted(IEnumerable<BaselineEntry> entries) =>
        [
            .. entries
                .OrderBy(entry => entry.Path, StringComparer.Ordinal)
                .ThenBy(entry => entry.RuleId, StringComparer.Ordinal)
                .ThenBy(entry => entry.Item, StringComparer.Ordinal),
        ];

    private BaselineEntry Accepted((string Path, string RuleId, string? Item) finding) =>
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
            FirstDate = entry.Since < AsOf ? entry.Since : null,
            Expires = AsOf.AddDays(Days),
            Reason = Reason ?? entry.Reason,
        };
}

/// <summary>An updated baseline.</summary>
/// <param name="Baseline">The baseline now.</param>
/// <param name="Before">The baseline before; null when there was none.</param>
internal sealed record RefreshedBaseline(Baseline Baseline, Baseline? Before)
{
    /// <summary>The number of new entries.</summary>
    public required int Added { get; init; }

    /// <summary>The number of entries that remain.</summary>
    public required int Kept { get; init; }

    /// <summary>The number of removed entries.</summary>
    public required int Removed { get; init; }

    /// <summary>The number of remaining entries that have no effect: expired, or dated in the future.</summary>
    public required int Expired { get; init; }

    /// <summary>Whether its entries differ from before; order and formatting do not count.</summary>
    public bool HasChanged =>
        Before is null
            ? !Baseline.Entries.IsEmpty
            : !BaselineRefresh
                .Sorted(Before.Entries.Select(entry => entry with { Span = SourceSpan.FileStart }))
                .SequenceEqual(Baseline.Entries);
}
