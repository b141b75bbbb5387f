namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>The words of a title as ascending numbers.</summary>
/// <param name="Core">The words without the remark in parentheses at the end.</param>
/// <param name="Whole">All words; the same array as <paramref name="Core"/> without a remark.</param>
internal readonly record struct Title(int[] Core, int[] Whole)
{
    /// <summary>Whether the title ends with a remark such as "(saves 30 s)".</summary>
    public bool HasRemark => !ReferenceEquals(Core, Whole);

    public static Title Of(string text, TitleWords words)
    {
        var title = text.AsSpan().TrimEnd();
        var open = title.EndsWith(")") ? title.LastIndexOf('(') : -1;
        var whole = words.Of(title);
        var core = open > 0 ? words.Of(title[..open]) : [];
        return core.Length == 0 ? new(whole, whole) : new(core, whole);
    }

    /// <summary>Gives the words other numbers.</summary>
    public void Renumber(int[] numbers)
    {
        Renumber(Core, numbers);
        if (HasRemark)
        {
            Renumber(Whole, numbers);
        }
    }

    private static void Renumber(int[] words, int[] numbers)
    {
        for (var at = 0; at < words.Length; at++)
        {
            words[at] = numbers[words[at]];
        }

        Array.Sort(words);
    }
}

/// <summary>How similar two titles are.</summary>
/// <param name="Shared">Number of words in both titles.</param>
/// <param name="Words">Number of words in either title; at least 1.</param>
internal readonly record struct Likeness(int Shared, int Words)
{
    /// <summary>The Jaccard index: shared ÷ all, 0 to 1.</summary>
    public double Share => (double)Shared / Words;

    /// <summary>
    /// Compares two titles without the remarks at their ends, which duplicates seldom share. When both have a remark, it can make
    /// the difference, as in "Migrate (phase 1)" and "Migrate (phase 2)".
    /// </summary>
    public static Likeness Of(Title one, Title other)
    {
        var core = Of(one.Core, other.Core);
        if (!one.HasRemark || !other.HasRemark)
        {
            return core;
        }

        var whole = Of(one.Whole, other.Whole);
        return whole.Share <= core.Share ? whole : core;
    }

    private static Likeness Of(int[] one, int[] other)
    {
        var shared = 0;
        for (int at = 0, there = 0; at < one.Length && there < other.Length; )
        {
            var (word, otherWord) = (one[at], other[there]);
            shared += word == otherWord ? 1 : 0;
            at += word <= otherWord ? 1 : 0;
            there += otherWord <= word ? 1 : 0;
        }

        return new(shared, one.Length + other.Length - shared);
    }
}
