namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>Two similar titles, by their positions.</summary>
internal readonly record struct TitleMatch(int Title, int Earlier, Likeness Likeness);

/// <summary>Finds similar titles by the Jaccard index of their words.</summary>
/// <remarks>
/// Not all pairs are compared. Two titles with a Jaccard index of at minimum t share one of the n − ⌈t·n⌉ + 1 rarest words of each
/// (the prefix filter of Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", 2006), so only
/// these words are looked up. Only the last <see cref="MostCandidates"/> earlier titles with a word are compared, so that the time
/// is linear in the number of titles.
/// </remarks>
internal sealed class SimilarTitles
{
    public const int MostCandidates = 32;

    private readonly double minimum;
    private readonly List<Title> titles;
    private readonly int wordCount;

    /// <param name="texts">The titles, the earlier ones first.</param>
    /// <param name="minimum">The minimum Jaccard index of similar titles, above 0, at most 1.</param>
    public SimilarTitles(IReadOnlyCollection<string> texts, double minimum)
    {
        this.minimum = minimum;
        var words = new TitleWords(texts.Count);
        titles = [.. texts.Select(text => Title.Of(text, words))];
        var byRarity = ByRarity(titles, words.Count);
        foreach (var title in titles)
        {
            title.Renumber(byRarity);
        }

        wordCount = words.Count;
    }

    /// <summary>Number of pairs that were compared.</summary>
    public int Comparisons { get; private set; }

    /// <summary>Returns for each title the most similar earlier one, if any is similar; the earliest of several that are equally similar.</summary>
    /// <param name="from">The first title to find a match for; titles before it can only be matches.</param>
    /// <param name="mayMatch">Whether a title and a similar earlier one are accepted as a match.</param>
    public IEnumerable<TitleMatch> Find(int from, Func<int, int, bool> mayMatch)
    {
        var byWord = new List<int>?[wordCount];
        var comparedWith = new int[titles.Count];
        for (var title = 0; title < titles.Count; title++)
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
                // Compares a title that shares several words only once; 0 means not compared.
                if (comparedWith[earlier[at]] == title + 1)
                {
                    continue;
                }

                comparedWith[earlier[at]] = title + 1;
                Comparisons++;
                var likeness = Likeness.Of(titles[title], titles[earlier[at]]);
                var match = new TitleMatch(title, earlier[at], likeness);
                if (
                    likeness.Share >= minimum
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

    /// <summary>Returns new numbers for the words, the rarest first.</summary>
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

    // The epsilon absorbs the rounding error (0.8 × 15 > 12).
    private ReadOnlySpan<int> Rarest(int[] words) =>
        words.Length == 0 ? [] : words.AsSpan(0, words.Length - (int)Math.Ceiling(minimum * words.Length - 1e-9) + 1);
}
