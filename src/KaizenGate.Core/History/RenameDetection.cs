using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>Matches the improvements that appeared in a commit with those that vanished in it.</summary>
internal static class RenameDetection
{
    /// <summary>The number of rounds in which each title takes its best match; then the rest takes any match.</summary>
    private const int MaxRounds = 8;

    /// <summary>
    /// Matches by equal key in another backlog, then by equal title where at most one of the two has an id, then by equal title with
    /// different ids. So a commit can move and renumber improvements freely.
    /// </summary>
    /// <param name="vanished">The vanished improvements.</param>
    /// <param name="appeared">The appeared improvements.</param>
    /// <param name="isRenumbered">Whether a closed improvement of a backlog may have got any other id.</param>
    /// <returns>For each appeared improvement the index of the vanished one, or -1; no index occurs twice.</returns>
    public static int[] Exact(List<ItemChange> vanished, List<ItemChange> appeared, Func<int, bool> isRenumbered)
    {
        var partners = new int[appeared.Count];
        Array.Fill(partners, -1);
        if (vanished.Count > 0 && appeared.Count > 0)
        {
            void MatchBy(Func<ItemState, string> nameOf, Func<ItemChange, ItemChange, bool> mayMatch) =>
                Match(vanished, appeared, partners, nameOf, mayMatch);
            MatchBy(state => state.Key, (was, now) => was.Before!.Id == now.After!.Id);
            MatchBy(TitleOf, (was, now) => (was.Before!.Id is null) != (now.After!.Id is null));
            MatchBy(TitleOf, (was, now) => HaveSameNumber(was.Before!.Id, now.After!.Id));
            MatchBy(TitleOf, (was, now) => was.Before!.IsOpen || (!now.After!.IsOpen && isRenumbered(was.Backlog)));
            MatchBy(TitleOf, (was, now) => WereClosedTogether(was.Before!, now.After!));
        }

        return partners;
    }

    /// <summary>
    /// Matches the rest by similar titles within each backlog, best first, then by reworded ones. A closed improvement does not match
    /// an open one: that is a recurrence, not a rename.
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
            [.. old.Select(i => vanished[i].Before!.Title), .. young.Select(i => appeared[i].After!.Title)],
            RewordedTitles.LeastLikeness
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

        List<TitleMatch> matches;
        for (
            var round = 0;
            round < MaxRounds
                && (
                    matches = [.. titles.Find(old.Count, MayMatch).OrderByDescending(match => match.Likeness.Share)]
                ).Count > 0;
            round++
        )
        {
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

        old.RemoveAll(i => isTaken[i]);
        young.RemoveAll(i => partners[i] >= 0);
        var reworded = RewordedTitles.Match(
            old.ConvertAll(i => vanished[i].Before!.Title),
            young.ConvertAll(i => appeared[i].After!.Title),
            (earlier, later) => MayBeSame(vanished[old[earlier]], appeared[young[later]])
        );
        foreach (var (earlier, later) in reworded)
        {
            partners[young[later]] = old[earlier];
        }
    }

    private static bool MayBeSame(ItemChange was, ItemChange now) =>
        was.Backlog == now.Backlog
        && (was.Before!.Id is null || now.After!.Id is null || HaveSameNumber(was.Before.Id, now.After.Id))
        && (was.Before.IsOpen || !now.After!.IsOpen);

    /// <summary>Whether two ids differ in their prefixes only: "IMP-007" and "SHOP-7".</summary>
    private static bool HaveSameNumber(string? one, string? other)
    {
        var number = NumberOf(one);
        return number.Length > 0 && number.SequenceEqual(NumberOf(other));
    }

    private static ReadOnlySpan<char> NumberOf(string? id) =>
        id.AsSpan()[(id.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1)..].TrimStart('0');

    private static bool WereClosedTogether(ItemState was, ItemState now) =>
        !was.IsOpen && was.Status == now.Status && was.Completed is not null && was.Completed == now.Completed;

    private static string TitleOf(ItemState state) =>
        state.Id is null ? state.OwnKey : TitleText.NormalizeTitle(state.Title);

    /// <summary>Matches equal names, first within a backlog, then across.</summary>
    private static void Match(
        List<ItemChange> vanished,
        List<ItemChange> appeared,
        int[] partners,
        Func<ItemState, string> nameOf,
        Func<ItemChange, ItemChange, bool> mayMatch
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
                    && mayMatch(vanished[candidate], appeared[i])
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
