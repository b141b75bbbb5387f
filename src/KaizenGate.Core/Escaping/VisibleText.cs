using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Turns text into one line without characters that move a cursor, change the writing direction or are forbidden in XML.
/// </summary>
internal static class VisibleText
{
    /// <summary>A title may be as long as its file.</summary>
    private const int LongestMessage = 1000;

    public static string Of(string text)
    {
        var start = FirstUnsafe(text);
        return start < 0 ? text : Rewrite(text, start);
    }

    /// <summary>The same, cut to a readable length.</summary>
    public static string Message(string text) => Cut(text, LongestMessage);

    /// <summary>The same, cut to a number of UTF-16 units and an ellipsis, without splitting surrogate pairs.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return Of(text);
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return $"{Of(text[..end]).TrimEnd()}…";
    }

    /// <summary>Whether a text stays as it is.</summary>
    public static bool IsSafe(string text) => FirstUnsafe(text) < 0;

    private static int FirstUnsafe(string text)
    {
        var i = 0;
        while (text.AsSpan(i).IndexOfAnyExceptInRange(' ', '~') is >= 0 and var printable)
        {
            i += printable;
            if (IsUnsafe(text[i]) || char.IsSurrogate(text[i]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    private static string Rewrite(string text, int start)
    {
        var result = new StringBuilder(text.Length + 16).Append(text, 0, start);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                result.Append('\uFFFD');
            }
            else if (IsUnsafe(c))
            {
                result.Append(Shown(c));
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool IsUnsafe(char c) =>
        c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE'
        || IsBidirectionalControl(c);

    /// <summary>Whether it is a bidirectional control character.</summary>
    private static bool IsBidirectionalControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Shown(char c) =>
        c switch
        {
            '\t' or '\n' or '\r' => " ",
            < ' ' => ((char)('\u2400' + c)).ToString(),
            '\u007F' => "\u2421",
            _ => $"<U+{(int)c:X4}>",
        };
}
