namespace KaizenGate.Core.Reading;

/// <summary>Reads the meaning of a mark in a legend.</summary>
internal static class MeaningText
{
    /// <summary>The maximum number of words before the one that counts: "intentionally skipped".</summary>
    private const int MostBefore = 5;

    private static readonly WordIndex<bool> Negations = Lexicon.Set("negation");

    /// <summary>Returns the status that a meaning begins with, or the first one in it that is not negated; null for none.</summary>
    public static Status? Status(string meaning)
    {
        if (StatusVocabulary.BuiltIn.Leading(meaning) is { } leading)
        {
            return leading;
        }

        var words = TextNormalizer.Words(meaning);
        if (LevelWords.LeadingLevel(words) is not null)
        {
            return null;
        }

        for (var index = 0; index < Math.Min(words.Count, MostBefore) && !Negations.Contains(words[index]); index++)
        {
            if (StatusWords.LongestAt(words, index) is { Length: > 0, Status: var status })
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>Returns the level or the tag that a meaning begins with: "High", "P1 (urgent)"; null for none.</summary>
    public static Priority? Priority(string meaning) =>
        TextNormalizer.Words(meaning) is [var first, ..] words
            ? LevelWords.OfTag(first) ?? LevelWords.LeadingLevel(words)
            : null;
}
