using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.History;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>Gives an improvement that a side retitled, or gave an id, the name that it had before.</summary>
internal static class ItemNames
{
    public static void Carry(MergeSide ancestor, MergeSide side)
    {
        Renumbered(ancestor, side);
        var vanished = Without(ancestor, side);
        var appeared = Without(side, ancestor);
        if (vanished.Count == 0 || appeared.Count == 0)
        {
            return;
        }

        ByTitle(ancestor, side, vanished, appeared);
        Alike(ancestor, side, vanished, appeared);
    }

    /// <summary>What got another id in an earlier merge, while its own went to a new one, is found by its title.</summary>
    private static void Renumbered(MergeSide ancestor, MergeSide side)
    {
        var known = ancestor.Names.ToHashSet(StringComparer.Ordinal);
        var byTitle = side.Backlog.Improvements.ToLookup(
            item => TitleText.NormalizeTitle(item.Title),
            StringComparer.Ordinal
        );
        foreach (var was in ancestor.Backlog.Improvements)
        {
            var name = ancestor.Names[was.Order];
            if (
                was.Id is not null
                && side.Find(name) is { } now
                && TitleText.NormalizeTitle(was.Title) is var title
                && TitleText.NormalizeTitle(now.Title) != title
                && byTitle[title].ToArray() is [var same]
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

    /// <summary>The same title, once with and once without id.</summary>
    private static void ByTitle(
        MergeSide ancestor,
        MergeSide side,
        List<Improvement> vanished,
        List<Improvement> appeared
    )
    {
        var byTitle = appeared.ToLookup(item => TitleText.NormalizeTitle(item.Title), StringComparer.Ordinal);
        foreach (var was in vanished.ToArray())
        {
            Improvement[] now =
            [
                .. byTitle[TitleText.NormalizeTitle(was.Title)].Where(item => item.Id is null != was.Id is null),
            ];
            if (now is [var one] && appeared.Remove(one))
            {
                side.Names[one.Order] = ancestor.Names[was.Order];
                vanished.Remove(was);
            }
        }
    }

    /// <summary>Titles that are two wordings of one, the most alike first. An id is never given up for another.</summary>
    private static void Alike(
        MergeSide ancestor,
        MergeSide side,
        List<Improvement> vanished,
        List<Improvement> appeared
    )
    {
        var titles = new SimilarTitles(
            vanished.Concat(appeared).Select(item => item.Title),
            RenameDetection.LeastLikeness
        );
        var matches = titles
            .Find(
                vanished.Count,
                (title, earlier) =>
                    earlier < vanished.Count
                    && (vanished[earlier].Id is null || appeared[title - vanished.Count].Id is null)
            )
            .OrderByDescending(match => match.Likeness.Share);
        var taken = new HashSet<int>();
        foreach (var match in matches.ToArray())
        {
            if (taken.Add(match.Earlier))
            {
                var now = appeared[match.Title - vanished.Count];
                side.Names[now.Order] = ancestor.Names[vanished[match.Earlier].Order];
            }
        }
    }
}
