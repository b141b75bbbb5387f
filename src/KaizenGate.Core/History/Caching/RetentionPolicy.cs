namespace KaizenGate.Core.History.Caching;

/// <param name="Path">The path of its file.</param>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="SavedAt">The time of the last write, UTC.</param>
internal sealed record KeptCheckpoint(string Path, Checkpoint Checkpoint, DateTime SavedAt);

/// <summary>
/// Selects the checkpoints to delete so that distances in time double towards the past: an amended commit finds one just before it, and a
/// rebase over months finds one that is at most about twice as old as needed.
/// </summary>
internal static class RetentionPolicy
{
    /// <summary>The number of recent branches whose newest checkpoint stays whatever its age, because people switch back.</summary>
    private const int Branches = 3;

    /// <summary>Selects the checkpoints beyond <paramref name="most"/>, the least useful first.</summary>
    /// <param name="kept">All checkpoints of a key.</param>
    /// <param name="most">The number that may stay.</param>
    /// <param name="saved">The tip of the one just saved, which stays.</param>
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
        while (left.Count > most && LeastUseful(left, staying) is { } index)
        {
            superfluous.Add(left[index]);
            left.RemoveAt(index);
        }

        return superfluous.ToImmutable();
    }

    /// <summary>Finds the checkpoint whose removal leaves the smallest gap for its age; never the newest or the oldest.</summary>
    private static int? LeastUseful(List<KeptCheckpoint> newestFirst, HashSet<KeptCheckpoint> staying)
    {
        int? least = null;
        var leastGap = double.PositiveInfinity;
        for (var i = 1; i < newestFirst.Count - 1; i++)
        {
            var gap = Distance(newestFirst[i - 1], newestFirst[i + 1]) / (1 + Distance(newestFirst[0], newestFirst[i]));
            if (gap < leastGap && !staying.Contains(newestFirst[i]))
            {
                (least, leastGap) = (i, gap);
            }
        }

        return least;
    }

    private static double Distance(KeptCheckpoint newer, KeptCheckpoint older) =>
        (double)newer.Checkpoint.TipTime - older.Checkpoint.TipTime;
}
