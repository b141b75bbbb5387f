namespace KaizenGate.Core.Reading;

/// <summary>The words for the five categories.</summary>
internal static class CategoryWords
{
    /// <summary>Returns the category of a value; null for an unknown word.</summary>
    public static Category? Read(string value)
    {
        if (Exactly(value) is { } exact)
        {
            return exact;
        }

        var words = TextNormalizer.Words(value);
        return words.Count > 1 && ByWord.TryGetValue(words[0] + words[1], out var category) ? category
            : words.Count > 0 && ByWord.TryGetValue(words[0], out category) ? category
            : null;
    }

    /// <summary>Returns the category that a whole value is the word for; null for any other value.</summary>
    public static Category? Exactly(ReadOnlySpan<char> value) =>
        ByWord.TryGetText(value, out var category) ? category : null;

    private static readonly WordIndex<Category> ByWord = Lexicon.Index(
        (Category.Performance, "category.performance"),
        (Category.Quality, "category.quality"),
        (Category.DeveloperExperience, "category.developerExperience"),
        (Category.TechnicalDebt, "category.technicalDebt"),
        (Category.Feature, "category.feature")
    );
}
