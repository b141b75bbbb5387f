namespace KaizenGate.Core.Editing.Merging;

/// <summary>What one side moved of that which the ancestor held already.</summary>
internal sealed class Movement
{
    private readonly HashSet<string> toAnotherPlace = new(StringComparer.Ordinal);
    private readonly HashSet<string> inOrder = new(StringComparer.Ordinal);

    public Movement(MergeDocument ancestor, MergeDocument side, Dictionary<string, int> places)
    {
        var was = PlainBefore(ancestor);
        var fences = Fences(ancestor, side);
        var plain = 0;
        var stayed = new List<(string Key, int Was)>();
        foreach (var element in side.Elements)
        {
            if (element.Key is null)
            {
                plain++;
            }
            else if (places.TryGetValue(element.Key, out var place))
            {
                var (from, to) = fences[plain];
                if (was[place] > from && was[place] <= to)
                {
                    stayed.Add((element.Key, place));
                }
                else
                {
                    toAnotherPlace.Add(element.Key);
                }
            }
        }

        var kept = StableOrder.Longest([.. stayed.Select(one => one.Was)]).ToHashSet();
        inOrder.UnionWith(stayed.Where((_, at) => !kept.Contains(at)).Select(one => one.Key));
    }

    /// <summary>Whether it stands between other lines, as below another heading.</summary>
    public bool ToAnotherPlace(string key) => toAnotherPlace.Contains(key);

    /// <summary>Whether it stands at another place among its like.</summary>
    public bool InOrder(string key) => inOrder.Contains(key);

    /// <summary>For each element the number of lines without identity before it.</summary>
    private static int[] PlainBefore(MergeDocument document)
    {
        var before = new int[document.Elements.Length];
        var plain = 0;
        for (var at = 0; at < before.Length; at++)
        {
            before[at] = plain;
            plain += document.Elements[at].Key is null ? 1 : 0;
        }

        return before;
    }

    /// <summary>
    /// For each number of lines before a place of the side: the nearest lines above and below it that the ancestor has, too, as
    /// positions there. A line that is new between them moves nothing.
    /// </summary>
    private static (int From, int To)[] Fences(MergeDocument ancestor, MergeDocument side)
    {
        var old = Lines(ancestor);
        var matches = LineMatch.Of(Lines(side), old);
        var fences = new (int From, int To)[matches.Length + 1];
        fences[0].From = -1;
        for (var at = 0; at < matches.Length; at++)
        {
            fences[at + 1].From = matches[at] >= 0 ? matches[at] : fences[at].From;
        }

        fences[^1].To = old.Length;
        for (var at = matches.Length - 1; at >= 0; at--)
        {
            fences[at].To = matches[at] >= 0 ? matches[at] : fences[at + 1].To;
        }

        return fences;
    }

    private static string[] Lines(MergeDocument document) =>
        [.. PlainLines.Positions(document).Select(at => document.Elements[at].Lines[0])];
}
