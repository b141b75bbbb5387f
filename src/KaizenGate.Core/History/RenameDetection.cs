using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>Matches the improvements that appeared in a commit with those that vanished in it.</summary>
internal static class RenameDetection
{
    /// <summary>The share of common words from which two titles count as one reworded title.</summary>
    public const double LeastLikeness = 0.6;

    /// <summary>The number of rounds in which each title takes its best match; then the rest takes any match.</summary>
    private const int MaxRounds = 8;

    /// <summary>
    /// Matches by equal key in another backlog, then by equal title where exactly one of the two has an id. So a commit can move and
    /// renumber improvements freely.
    /// </summary>
    /// <returns>For each appeared improvement the index of the vanished one, or -1; no index occurs twice.</returns>
    public static int[] Exact(List<ItemChange> vanished, List<ItemChange> appeared)
    {
        var partners = new int[appeared.Count];
        Array.Fill(partners, -1);
        if (vanished.Count > 0 && appeared.Count > 0)
        {
            Match(vanished, appeared, partners, state => state.Key, (was, now) => was.Id == now.Id);
            Match(vanished, appeared, partners, TitleOf, (was, now) => (was.Id is null) != (now.Id is null));
        }

        return partners;
    }

    /// <summary>
    /// Matches the rest by similar titles within each backlog, best first. A closed improvement does not match an open one: that
    /// is a recurrence, not a rename.
    /// </summary>
    /// <param name="vanished">The vanished improvements.</param>
    /// <param name="appeared">The appeared improvements.</param>
    /// <param name="partners">The result of <see cref="Exact"/>, to which matches are added.</param>
    /// <param name="isKnown">Whether the appeared improvement at an index was matched in another way.</param>
    public static void Similar(
        List<ItemChange> vanished,
        List<ItemChange> appeared,
        int[] partners,
        Func<int, bool> isKnown
    )
    {
        var isTaken = new bool[vanished.Count];
        foreach (var partner in partners.Where(partner => partner >= 0))
        {
            isTaken[partner] = true;
        }

        List<int> old = [.. Enumerable.Range(0, vanished.Count).Where(i => !isTaken[i])];
        List<int> young = [.. Enumerable.Range(0, appeared.Count).Where(i => partners[i] < 0 && !isKnown(i))];
        if (old.Count == 0 || young.Count == 0)
        {
            return;
        }

        var titles = new SimilarTitles(
            old.Select(i => vanished[i].Before!.Title).Concat(young.Select(i => appeared[i].After!.Title)),
            LeastLikeness
        );
        bool MayMatch(int title, int earlier) =>
            earlier < old.Count
            && !isTaken[old[earlier]]
            && partners[young[title - old.Count]] < 0
            && MayBeSame(vanished[old[earlier]], appeared[young[title - old.Count]]);
        void Take(int title, int earlier)
        {
            isTaken[old[earlier]] = true;
            partners[young[title - old.Count]] = old[earlier];
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            var matches = titles.Find(old.Count, MayMatch).OrderByDescending(match => match.Likeness.Share).ToList();
            if (matches.Count == 0)
            {
                return;
            }

            foreach (var match in matches.Where(match => !isTaken[old[match.Earlier]]))
            {
                Take(match.Title, match.Earlier);
            }
        }

        // Find is lazy: MayMatch sees what earlier iterations took.
        foreach (var match in titles.Find(old.Count, MayMatch))
        {
            Take(match.Title, match.Earlier);
        }
    }

    private static bool MayBeSame(ItemChange was, ItemChange now) =>
        was.Backlog == now.Backlog
        && (was.Before!.Id is null || now.After!.Id is null)
        && (was.Before.IsOpen || !now.After!.IsOpen);

    private static string TitleOf(ItemState state) =>
        state.Id is null ? state.OwnKey : TitleText.NormalizeTitle(state.Title);

    /// <summary>Matches equal names, first within a backlog, then across.</summary>
    private static void Match(
        List<ItemChange> vanished,
        List<ItemChange> appeared,
        int[] partners,
        Func<ItemState, string> nameOf,
        Func<ItemState, ItemState, bool> mayMatch
    )
    {
        var byName = Enumerable
            .Range(0, vanished.Count)
            .Except(partners)
            .GroupBy(i => nameOf(vanished[i].Before!))
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var isSameBacklog in (ReadOnlySpan<bool>)[true, false])
        {
            for (var i = 0; i < appeared.Count; i++)
            {
                if (partners[i] >= 0 || !byName.TryGetValue(nameOf(appeared[i].After!), out var candidates))
                {
                    continue;
                }

                var found = candidates.FindIndex(candidate =>
                    vanished[candidate].Backlog == appeared[i].Backlog == isSameBacklog
                    && mayMatch(vanished[candidate].Before!, appeared[i].After!)
                );
                if (found >= 0)
                {
                    partners[i] = candidates[found];
                    candidates.RemoveAt(found);
                }
            }
        }
    }
}
