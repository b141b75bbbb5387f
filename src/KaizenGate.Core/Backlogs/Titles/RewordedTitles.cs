namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>
/// Recognizes titles that were shortened, extended or spell-checked, which the Jaccard index of their words misses: "Dark mode" and
/// "Dark mode — done in #12", "Retry uplods" and "Retry uploads".
/// </summary>
/// <remarks>
/// Candidates share the rarest word of the shorter title, or all words except one. Only the last
/// <see cref="SimilarTitles.MostCandidates"/> titles with a word, and <see cref="MostComparisons"/> per title, are compared, so that
/// the time is linear in the number of titles.
/// </remarks>
internal sealed class RewordedTitles
{
    public const int MostComparisons = 200;

    /// <summary>The share of common words from which two titles count as one reworded title.</summary>
    public const double LeastLikeness = 0.6;

    /// <summary>A title that begins with at least so many words of another one is that title, extended.</summary>
    private const int LeastPrefix = 2;

    /// <summary>A title that contains at least so many words of another one, in any order, is that title, extended.</summary>
    private const int LeastContained = 5;

    /// <summary>As <see cref="LeastContained"/>, if they are also at least a third of the longer title.</summary>
    private const int LeastThird = 3;

    /// <summary>Longer titles with a typo have a sufficient Jaccard index.</summary>
    private const int MostWordsWithTypo = 3;

    /// <summary>Shorter words differ in meaning when they differ in a letter.</summary>
    private const int LeastLetters = 4;

    /// <summary>The words of a title in order, as numbers.</summary>
    private readonly record struct Words(string Text, int[] Numbers);

    private readonly TitleWords known = new();
    private readonly Words[] titles;
    private readonly int oldCount;

    private RewordedTitles(IReadOnlyCollection<string> old, IEnumerable<string> young)
    {
        oldCount = old.Count;
        titles = [.. old.Concat(young).Select(text => new Words(text.Trim(), known.Of(text)))];
    }

    /// <summary>Returns whether two titles of one id are one title, equal or reworded.</summary>
    public static bool AreAlike(string one, string other)
    {
        var pair = new RewordedTitles([one], [other]);
        var (words, others) = (pair.titles[0].Numbers, pair.titles[1].Numbers);
        return one == other
            || pair.StrengthOf(0, 1) > 0
            || words.Intersect(others).Count() >= LeastLikeness * words.Union(others).Count();
    }

    /// <summary>Returns pairs of titles that are one title, reworded, the most similar first. Each title is in at most one pair.</summary>
    /// <param name="old">Titles.</param>
    /// <param name="young">Other titles.</param>
    /// <param name="mayMatch">Whether an old and a young title, by their positions, are accepted as a pair.</param>
    public static List<(int Old, int Young)> Match(
        IReadOnlyCollection<string> old,
        IReadOnlyCollection<string> young,
        Func<int, int, bool> mayMatch
    )
    {
        var all = new RewordedTitles(old, young);
        var pairs = all.Candidates()
            .Distinct()
            .Select(pair => (pair.Old, Young: pair.Young - old.Count, Strength: all.StrengthOf(pair.Old, pair.Young)))
            .Where(pair => pair.Strength > 0 && mayMatch(pair.Old, pair.Young))
            .OrderByDescending(pair => pair.Strength)
            .ThenBy(pair => pair.Old)
            .ThenBy(pair => pair.Young);
        var taken = new HashSet<int>();
        var found = new List<(int, int)>();
        foreach (var (one, other, _) in pairs)
        {
            if (!taken.Contains(one) && !taken.Contains(old.Count + other))
            {
                taken.Add(one);
                taken.Add(old.Count + other);
                found.Add((one, other));
            }
        }

        return found;
    }

