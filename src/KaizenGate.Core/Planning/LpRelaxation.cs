namespace KaizenGate.Core.Planning;

/// <summary>The linear relaxation of the knapsack problem: items may be split, so the optimum takes them by value per weight until the capacity is used.</summary>
internal sealed class LpRelaxation
{
    private readonly int capacity;

    /// <summary>The total weight and value of the first n items, by n.</summary>
    private readonly long[] weights;
    private readonly long[] values;

    public LpRelaxation(List<KnapsackItem> candidates, int capacity)
    {
        this.capacity = capacity;
        Sorted = [.. candidates];
        Array.Sort(Sorted, ByValuePerWeight);
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

    /// <summary>By value per weight, descending.</summary>
    public KnapsackItem[] Sorted { get; }

    /// <summary>The number of leading items that fit unsplit.</summary>
    public int Break { get; }

    /// <summary>The value of the greedy selection, a lower bound of the optimum.</summary>
    public long Reached { get; }

    /// <summary>Returns the upper bound of a selection without an item before the break.</summary>
    public Int128 MostWithout(int at)
    {
        var room = (long)capacity + Sorted[at].Weight;
        return Most(room) - Sorted[at].Value;
    }

    /// <summary>Returns the upper bound of a selection with an item at or after the break.</summary>
    public Int128 MostWith(int at) => Most(capacity - Sorted[at].Weight) + Sorted[at].Value;

    /// <summary>
    /// Returns the items that are in every best selection, and those that are undecided, by position. Compares, for each item, the upper bound of a selection without it (or with it) with the value of the greedy selection. The bound is the
    /// optimum of the linear relaxation (Dantzig 1957); where it is lower, the item is decided.
    /// </summary>
    /// <param name="candidates">Items that fit on their own.</param>
    /// <param name="capacity">In the unit of the weights.</param>
    public static (List<KnapsackItem> Chosen, List<KnapsackItem> Open) Decide(
        List<KnapsackItem> candidates,
        int capacity
    )
    {
        var relaxed = new LpRelaxation(candidates, capacity);
        var chosen = new List<KnapsackItem>();
        var open = new List<KnapsackItem>();
        for (var at = 0; at < relaxed.Sorted.Length; at++)
        {
            var candidate = relaxed.Sorted[at];
            if (at < relaxed.Break && relaxed.MostWithout(at) < relaxed.Reached)
            {
                chosen.Add(candidate);
            }
            else if (at < relaxed.Break || relaxed.MostWith(at) >= relaxed.Reached)
            {
                open.Add(candidate);
            }
        }

        return (chosen, [.. open.OrderBy(candidate => candidate.Position)]);
    }

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

    /// <summary>The number of leading items that fit into the room.</summary>
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
        foreach (var candidate in Sorted)
        {
            if (candidate.Weight <= left)
            {
                left -= candidate.Weight;
                value += candidate.Value;
            }
        }

        return value;
    }

    private static int ByValuePerWeight(KnapsackItem one, KnapsackItem other)
    {
        var order = ((Int128)other.Value * one.Weight).CompareTo((Int128)one.Value * other.Weight);
        return order == 0 ? one.Position.CompareTo(other.Position) : order;
    }
}
