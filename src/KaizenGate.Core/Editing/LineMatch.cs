namespace KaizenGate.Core.Editing;

/// <summary>Finds the lines that two texts have in common, in the same order.</summary>
internal static class LineMatch
{
    /// <summary>More differences than this between two lines that occur once on both sides are taken for no likeness at all.</summary>
    private const int MostDifferences = 1000;

    /// <summary>For each line of one text the position of the same line in the other, ascending; -1 for one that is not there.</summary>
    public static int[] Of(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var matches = new int[one.Count];
        Array.Fill(matches, -1);
        var open = new Stack<(int Start, int End, int OtherStart, int OtherEnd)>();
        open.Push((0, one.Count, 0, other.Count));
        while (open.TryPop(out var part))
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

            var anchors = Anchors(one, start, end, other, otherStart, otherEnd);
            if (anchors.Count == 0)
            {
                Shortest(one, start, end, other, otherStart, otherEnd, matches);
                continue;
            }

            // What lies between two anchors is a smaller text of its own.
            var (from, otherFrom) = (start, otherStart);
            foreach (var (at, otherAt) in anchors)
            {
                matches[at] = otherAt;
                open.Push((from, at, otherFrom, otherAt));
                (from, otherFrom) = (at + 1, otherAt + 1);
            }

            open.Push((from, end, otherFrom, otherEnd));
        }

        return matches;
    }

    /// <summary>The longest ascending row of lines that occur exactly once on both sides: what a person would hold on to.</summary>
    private static List<(int At, int OtherAt)> Anchors(
        IReadOnlyList<string> one,
        int start,
        int end,
        IReadOnlyList<string> other,
        int otherStart,
        int otherEnd
    )
    {
        var places = Once(one, start, end);
        var otherPlaces = Once(other, otherStart, otherEnd);
        var both = new List<(int At, int OtherAt)>();
        for (var at = start; at < end; at++)
        {
            if (places[one[at]] == at && otherPlaces.TryGetValue(one[at], out var otherAt) && otherAt >= 0)
            {
                both.Add((at, otherAt));
            }
        }

        return [.. StableOrder.Longest([.. both.Select(pair => pair.OtherAt)]).Select(index => both[index])];
    }

    private static Dictionary<string, int> Once(IReadOnlyList<string> lines, int start, int end)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = start; at < end; at++)
        {
            places[lines[at]] = places.ContainsKey(lines[at]) ? -1 : at;
        }

        return places;
    }

    /// <summary>The shortest edit (Myers, "An O(ND) difference algorithm and its variations", 1986).</summary>
    private static void Shortest(
        IReadOnlyList<string> one,
        int start,
        int end,
        IReadOnlyList<string> other,
        int otherStart,
        int otherEnd,
        int[] matches
    )
    {
        var (length, otherLength) = (end - start, otherEnd - otherStart);
        var most = Math.Min(length + otherLength, MostDifferences);
        var furthest = new int[2 * most + 2];
        var trace = new List<int[]>();
        for (var differences = 0; differences <= most; differences++)
        {
            trace.Add(furthest[(most - differences)..(most + differences + 1)]);
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var down =
                    diagonal == -differences
                    || (diagonal != differences && furthest[most + diagonal - 1] < furthest[most + diagonal + 1]);
                var x = down ? furthest[most + diagonal + 1] : furthest[most + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < length && y < otherLength && one[start + x] == other[otherStart + y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                furthest[most + diagonal] = x;
                if (x >= length && y >= otherLength)
                {
                    Backtrack(trace, start, length, otherStart, otherLength, matches);
                    return;
                }
            }
        }
    }

    private static void Backtrack(
        List<int[]> trace,
        int start,
        int length,
        int otherStart,
        int otherLength,
        int[] matches
    )
    {
        var (x, y) = (length, otherLength);
        for (var differences = trace.Count - 1; differences > 0; differences--)
        {
            // The row before holds the diagonals from -differences to differences as they were after the step before.
            var before = trace[differences];
            var diagonal = x - y;
            var down =
                diagonal == -differences
                || (diagonal != differences && before[differences + diagonal - 1] < before[differences + diagonal + 1]);
            var from = diagonal + (down ? 1 : -1);
            var fromX = before[differences + from];
            var fromY = fromX - from;
            while (x > fromX && y > fromY)
            {
                (x, y) = (x - 1, y - 1);
                matches[start + x] = otherStart + y;
            }

            (x, y) = (fromX, fromY);
        }

        while (x > 0 && y > 0)
        {
            (x, y) = (x - 1, y - 1);
            matches[start + x] = otherStart + y;
        }
    }
}
