namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>How much two titles share.</summary>
/// <param name="Shared">Number of words that both have.</param>
/// <param name="Words">Number of words that either has; at least 1.</param>
internal readonly record struct Likeness(int Shared, int Words)
{
    /// <summary>The Jaccard index: shared ÷ all, 0 to 1.</summary>
    public double Share => (double)Shared / Words;

    /// <summary>
    /// Compares two titles without the remarks at their ends, since two wordings of one thing seldom share these;
    /// only when both have one, the remarks may make the difference, as in "Migrate (phase 1)" and "Migrate (phase 2)".
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
