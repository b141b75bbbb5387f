using System.Buffers;

namespace KaizenGate.Reading;

/// <summary>Values that hold a place for a value that nobody has written yet.</summary>
internal static class Placeholders
{
    private static readonly SearchValues<char> Strokes = SearchValues.Create("-–—?….*_/ ");
    private static readonly SearchValues<char> Brackets = SearchValues.Create("[]<>{}");

    public static bool Matches(string value)
    {
        var trimmed = value.AsSpan().Trim();
        return trimmed.IsEmpty
            || !trimmed.ContainsAnyExcept(Strokes)
            || IsBracketed(trimmed)
            || ListsAlternatives(trimmed)
            || Folding.Fold(trimmed)
                is "tbd"
                    or "tba"
                    or "tbc"
                    or "na"
                    or "todo"
                    or "yyyymmdd"
                    or "none"
                    or "null"
                    or "unknown"
                    or "x"
                    or "未定"
                    or "미정"
                    or "待定";
    }

    /// <summary>Wholly in brackets of a template, <c>[Name or "Backlog"]</c> or <c>&lt;name&gt;</c>.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> value) =>
        value.Length >= 2
        && (value[0], value[^1]) is ('[', ']') or ('<', '>') or ('{', '}')
        && value[1..^1].IndexOfAny(Brackets) < 0;

    /// <summary>A choice that was left open, <c>OPEN | DONE</c> or <c>High/Medium/Low</c>.</summary>
    private static bool ListsAlternatives(ReadOnlySpan<char> value)
    {
        if (value.Length > 200)
        {
            return false;
        }

        var parts = value.Trim("()[]").ToString().Split('/');
        return value.Contains(" | ", StringComparison.Ordinal)
            || (
                parts.Length >= 3
                && Array.TrueForAll(
                    parts,
                    part =>
                        LevelWords.OfWord(Folding.Fold(part)) is not null
                        || StatusWords.Find(Folding.Fold(part)) is not null
                )
            );
    }

    /// <summary>Whether a title is one that a template leaves to be written, <c>[Feature Name]</c> or <c>YYYY-MM-DD — [Name]</c>.</summary>
    public static bool MatchesTitle(string title)
    {
        var rest = title.AsSpan().TrimStart("0123456789YMDXymdx-–—: ");
        return Matches(title)
            ? !title.Equals("TODO", StringComparison.Ordinal)
            : rest.Length > 2 && rest.Length < title.Length && IsBracketed(rest);
    }
}
