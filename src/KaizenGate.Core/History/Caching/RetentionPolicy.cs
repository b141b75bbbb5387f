using System.Collections.Immutable;

namespace KaizenGate.Core.History.Caching;

/// <summary>A kept checkpoint and when it was saved.</summary>
internal sealed record KeptCheckpoint(string Path, Checkpoint Checkpoint, DateTime SavedAt);

/// <summary>
/// Which checkpoints may go when there are too many: distances in time double towards the past, so that a commit that is amended finds one
/// just before it, and a rebase over months one that is at most about twice as old as it needs.
/// </summary>
internal static class RetentionPolicy
{
    /// <summary>Of so many branches that were saved last, the newest checkpoint stays whatever its age: people switch back.</summary>
    private const int Branches = 3;

    /// <summary>Those beyond <paramref name="most"/>, the least missed first.</summary>
    /// <param name="kept">All checkpoints of a key.</param>
    /// <param name="most">How many may stay.</param>
    /// <param name="saved">The tip that was saved just now, which stays.</param>
    public static ImmutableArray<KeptCheckpoint> Superfluous(IEnumerable<KeptCheckpoint> kept, int most, string saved)
    {
        List<KeptCheckpoint> left =
        [
            .. kept.OrderByDescending(one => one.Checkpoint.TipTime).ThenByDescending(one => one.SavedAt),
        ];
        if (left.Count <= most)
        {
            return [];
        }

        HashSet<KeptCheckpoint> staying =
        [
            .. left.Where(one => one.Checkpoint.Tip == saved),
            .. left.OrderByDescending(one => one.SavedAt).DistinctBy(one => one.Checkpoint.Branch).Take(Branches),
        ];
        var superfluous = ImmutableArray.CreateBuilder<KeptCheckpoint>();
        while (left.Count > most && LeastMissed(left, staying) is { } at)
        {
            superfluous.Add(left[at]);
            left.RemoveAt(at);
        }

        return superfluous.ToImmutable();
    }

    /// <summary>The one without which the gap between its neighbours is smallest for its age; never the newest or the oldest.</summary>
    private static int? LeastMissed(List<KeptCheckpoint> newestFirst, HashSet<KeptCheckpoint> staying)
    {
        int? least = null;
        var leastGap = double.PositiveInfinity;
        for (var at = 1; at < newestFirst.Count - 1; at++)
        {
            var gap =
                Distance(newestFirst[at - 1], newestFirst[at + 1]) / (1 + Distance(newestFirst[0], newestFirst[at]));
            if (gap < leastGap && !staying.Contains(newestFirst[at]))
            {
                (least, leastGap) = (at, gap);
            }
        }

        return least;
    }

    private static double Distance(KeptCheckpoint newer, KeptCheckpoint older) =>
        (double)newer.Checkpoint.TipTime - older.Checkpoint.TipTime;
}
