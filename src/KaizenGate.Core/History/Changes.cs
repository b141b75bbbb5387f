using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>What a change did to one backlog.</summary>
/// <param name="Captured">The keys of the improvements that it captured; one that was retitled, or that came from another backlog, is not captured.</param>
/// <param name="Changed">The keys, as they are after the change, of the improvements that it added or changed.</param>
/// <param name="Shift">By how much it moves what is counted.</param>
internal sealed record Changes(ImmutableHashSet<string> Captured, ImmutableHashSet<string> Changed, FiguresDelta Shift)
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
        var ledger = new EventLog(after.Count);
        ledger.Apply(new(null, DateOnly.MinValue), All(before));
        var known = ledger.Identities.Count;
        var homes = ledger.Identities.ConvertAll(who => who.Home);
        var counted = ledger.Identities.ConvertAll(Counted);
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

        var shifts = new FiguresDelta[after.Count];
        foreach (var who in ledger.Identities)
        {
            shifts[who.Home] = shifts[who.Home].Plus(Counted(who));
            if (who.Number < known)
            {
                shifts[homes[who.Number]] = shifts[homes[who.Number]].Minus(counted[who.Number]);
            }
        }

        return
        [
            .. captured
                .Zip(changed, shifts)
                .Select(one => new Changes(one.First.ToImmutable(), one.Second.ToImmutable(), one.Third)),
        ];
    }

    /// <summary>What one improvement counts for as it stands, or as it stood when it vanished.</summary>
    private static FiguresDelta Counted(Identity who) =>
        new(
            who.IsPresent && who.Last.IsOpen ? 1 : 0,
            who.Last.Status is Status.Rejected ? 0 : 1,
            who.Last.Status is Status.Done ? 1 : 0
        );

    private static List<FileChange> All(IReadOnlyList<ImmutableArray<ItemState>> states) =>
        [.. states.Select((items, backlog) => new FileChange(backlog, 0, [.. items.DistinctBy(item => item.Key)]))];
}
