namespace KaizenGate.Core.Editing;

/// <summary>Finds the lines that two texts have in common, in the same order: a patience diff.</summary>
internal static class LineMatch
{
    /// <summary>Between two unique common lines, texts with more differences are not matched.</summary>
    private const int MaxDifferences = 1000;

    /// <summary>Returns for each line the index of the same line in the other text, ascending; -1 for a line without a match.</summary>
    public static int[] Of(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        var matches = new int[one.Length];
        Array.Fill(matches, -1);
        var pending = new Stack<(int Start, int End, int OtherStart, int OtherEnd)>();
        pending.Push((0, one.Length, 0, other.Length));
        while (pending.TryPop(out var part))
        {
            var (start, end, otherStart, otherEnd) = part;
            while (start < end && otherStart < otherEnd && one[start] == other[otherStart])
            {
                matches[start++] = otherStart++;
            }

            while (start < end && otherStart < otherEnd && one[end - 1] == other[otherEnd - 1])
            {
                matches[--end] = --otherEnd;
            }

            if (start == end || otherStart == otherEnd)
            {
                continue;
            }

            var anchors = Anchors(one[start..end], other[otherStart..otherEnd]);
            if (anchors.Count == 0)
            {
                Shortest(one[start..end], other[otherStart..otherEnd], otherStart, matches.AsSpan(start));
                continue;
            }

            var (from, otherFrom) = (start, otherStart);
            foreach (var (index, otherIndex) in anchors)
            {
                var (at, otherAt) = (start + index, otherStart + otherIndex);
                matches[at] = otherAt;
                pending.Push((from, at, otherFrom, otherAt));
                (from, otherFrom) = (at + 1, otherAt + 1);
            }

            pending.Push((from, end, otherFrom, otherEnd));
        }

        return matches;
    }

    /// <summary>Returns the positions of a longest ascending subsequence of distinct numbers.</summary>
    public static List<int> LongestAscending(IReadOnlyList<int> numbers)
    {
        var tails = new List<int>();
        var before = new int[numbers.Count];
        var byNumber = Comparer<int>.Create((one, other) => numbers[one].CompareTo(numbers[other]));
        for (var at = 0; at < numbers.Count; at++)
        {
            var length = ~tails.BinarySearch(at, byNumber);
            before[at] = length > 0 ? tails[length - 1] : -1;
            if (length == tails.Count)
            {
                tails.Add(at);
            }
            else
            {
                tails[length] = at;
            }
        }

        var positions = new List<int>();
        for (var at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = before[at])
        {
            positions.Add(at);
        }

        positions.Reverse();
        return positions;
    }

    /// <summary>Returns the longest ascending sequence of the lines that occur exactly once on both sides.</summary>
    private static List<(int At, int OtherAt)> Anchors(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        var otherUnique = Unique(other);
        List<(int At, int OtherAt)> common =
        [
            .. Unique(one)
                .Where(line => line.Value >= 0 && otherUnique.GetValueOrDefault(line.Key, -1) >= 0)
                .Select(line => (line.Value, otherUnique[line.Key]))
                .Order(),
        ];
        return LongestAscending(common.ConvertAll(pair => pair.OtherAt)).ConvertAll(index => common[index]);
    }

    /// <summary>Returns the index of each line; -1 for one that occurs several times.</summary>
    private static Dictionary<string, int> Unique(ReadOnlySpan<string> lines)
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < lines.Length; at++)
        {
            indexes[lines[at]] = indexes.ContainsKey(lines[at]) ? -1 : at;
        }

        return indexes;
    }

    /// <summary>Matches by the shortest edit (Myers, "An O(ND) difference algorithm and its variations", 1986).</summary>
    private static void Shortest(ReadOnlySpan<string> one, ReadOnlySpan<string> other, int offset, Span<int> matches)
    {
        var max = Math.Min(one.Length + other.Length, MaxDifferences);
        var furthest = new int[2 * max + 2];
        var trace = new List<int[]>();
        for (var differences = 0; differences <= max; differences++)
        {
            trace.Add(furthest[(max - differences)..(max + differences + 1)]);
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var isDown = IsDown(furthest, max, diagonal, differences);
                var x = isDown ? furthest[max + diagonal + 1] : furthest[max + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < one.Length && y < other.Length && one[x] == other[y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                furthest[max + diagonal] = x;
                if (x >= one.Length && y >= other.Length)
                {
                    Backtrack(trace, one.Length, other.Length, offset, matches);
                    return;
                }
            }
        }
    }

    private static bool IsDown(int[] furthest, int center, int diagonal, int differences) =>
        diagonal == -differences
        || (diagonal != differences && furthest[center + diagonal - 1] < furthest[center + diagonal + 1]);

    private static void Backtrack(List<int[]> trace, int x, int y, int offset, Span<int> matches)
    {
        for (var differences = trace.Count - 1; differences >= 0; differences--)
        {
            // Holds the diagonals from -differences to differences before the step; the first step has none.
            var before = trace[differences];
            var diagonal = x - y;
            var from = diagonal + (IsDown(before, differences, diagonal, differences) ? 1 : -1);
            var fromX = differences == 0 ? 0 : before[differences + from];
            var fromY = differences == 0 ? 0 : fromX - from;
            while (x > fromX && y > fromY)
            {
                (x, y) = (x - 1, y - 1);
                matches[x] = offset + y;
            }

            (x, y) = (fromX, fromY);
        }
    }
}
