using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>Recognizes placeholders for values that are not written yet.</summary>
internal static class Placeholders
{
    private static readonly SearchValues<char> Strokes = SearchValues.Create("-–—?….*_/ ");
    private static readonly SearchValues<char> Brackets = SearchValues.Create("[]<>{}");
    private const int LongestChoice = 80;
    private const int LongestWord = 32;

    private static readonly WordIndex<bool> Words = Lexicon.Set("placeholder");

    /// <summary>Whether the value of a field is a placeholder.</summary>
    public static bool Matches(string value) => IsEmpty(value) || ListsAlternatives(value);

    /// <summary>Whether a title is a placeholder of a template, <c>[Feature Name]</c> or <c>YYYY-MM-DD — [Name]</c>.</summary>
    public static bool MatchesTitle(string title)
    {
        if (title == "TODO")
        {
            return false;
        }

        var rest = title.AsSpan().TrimStart("0123456789YMDXymdx-–—: ");
        return IsEmpty(title) || (rest.Length > 2 && rest.Length < title.Length && IsBracketed(rest));
    }

    private static bool IsEmpty(string value)
    {
        var trimmed = value.AsSpan().Trim();
        return !trimmed.ContainsAnyExcept(Strokes) || IsBracketed(trimmed) || IsWord(trimmed);
    }

    private static bool IsWord(ReadOnlySpan<char> value)
    {
        // No placeholder begins with a digit, as most short values do.
        if (value.Length > LongestWord || char.IsAsciiDigit(value[0]))
        {
            return false;
        }

        return Words.ContainsText(value);
    }

    /// <summary>Whether all of a value is in brackets, <c>[Name or "Backlog"]</c> or <c>&lt;name&gt;</c>.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> value) =>
        value.Length >= 2
        && (value[0], value[^1]) is ('[', ']') or ('<', '>') or ('{', '}')
        && value[1..^1].IndexOfAny(Brackets) < 0;

    /// <summary>Whether a value lists alternatives, <c>OPEN | DONE</c> or <c>High/Medium/Low</c>.</summary>
    public static bool ListsAlternatives(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length > LongestChoice || value.IndexOfAny('|', '/') < 0)
        {
            return false;
        }

        return (
                value.Contains(" | ", StringComparison.Ordinal)
                && Array.TrueForAll(value.ToString().Split('|'), part => Populations.WordCount(part) <= MostWords)
            )
            || (
                value.Count('/') >= 2
                && Array.TrueForAll(
                    value.Trim("()[]").ToString().Split('/'),
                    part => IsChoice(TextNormalizer.Normalize(part))
                )
            );
    }

    private const int MostWords = 4;

    private static bool IsChoice(string normalized) =>
        LevelWords.OfWord(normalized) is not null
        || StatusWords.Find(normalized) is not null
        || LevelWords.IsSize(normalized);
}
