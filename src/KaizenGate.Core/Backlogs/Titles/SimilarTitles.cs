using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>Two titles that are alike, by their positions.</summary>
internal readonly record struct TitleMatch(int Title, int Earlier, Likeness Likeness);

/// <summary>Finds titles that are alike by the Jaccard index of their words.</summary>
/// <remarks>
/// Not all pairs are compared. If two titles share at least t of all their words, then they share one of the n − ⌈t·n⌉ + 1 rarest words of each
/// (the prefix filter of Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", 2006),
/// so only these are looked up. Of the earlier titles under one word only the last <see cref="MostCandidates"/> are compared, which keeps
/// the work linear in the number of titles whatever they share.
/// </remarks>
internal sealed class SimilarTitles
{
    public const int MostCandidates = 32;

    private readonly double least;
    private readonly ImmutableArray<Title> titles;
    private readonly int wordCount;

    /// <param name="texts">The titles, the earlier ones first.</param>
    /// <param name="least">The least Jaccard index of titles that are alike, above 0, at most 1.</param>
    public SimilarTitles(IEnumerable<string> texts, double least)
    {
        this.least = least;
        var words = new TitleWords();
        List<Title> read = [.. texts.Select(text => Title.Of(text, words))];
        var byRarity = ByRarity(read, words.Count);
        titles = [.. read.Select(title => title.Renumber(byRarity))];
        wordCount = words.Count;
    }

    /// <summary>How many pairs have been compared.</summary>
    public int Comparisons { get; private set; }

    /// <summary>For each title the most similar earlier one, if any is alike; of several that are equally similar the earliest.</summary>
    /// <param name="from">The first title to find one for; those before it are only found.</param>
    /// <param name="mayMatch">Whether a title and an earlier one that are alike count.</param>
    public IEnumerable<TitleMatch> Find(int from, Func<int, int, bool> mayMatch)
    {
        var byWord = new List<int>?[wordCount];
        var comparedWith = new int[titles.Length];
        for (var title = 0; title < titles.Length; title++)
        {
            if (title >= from && MostSimilar(title, byWord, comparedWith, mayMatch) is { } match)
            {
                yield return match;
            }

            foreach (var word in Rarest(titles[title].Core))
            {
                (byWord[word] ??= []).Add(title);
            }
        }
    }

    private TitleMatch? MostSimilar(int title, List<int>?[] byWord, int[] comparedWith, Func<int, int, bool> mayMatch)
    {
        TitleMatch? best = null;
        foreach (var word in Rarest(titles[title].Core))
        {
            var earlier = byWord[word] ?? [];
            for (var at = Math.Max(0, earlier.Count - MostCandidates); at < earlier.Count; at++)
            {
                // A title that shares several words is compared once; 0 marks none.
                if (comparedWith[earlier[at]] == title + 1)
                {
                    continue;
                }

                comparedWith[earlier[at]] = title + 1;
                Comparisons++;
                var likeness = Likeness.Of(titles[title], titles[earlier[at]]);
                var match = new TitleMatch(title, earlier[at], likeness);
                if (
                    likeness.Share >= least
                    && (best is null || IsBetter(match, best.Value))
                    && mayMatch(title, earlier[at])
                )
                {
                    best = match;
                }
            }
        }

        return best;
    }

    private static bool IsBetter(TitleMatch one, TitleMatch other) =>
        one.Likeness.Share > other.Likeness.Share
        || (one.Likeness.Share == other.Likeness.Share && one.Earlier < other.Earlier);

    /// <summary>New numbers for the words, the rarest first.</summary>
    private static int[] ByRarity(List<Title> titles, int count)
    {
        var frequencies = new int[count];
        foreach (var title in titles)
        {
            foreach (var word in title.Core)
            {
                frequencies[word]++;
            }
        }

        var words = Enumerable.Range(0, count).ToArray();
        Array.Sort(frequencies, words);
        var numbers = new int[count];
        for (var number = 0; number < count; number++)
        {
            numbers[words[number]] = number;
        }

        return numbers;
    }

    // The hair's breadth keeps 0.8 × 15 from being more than 12.
    private ReadOnlySpan<int> Rarest(int[] words) =>
        words.Length == 0 ? [] : words.AsSpan(0, words.Length - (int)Math.Ceiling(least * words.Length - 1e-9) + 1);
}
