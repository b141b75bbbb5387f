using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Planning;

/// <summary>
/// The selection with the most score within a capacity: the 0/1 knapsack problem, solved exactly. Among selections of equal score the one that
/// takes the fewest minutes, and among those the one that holds the first load in which two of them differ.
/// </summary>
internal static class Knapsack
{
    /// <summary>Decisions that are kept at once, one bit each; more would take more memory than a plan is worth.</summary>
    private const long MostDecisions = 1L << 32;

    /// <summary>Finds the best selection.</summary>
    /// <param name="loads">What there is to choose from, in the order of preference among equals: falling scores, then rising minutes.</param>
    /// <param name="minutes">The capacity; at least 0.</param>
    /// <returns>The positions of the chosen loads, ascending.</returns>
    /// <exception cref="InputException">So many loads of so uneven sizes for so large a capacity that the answer would take too long.</exception>
    public static ImmutableArray<int> Best(ReadOnlySpan<WorkItem> loads, int minutes)
    {
        var worths = KnapsackItem.Of(loads, minutes);
        var unit = Unit(worths);
        var capacity = minutes / unit;
        var rivals = Rivals(worths, unit, capacity);
        var (chosen, open) = FixedVariables.Of(rivals, capacity);
        foreach (var rival in chosen)
        {
            capacity -= rival.Weight;
        }

        var rest = Rivals(open, unit: 1, capacity);
        return [.. chosen.Concat(Decided(rest, capacity)).Select(rival => rival.Position).Order()];
    }

    /// <summary>The largest number of minutes that all loads are multiples of; at least 1.</summary>
    private static int Unit(List<KnapsackItem> worths)
    {
        var unit = 0;
        foreach (var worth in worths)
        {
            var rest = worth.Weight;
            while (rest != 0)
            {
                (unit, rest) = (rest, unit % rest);
            }
        }

        return Math.Max(1, unit);
    }

    /// <summary>
    /// Leaves out what can be in no best selection: of loads of one weight only as many fit together, and the first of them, which score at least
    /// as high, are always better.
    /// </summary>
    private static List<KnapsackItem> Rivals(List<KnapsackItem> worths, int unit, int capacity)
    {
        var taken = new Dictionary<int, int>();
        var rivals = new List<KnapsackItem>();
        foreach (var worth in worths)
        {
            var weight = worth.Weight / unit;
            var before = taken.GetValueOrDefault(weight);
            if (weight == 0 || before < capacity / weight)
            {
                taken[weight] = before + 1;
                rivals.Add(worth with { Weight = weight });
            }
        }

        return rivals;
    }

    /// <summary>Dynamic programming from the last rival to the first, so that going back from the first one takes the preferred among equals.</summary>
    private static List<KnapsackItem> Decided(List<KnapsackItem> rivals, int capacity)
    {
        var all = rivals.Sum(rival => (long)rival.Weight);
        if (all <= capacity)
        {
            return rivals;
        }

        var width = capacity + 1;
        if ((long)rivals.Count * width > MostDecisions)
        {
            throw new InputException(
                new InputError(
                    $"the best of {rivals.Count} improvements for so much time takes too long to find",
                    "Plan fewer hours at once, or estimate in whole hours."
                )
            );
        }

        var best = new long[width];
        var takes = new ulong[rivals.Count][];
        for (var at = rivals.Count - 1; at >= 0; at--)
        {
            takes[at] = Row(best, rivals[at]);
        }

        var chosen = new List<KnapsackItem>();
        for (var (at, left) = (0, capacity); at < rivals.Count; at++)
        {
            if ((takes[at][left >> 6] >> (left & 63) & 1) != 0)
            {
                chosen.Add(rivals[at]);
                left -= rivals[at].Weight;
            }
        }

        return chosen;
    }

    /// <summary>For each capacity whether a rival is taken; <paramref name="best"/> goes from the best without it to the best with it to choose from.</summary>
    private static ulong[] Row(long[] best, KnapsackItem rival)
    {
        var takes = new ulong[(best.Length + 63) >> 6];
        for (var left = best.Length - 1; left >= rival.Weight; left--)
        {
            var with = best[left - rival.Weight] + rival.Value;
            if (with >= best[left])
            {
                best[left] = with;
                takes[left >> 6] |= 1UL << (left & 63);
            }
        }

        return takes;
    }
}

/// <summary>What choosing something costs and brings.</summary>
/// <param name="Minutes">What it costs; at least 0.</param>
/// <param name="Score">What it brings; finite.</param>
internal readonly record struct WorkItem(int Minutes, double Score);

/// <summary>A load in whole numbers, so that sums are exact and equal sums are equal.</summary>
/// <param name="Position">Its position among the loads.</param>
/// <param name="Weight">What it costs, in units of time.</param>
/// <param name="Value">What it brings: the score, and far below it the minutes that it leaves to others. More than 0.</param>
internal readonly record struct KnapsackItem(int Position, int Weight, long Value)
{
    /// <summary>Scores count to this fraction of a point.</summary>
    private const double Finest = 1e6;

    /// <summary>Half of what a number holds, so that no sum overflows.</summary>
    private const double Most = long.MaxValue / 2d;

    /// <summary>The loads that fit into a capacity and bring anything.</summary>
    /// <param name="loads">The loads.</param>
    /// <param name="capacity">The capacity in minutes.</param>
    public static List<KnapsackItem> Of(ReadOnlySpan<WorkItem> loads, int capacity)
    {
        // No selection takes more minutes than the capacity, so no saving of minutes outweighs one step of score.
        var step = capacity + 1L;
        var scale = Scale(loads, step);
        var worths = new List<KnapsackItem>();
        for (var position = 0; position < loads.Length; position++)
        {
            var load = loads[position];
            var value = load is { Score: > 0 } && load.Minutes <= capacity ? ValueOf(load, scale, step) : 0;
            if (value > 0)
            {
                worths.Add(new KnapsackItem(position, load.Minutes, value));
            }
        }

        return worths;
    }

    private static long ValueOf(WorkItem load, double scale, long step) =>
        ((long)Math.Round(load.Score * scale) * step) - load.Minutes;

    /// <summary>As fine as the sum of all scores allows.</summary>
    private static double Scale(ReadOnlySpan<WorkItem> loads, long step)
    {
        var sum = 0d;
        foreach (var load in loads)
        {
            sum += Math.Max(0, load.Score);
        }

        var scale = Finest;
        while (sum * scale * step > Most)
        {
            scale /= 10;
        }

        return scale;
    }
}
