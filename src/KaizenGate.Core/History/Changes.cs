using System.Collections.Immutable;

namespace KaizenGate.History;

/// <summary>What a change did to one backlog.</summary>
/// <param name="Captured">The keys of the improvements that it captured; one that was retitled, or that came from another backlog, is not captured.</param>
/// <param name="Changed">The keys, as they are after the change, of the improvements that it added or changed.</param>
internal sealed record Changes(ImmutableHashSet<string> Captured, ImmutableHashSet<string> Changed)
{
    /// <summary>Compares two states of the same backlogs.</summary>
    /// <param name="before">What each held before; the items of the backlog file first, then those of its archive.</param>
    /// <param name="after">What each holds after it, likewise.</param>
    /// <returns>For each backlog what was changed. Of improvements with the same key, all count as changed when one is.</returns>
    public static ImmutableArray<Changes> Between(
        IReadOnlyList<ImmutableArray<ItemState>> before,
        IReadOnlyList<ImmutableArray<ItemState>> after
    )
    {
        var ledger = new Ledger(after.Count);
        ledger.Apply(new(null, DateOnly.MinValue), All(before));
        var known = ledger.Identities.Count;
        var homes = ledger.Identities.ConvertAll(who => who.Home);
        ledger.Apply(new(null, DateOnly.MaxValue), All(after));

        var captured = new ImmutableHashSet<string>.Builder[after.Count];
        var changed = new ImmutableHashSet<string>.Builder[after.Count];
        for (var backlog = 0; backlog < after.Count; backlog++)
        {
            captured[backlog] = ImmutableHashSet.CreateBuilder<string>();
            changed[backlog] = ImmutableHashSet.CreateBuilder<string>();
            foreach (var (key, who) in ledger.Contents[backlog].Present())
            {
                if (who.Number >= known)
                {
                    captured[backlog].Add(key);
                }

                if (who.Touched == DateOnly.MaxValue || homes[who.Number] != backlog)
                {
                    changed[backlog].Add(who.Last.OwnKey);
                }
            }
        }

        return [.. captured.Zip(changed, (added, all) => new Changes(added.ToImmutable(), all.ToImmutable()))];
    }

    private static List<FileChange> All(IReadOnlyList<ImmutableArray<ItemState>> states) =>
        [.. states.Select((items, backlog) => new FileChange(backlog, 0, [.. items.DistinctBy(item => item.Key)]))];
}
