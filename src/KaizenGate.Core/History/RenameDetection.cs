using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.History;

/// <summary>Finds out which of the improvements that appeared in a commit are those that vanished in it.</summary>
internal static class RenameDetection
{
    /// <summary>Titles that share so many of their words are two wordings of one.</summary>
    public const double LeastLikeness = 0.6;

    /// <summary>After so many rounds in which each takes its best, the rest takes what is left.</summary>
    private const int MostRounds = 8;

    /// <summary>
    /// Pairs by the same key in another backlog, then by the same title where one of the two has no id. With these, a revision
    /// may move and renumber as it likes.
    /// </summary>
    /// <param name="vanished">What vanished.</param>
    /// <param name="appeared">What appeared.</param>
    /// <returns>For each that appeared the position of the one that vanished, or -1; no position comes twice.</returns>
    public static int[] Same(List<ItemChange> vanished, List<ItemChange> appeared)
    {
        var partners = new int[appeared.Count];
        Array.Fill(partners, -1);
        if (vanished.Count == 0 || appeared.Count == 0)
        {
            return partners;
        }

        var taken = new bool[vanished.Count];
        Match(vanished, appeared, partners, taken, state => state.Key, (was, now) => was.Id == now.Id);
        Match(vanished, appeared, partners, taken, FoldedTitle, (was, now) => (was.Id is null) != (now.Id is null));
        return partners;
    }

    /// <summary>
    /// Pairs what is left by titles that are alike, within each backlog and best first. What was closed when it vanished is not taken for
    /// something open: that is the same trouble again.
    /// </summary>
    /// <param name="vanished">What vanished.</param>
    /// <param name="appeared">What appeared.</param>
    /// <param name="partners">The pairs so far, as <see cref="Same"/> gives them; more are put in.</param>
    /// <param name="isKnown">Whether one that appeared, by its position, is known already.</param>
    public static void Alike(
        List<ItemChange> vanished,
        List<ItemChange> appeared,
        int[] partners,
        Func<int, bool> isKnown
    )
    {
        var isTaken = new bool[vanished.Count];
        foreach (var partner in partners)
        {
            if (partner >= 0)
            {
                isTaken[partner] = true;
            }
        }

        List<int> old = [.. Enumerable.Range(0, vanished.Count).Where(at => !isTaken[at])];
        List<int> young = [.. Enumerable.Range(0, appeared.Count).Where(at => partners[at] < 0 && !isKnown(at))];
        if (old.Count == 0 || young.Count == 0)
        {
            return;
        }

        var titles = new SimilarTitles(
            old.Select(at => vanished[at].Was!.Title).Concat(young.Select(at => appeared[at].Now!.Title)),
            LeastLikeness
        );
        bool MayMatch(int title, int earlier) =>
            earlier < old.Count
            && !isTaken[old[earlier]]
            && partners[young[title - old.Count]] < 0
            && MayBeOne(vanished[old[earlier]], appeared[young[title - old.Count]]);

        for (var round = 0; round < MostRounds; round++)
        {
            var matches = titles.Find(old.Count, MayMatch).OrderByDescending(match => match.Likeness.Share).ToList();
            if (matches.Count == 0)
            {
                return;
            }

            foreach (var match in matches)
            {
                if (!isTaken[old[match.Earlier]])
                {
                    isTaken[old[match.Earlier]] = true;
                    partners[young[match.Title - old.Count]] = old[match.Earlier];
                }
            }
        }

        // What is taken while the titles are gone through may not be taken again: MayMatch sees to that.
        foreach (var match in titles.Find(old.Count, MayMatch))
        {
            isTaken[old[match.Earlier]] = true;
            partners[young[match.Title - old.Count]] = old[match.Earlier];
        }
    }

    private static bool MayBeOne(ItemChange was, ItemChange now) =>
        was.Backlog == now.Backlog
        && (was.Was!.Id is null || now.Now!.Id is null)
        && (was.Was.IsOpen || !now.Now!.IsOpen);

    private static string FoldedTitle(ItemState state) =>
        state.Id is null ? state.OwnKey : TitleText.NormalizeTitle(state.Title);

    /// <summary>Pairs what has the same name, first within a backlog, then across.</summary>
    private static void Match(
        List<ItemChange> vanished,
        List<ItemChange> appeared,
        int[] partners,
        bool[] taken,
        Func<ItemState, string> name,
        Func<ItemState, ItemState, bool> mayBeOne
    )
    {
        var byName = new Dictionary<string, List<int>>();
        for (var at = 0; at < vanished.Count; at++)
        {
            if (!taken[at])
            {
                var same = name(vanished[at].Was!);
                if (!byName.TryGetValue(same, out var places))
                {
                    byName.Add(same, places = []);
                }

                places.Add(at);
            }
        }

        foreach (var isSameBacklog in (ReadOnlySpan<bool>)[true, false])
        {
            for (var at = 0; at < appeared.Count; at++)
            {
                if (partners[at] >= 0 || !byName.TryGetValue(name(appeared[at].Now!), out var places))
                {
                    continue;
                }

                var found = places.FindIndex(place =>
                    vanished[place].Backlog == appeared[at].Backlog == isSameBacklog
                    && mayBeOne(vanished[place].Was!, appeared[at].Now!)
                );
                if (found >= 0)
                {
                    partners[at] = places[found];
                    taken[places[found]] = true;
                    places.RemoveAt(found);
                }
            }
        }
    }
}
