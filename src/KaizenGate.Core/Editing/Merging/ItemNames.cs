using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.History;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>Gives an improvement that a side renamed, or gave an id, the name that it has in the ancestor.</summary>
internal static class ItemNames
{
    public static void Carry(MergeSide ancestor, MergeSide side)
    {
        MatchRenumbered(ancestor, side);
        var vanished = Without(ancestor, side);
        var appeared = Without(side, ancestor);
        if (vanished.Count > 0 && appeared.Count > 0)
        {
            MatchEqualTitles(ancestor, side, vanished, appeared);
            MatchSimilarTitles(ancestor, side, vanished, appeared);
        }
    }

    /// <summary>Finds by its title an improvement whose id an earlier merge gave to a new one.</summary>
    private static void MatchRenumbered(MergeSide ancestor, MergeSide side)
    {
        var known = ancestor.Names.ToHashSet(StringComparer.Ordinal);
        var byTitle = ByTitle(side.Backlog.Improvements);
        foreach (var was in ancestor.Backlog.Improvements.Where(item => item.Id is not null))
        {
            var name = ancestor.Names[was.Order];
            if (
                side.Find(name) is { } now
                && !IdCollisions.HaveSameTitle(was, now)
                && byTitle[TitleText.NormalizeTitle(was.Title)].ToArray() is [var same]
                && !known.Contains(side.Names[same.Order])
            )
            {
                side.Names[same.Order] = name;
                side.Names[now.Order] = $"{name} {TitleText.NormalizeTitle(now.Title)}";
            }
        }
    }

    private static List<Improvement> Without(MergeSide one, MergeSide other)
    {
        var names = other.Names.ToHashSet(StringComparer.Ordinal);
        return [.. one.Backlog.Improvements.Where(item => !names.Contains(one.Names[item.Order]))];
    }

    private static ILookup<string, Improvement> ByTitle(IEnumerable<Improvement> items) =>
        items.ToLookup(item => TitleText.NormalizeTitle(item.Title), StringComparer.Ordinal);

    /// <summary>Matches equal titles of which one has an id.</summary>
    private static void MatchEqualTitles(
        MergeSide ancestor,
        MergeSide side,
        List<Improvement> vanished,
        List<Improvement> appeared
    )
    {
        var byTitle = ByTitle(appeared);
        foreach (var was in vanished.ToArray())
        {
            var candidates = byTitle[TitleText.NormalizeTitle(was.Title)];
            if (
                candidates.Where(item => item.Id is null != was.Id is null).ToArray() is [var now]
                && appeared.Remove(now)
            )
            {
                side.Names[now.Order] = ancestor.Names[was.Order];
                vanished.Remove(was);
            }
        }
    }

    /// <summary>Matches similar titles, the most similar first; an id never becomes another id.</summary>
    private static void MatchSimilarTitles(
        MergeSide ancestor,
        MergeSide side,
        List<Improvement> vanished,
        List<Improvement> appeared
    )
    {
        var titles = new SimilarTitles(
            [.. vanished.Concat(appeared).Select(item => item.Title)],
            RewordedTitles.LeastLikeness
        );
        var matches = titles
            .Find(
                vanished.Count,
                (title, earlier) =>
                    earlier < vanished.Count
                    && (vanished[earlier].Id is null || appeared[title - vanished.Count].Id is null)
            )
            .OrderByDescending(match => match.Likeness.Share)
            .DistinctBy(match => match.Earlier);
        foreach (var match in matches)
        {
            var now = appeared[match.Title - vanished.Count];
            side.Names[now.Order] = ancestor.Names[vanished[match.Earlier].Order];
        }
    }
}
