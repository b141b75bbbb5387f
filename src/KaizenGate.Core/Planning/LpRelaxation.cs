namespace KaizenGate.Core.Planning;

/// <summary>The linear relaxation of the knapsack problem, in which parts of a load may be taken: the best value for its weight first, until the capacity is full.</summary>
internal sealed class LpRelaxation
{
    private readonly int capacity;

    /// <summary>Weights and values of the first n, by n.</summary>
    private readonly long[] weights;
    private readonly long[] values;

    public LpRelaxation(List<KnapsackItem> rivals, int capacity)
    {
        this.capacity = capacity;
        Sorted = [.. rivals];
        Array.Sort(Sorted, MoreForItsWeight);
        weights = new long[Sorted.Length + 1];
        values = new long[Sorted.Length + 1];
        for (var at = 0; at < Sorted.Length; at++)
        {
            weights[at + 1] = weights[at] + Sorted[at].Weight;
            values[at + 1] = values[at] + Sorted[at].Value;
        }

        Break = Fitting(capacity);
        Reached = Greedy();
    }

    /// <summary>The rivals by value for weight, falling.</summary>
    public KnapsackItem[] Sorted { get; }

    /// <summary>How many of the first fit as a whole.</summary>
    public int Break { get; }

    /// <summary>What a selection is known to reach.</summary>
    public long Reached { get; }

    /// <summary>No selection without one of those before the break reaches more.</summary>
    public Int128 MostWithout(int at)
    {
        var room = (long)capacity + Sorted[at].Weight;
        return Most(room) - Sorted[at].Value;
    }

    /// <summary>No selection with one of those from the break on reaches more.</summary>
    public Int128 MostWith(int at) => Most(capacity - Sorted[at].Weight) + Sorted[at].Value;

    private Int128 Most(long room)
    {
        var fitting = Fitting(room);
        if (fitting == Sorted.Length)
        {
            return values[fitting];
        }

        var next = Sorted[fitting];
        return values[fitting] + ((Int128)(room - weights[fitting]) * next.Value / next.Weight);
    }

    /// <summary>How many of the first fit into some room.</summary>
    private int Fitting(long room)
    {
        var (low, high) = (0, Sorted.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = weights[middle] <= room ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private long Greedy()
    {
        var (left, value) = (capacity, 0L);
        foreach (var rival in Sorted)
        {
            if (rival.Weight <= left)
            {
                left -= rival.Weight;
                value += rival.Value;
            }
        }

        return value;
    }

    private static int MoreForItsWeight(KnapsackItem one, KnapsackItem other)
    {
        var order = ((Int128)other.Value * one.Weight).CompareTo((Int128)one.Value * other.Weight);
        return order == 0 ? one.Position.CompareTo(other.Position) : order;
    }
}

/// <summary>Variables that bounds fix: which rivals are in every best selection, and which are still open.</summary>
/// <param name="Chosen">Those that are in every best selection.</param>
/// <param name="Open">Those that are in some best selections, or about which nothing is known, in their order.</param>
internal readonly record struct FixedVariables(List<KnapsackItem> Chosen, List<KnapsackItem> Open)
{
    /// <summary>
    /// Compares, for each rival, the most that any selection could reach without it (or with it) with what one selection does reach. The most is
    /// that of the relaxed problem, in which parts of a load may be taken (Dantzig 1957); where it is less, the matter is settled.
    /// </summary>
    /// <param name="rivals">The rivals, each of which fits alone.</param>
    /// <param name="capacity">The capacity, in the unit of the weights.</param>
    public static FixedVariables Of(List<KnapsackItem> rivals, int capacity)
    {
        var relaxed = new LpRelaxation(rivals, capacity);
        var chosen = new List<KnapsackItem>();
        var open = new List<KnapsackItem>();
        for (var at = 0; at < relaxed.Sorted.Length; at++)
        {
            var rival = relaxed.Sorted[at];
            if (at < relaxed.Break && relaxed.MostWithout(at) < relaxed.Reached)
            {
                chosen.Add(rival);
            }
            else if (at < relaxed.Break || relaxed.MostWith(at) >= relaxed.Reached)
            {
                open.Add(rival);
            }
        }

        return new(chosen, [.. open.OrderBy(rival => rival.Position)]);
    }
}
