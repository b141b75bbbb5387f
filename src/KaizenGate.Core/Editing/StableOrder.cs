namespace KaizenGate.Core.Editing;

/// <summary>What stayed in order when some of a row were moved.</summary>
internal static class StableOrder
{
    /// <summary>The positions of a longest ascending row among numbers that all differ.</summary>
    public static List<int> Longest(IReadOnlyList<int> numbers)
    {
        var tails = new List<int>();
        var before = new int[numbers.Count];
        for (var at = 0; at < numbers.Count; at++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                (low, high) = numbers[tails[middle]] < numbers[at] ? (middle + 1, high) : (low, middle);
            }

            before[at] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
            {
                tails.Add(at);
            }
            else
            {
                tails[low] = at;
            }
        }

        var row = new List<int>();
        for (var at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = before[at])
        {
            row.Add(at);
        }

        row.Reverse();
        return row;
    }
}
