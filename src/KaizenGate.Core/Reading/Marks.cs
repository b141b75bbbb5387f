using System.Buffers;
using System.Globalization;
using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>Marks: emoji and other symbols, shortcodes such as <c>:x:</c>, and boxes such as <c>[x]</c> or <c>[blocked]</c>.</summary>
internal static class Marks
{
    /// <summary>The maximum length of a box or a shortcode, in characters.</summary>
    private const int MaxLength = 32;

    /// <summary>Returns the length of the mark at the start of a text, in characters; 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text) =>
        text.IsEmpty ? 0
        : text[0] == '[' ? BoxLength(text)
        : text[0] == ':' ? ShortcodeLength(text)
        : IsSymbol(text) ? StringInfo.GetNextTextElementLength(text)
        : 0;

    /// <summary>Returns a mark in lower case, without the selector of an emoji presentation and the spaces in a box.</summary>
    public static string Plain(ReadOnlySpan<char> mark)
    {
        mark = mark.Trim().TrimEnd('\uFE0F');
        return mark is ['[', .., ']'] ? $"[{Plain(mark[1..^1])}]" : mark.ToString().ToLowerInvariant();
    }

    public static bool IsBox(ReadOnlySpan<char> mark) => mark is ['[', .., ']'];

    /// <summary>A box ends before a space or the end; "[text](address)" and "[reference]: address" are links.</summary>
    private static int BoxLength(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, MaxLength)].IndexOf(']');
        var isBox =
            close > 0
            && text[1..close].IndexOf('[') < 0
            && (close + 1 == text.Length || text[close + 1] is not ('(' or '[' or ':'));
        return isBox ? close + 1 : 0;
    }

    private static int ShortcodeLength(ReadOnlySpan<char> text)
    {
        var close = text[1..Math.Min(text.Length, MaxLength)].IndexOf(':') + 1;
        return close > 1 && !text[1..close].ContainsAnyExcept(ShortcodeCharacters) ? close + 1 : 0;
    }

    private static readonly SearchValues<char> ShortcodeCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_+-"
    );

    /// <summary>Whether a text begins with a symbol that is not ASCII and not an arrow, which separates.</summary>
    private static bool IsSymbol(ReadOnlySpan<char> text) =>
        text[0] >= 0x80
        && text[0] is not (>= '\u2190' and <= '\u21FF')
        && Rune.DecodeFromUtf16(text, out var first, out _) == OperationStatus.Done
        && Rune.GetUnicodeCategory(first) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;
}