    /// <summary>Returns pairs of an old and a young title, some of them twice.</summary>
    private IEnumerable<(int Old, int Young)> Candidates()
    {
        var frequencies = new int[known.Count];
        foreach (var word in titles.SelectMany(title => title.Numbers))
        {
            frequencies[word]++;
        }

        var byRarest = titles.Index().ToLookup(title => (IsOld(title.Index), Rarest(title.Item.Numbers, frequencies)));
        var byRest = titles
            .Index()
            .Where(title => IsOld(title.Index))
            .SelectMany(title => Rests(title.Item.Numbers).Select(rest => (Words: rest, title.Index)))
            .ToLookup(pair => pair.Words, pair => pair.Index);
        for (var title = 0; title < titles.Length; title++)
        {
            var numbers = titles[title].Numbers;
            var others = numbers
                .SelectMany(word => Last(byRarest[(!IsOld(title), word)].Select(other => other.Index)))
                .Concat(IsOld(title) ? [] : Rests(numbers).SelectMany(rest => Last(byRest[rest])));
            foreach (var other in others.Take(MostComparisons))
            {
                yield return IsOld(title) ? (title, other) : (other, title);
            }
        }
    }

    private bool IsOld(int title) => title < oldCount;

    private static IEnumerable<int> Last(IEnumerable<int> indices) => indices.TakeLast(SimilarTitles.MostCandidates);

    private static int Rarest(int[] numbers, int[] frequencies) =>
        numbers.Length == 0 ? -1 : numbers.MinBy(number => frequencies[number]);

    /// <summary>The other words of a short title, for each of its words.</summary>
    private static IEnumerable<(int Count, int Place, int First, int Second)> Rests(int[] numbers)
    {
        for (var place = 0; numbers.Length <= MostWordsWithTypo && place < numbers.Length; place++)
        {
            int[] others = [.. numbers[..place], .. numbers[(place + 1)..], -1, -1];
            yield return (numbers.Length, place, others[0], others[1]);
        }
    }

    /// <summary>Returns how certainly one title is the other, 0 for different ones: a typo is the smallest change.</summary>
    private double StrengthOf(int one, int other)
    {
        var (shorter, longer) = (titles[one], titles[other]);
        if (shorter.Numbers.Length > longer.Numbers.Length)
        {
            (shorter, longer) = (longer, shorter);
        }

        var (few, many) = (shorter.Numbers.Length, longer.Numbers.Length);
        if (few == 0)
        {
            return 0;
        }

        if (few == many && few <= MostWordsWithTypo && HasTypo(shorter.Numbers, longer.Numbers))
        {
            return 2;
        }

        var isPrefix = longer.Numbers.AsSpan().StartsWith(shorter.Numbers);
        var isExtended =
            isPrefix && (few >= LeastPrefix || few == many || HasRemark(shorter.Text, longer.Text))
            || (
                few >= LeastThird
                && (few >= LeastContained || 3 * few >= many)
                && shorter.Numbers.All(longer.Numbers.Contains)
            );
        return isExtended ? (double)few / many : 0;
    }

    /// <summary>Whether a title is another one with a remark: "Caching: only for restores", "Caching — done".</summary>
    private static bool HasRemark(string title, string longer)
    {
        if (!longer.StartsWith(title, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = longer.AsSpan(title.Length);
        var remark = rest.TrimStart();
        return remark.Length > 0
            && !char.IsLetterOrDigit(remark[0])
            && (rest.Length > remark.Length || remark[0] is ':' or ',' or ';');
    }

    /// <summary>Whether exactly one word differs, and only by a letter that was added, removed or changed, or by two that were exchanged.</summary>
    private bool HasTypo(int[] one, int[] other)
    {
        var differing = Enumerable.Range(0, one.Length).Where(index => one[index] != other[index]).Take(2).ToList();
        return differing is [var place] && AreClose(known.Text(one[place]), known.Text(other[place]));
    }

    /// <summary>Whether the Damerau–Levenshtein distance (with adjacent transpositions) of two words of letters is 1.</summary>
    private static bool AreClose(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Min(one.Length, other.Length) < LeastLetters)
        {
            return false;
        }

        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        var isTransposed = one.Length == 2 && other.Length == 2 && one[0] == other[1] && one[1] == other[0];
        return (isTransposed || (one.Length <= 1 && other.Length <= 1))
            && !one.ContainsAnyInRange('0', '9')
            && !other.ContainsAnyInRange('0', '9');
    }
}
