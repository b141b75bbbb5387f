using System.Globalization;
using Wcwidth;

namespace KaizenGate.Core.Reporting;

/// <summary>The columns that text takes on a terminal: two for each wide character of East Asia and most emoji, one otherwise.</summary>
internal static class ColumnWidth
{
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value is >= ' ' and <= '~' ? 1 : Math.Max(0, UnicodeCalculator.GetWidth(rune));
        }

        return width;
    }

    /// <summary>The longest start of a text that is at most so wide; it ends between characters as people see them.</summary>
    public static string Prefix(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        var letters = StringInfo.GetTextElementEnumerator(text);
        var taken = 0;
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            taken += Of(letter);
            if (taken > width)
            {
                return text[..letters.ElementIndex];
            }
        }

        return text;
    }
}
