namespace KaizenGate.Core.Editing.Merging;

/// <summary>Finds the elements of the ancestor that one side moved.</summary>
internal sealed class Movement
{
    private readonly HashSet<string> acrossLines = new(StringComparer.Ordinal);
    private readonly HashSet<string> inOrder = new(StringComparer.Ordinal);

    public Movement(MergeDocument ancestor, MergeDocument side)
    {
        var bounds = Bounds(ancestor.PlainLines, side.PlainLines);
        var linesBefore = 0;
        var stayed = new List<(string Key, int Index)>();
        foreach (var element in side.Elements)
        {
            if (element.Key is not { } key)
            {
                linesBefore++;
            }
            else if (ancestor.IndexOf(key) is >= 0 and var index)
            {
                var linesBeforeInAncestor = ~Array.BinarySearch(ancestor.Plain, index);
                var (from, to) = bounds[linesBefore];
                if (linesBeforeInAncestor > from && linesBeforeInAncestor <= to)
                {
                    stayed.Add((key, index));
                }
                else
                {
                    acrossLines.Add(key);
                }
            }
        }

        var kept = LineMatch.LongestAscending(stayed.ConvertAll(one => one.Index)).ToHashSet();
        inOrder.UnionWith(stayed.Where((_, at) => !kept.Contains(at)).Select(one => one.Key));
    }

    /// <summary>Whether the element is between other lines now, such as below another heading.</summary>
    public bool AcrossLines(string key) => acrossLines.Contains(key);

    /// <summary>Whether the element has another place between the same lines.</summary>
    public bool InOrder(string key) => inOrder.Contains(key);

    /// <summary>
    /// Returns for each number of lines before a place of the side the indexes of the nearest lines above and below it that the
    /// ancestor has as well, so that a new line between them does not count as a move.
    /// </summary>
    private static (int From, int To)[] Bounds(string[] ancestor, string[] side)
    {
        var matches = LineMatch.Of(side, ancestor);
        var bounds = new (int From, int To)[matches.Length + 1];
        bounds[0].From = -1;
        for (var at = 0; at < matches.Length; at++)
        {
            bounds[at + 1].From = matches[at] >= 0 ? matches[at] : bounds[at].From;
        }

        bounds[^1].To = ancestor.Length;
        for (var at = matches.Length - 1; at >= 0; at--)
        {
            bounds[at].To = matches[at] >= 0 ? matches[at] : bounds[at + 1].To;
        }

        return bounds;
    }
}
