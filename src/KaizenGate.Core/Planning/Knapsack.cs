namespace KaizenGate.Core.Planning;

/// <summary>
/// Selects the items with the highest total score within a capacity: the 0/1 knapsack problem, solved exactly. Ties go to the selection
/// with fewer minutes, and then to the one with the first item that the two do not share.
/// </summary>
internal static class Knapsack
{
    /// <summary>The maximum number of decisions in memory, one bit each: 512 MiB.</summary>
    private const long MostDecisions = 1L << 32;

    /// <summary>Returns the positions of the best selection, ascending.</summary>
    /// <param name="workItems">In the order of preference: descending score, then ascending minutes.</param>
    /// <param name="minutes">The capacity; at least 0.</param>
    /// <exception cref="InputException">The search would exceed the limit of memory.</exception>
    public static ImmutableArray<int> Best(ReadOnlySpan<(int Minutes, double Score)> workItems, int minutes)
    {
        var items = KnapsackItem.Of(workItems, minutes);
        var unit = Unit(items);
        var capacity = minutes / unit;
        var candidates = Candidates(items, unit, capacity);
        var (chosen, open) = LpRelaxation.Decide(candidates, capacity);
        foreach (var candidate in chosen)
        {
            capacity -= candidate.Weight;
        }

        var rest = Candidates(open, unit: 1, capacity);
        return [.. chosen.Concat(Decided(rest, capacity)).Select(candidate => candidate.Position).Order()];
    }

    /// <summary>Returns the greatest common divisor of the weights; at least 1.</summary>
    private static int Unit(List<KnapsackItem> items)
    {
        var unit = 0;
        foreach (var item in items)
        {
            var rest = item.Weight;
            while (rest != 0)
            {
                (unit, rest) = (rest, unit % rest);
            }
        }

        return Math.Max(1, unit);
    }

    /// <summary>
    /// Leaves out the items that cannot be in the best selection. Of the items of one weight, only the first ones that fit together can be:
    /// they have the highest scores.
    /// </summary>
    private static List<KnapsackItem> Candidates(List<KnapsackItem> items, int unit, int capacity)
    {
        var taken = new Dictionary<int, int>();
        var candidates = new List<KnapsackItem>();
        foreach (var item in items)
        {
            var weight = item.Weight / unit;
            var before = taken.GetValueOrDefault(weight);
            if (weight == 0 || before < capacity / weight)
            {
                taken[weight] = before + 1;
                candidates.Add(item with { Weight = weight });
            }
        }

        return candidates;
    }

    /// <summary>Solves the problem by dynamic programming, from the last item to the first so that backtracking from the first one prefers it among equals.</summary>
    private static List<KnapsackItem> Decided(List<KnapsackItem> candidates, int capacity)
    {
        if (candidates.Sum(candidate => (long)candidate.Weight) <= capacity)
        {
            return candidates;
        }

        var width = capacity + 1;
        if ((long)candidates.Count * width > MostDecisions)
        {
            throw new InputException(
                $"the best plan from {candidates.Count} improvements takes too long to compute",
                "Plan fewer hours at once, or estimate in whole hours."
            );
        }

        var best = new long[width];
        var takes = new ulong[candidates.Count][];
        for (var at = candidates.Count - 1; at >= 0; at--)
        {
            takes[at] = Row(best, candidates[at]);
        }

        var chosen = new List<KnapsackItem>();
        for (var (at, left) = (0, capacity); at < candidates.Count; at++)
        {
            if ((takes[at][left >> 6] >> (left & 63) & 1) != 0)
            {
                chosen.Add(candidates[at]);
                left -= candidates[at].Weight;
            }
        }

        return chosen;
    }

    /// <summary>Returns one bit per capacity: whether the item is selected. Updates the best value per capacity.</summary>
    private static ulong[] Row(long[] best, KnapsackItem candidate)
    {
        var takes = new ulong[(best.Length + 63) >> 6];
        for (var left = best.Length - 1; left >= candidate.Weight; left--)
        {
            var with = best[left - candidate.Weight] + candidate.Value;
            if (with >= best[left])
            {
                best[left] = with;
                takes[left >> 6] |= 1UL << (left & 63);
            }
        }

        return takes;
    }
}

/// <summary>A work item in whole numbers, so that sums are exact.</summary>
/// <param name="Position">Its position among the work items.</param>
/// <param name="Weight">Its time, in units.</param>
/// <param name="Value">The score, scaled, less the minutes, so that of equal scores the shorter item has the higher value. Greater than 0.</param>
internal readonly record struct KnapsackItem(int Position, int Weight, long Value)
{
    /// <summary>Scores are exact to one part in this number.</summary>
    private const double Finest = 1e6;

    /// <summary>Half of the range of a value, so that no sum overflows.</summary>
    private const double Most = long.MaxValue / 2d;

    /// <summary>Returns the items with a positive score that fit on their own.</summary>
    public static List<KnapsackItem> Of(ReadOnlySpan<(int Minutes, double Score)> workItems, int capacity)
    {
        // A selection takes at most the capacity, so minutes never outweigh one step of the score.
        var step = capacity + 1L;
        var scale = Scale(workItems, step);
        var items = new List<KnapsackItem>();
        for (var position = 0; position < workItems.Length; position++)
        {
            var workItem = workItems[position];
            var value = workItem is { Score: > 0 } && workItem.Minutes <= capacity ? ValueOf(workItem, scale, step) : 0;
            if (value > 0)
            {
                items.Add(new KnapsackItem(position, workItem.Minutes, value));
            }
        }

        return items;
    }

    private static long ValueOf((int Minutes, double Score) workItem, double scale, long step) =>
        ((long)Math.Round(workItem.Score * scale) * step) - workItem.Minutes;

    /// <summary>Returns the finest scale at which the sum of all scores does not overflow.</summary>
    private static double Scale(ReadOnlySpan<(int Minutes, double Score)> workItems, long step)
    {
        var sum = 0d;
        foreach (var workItem in workItems)
        {
            sum += Math.Max(0, workItem.Score);
        }

        var scale = Finest;
        while (sum * scale * step > Most)
        {
            scale /= 10;
        }

        return scale;
    }
}
