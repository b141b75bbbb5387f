using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Text for a message in a chat, where it mentions no one and cannot be clicked. It goes into elements without markup; a zero-width space
/// separates signs that clients look for in text without markup too: <c>@name</c>, <c>#channel</c>, <c>:emoji:</c>, <c>://</c>,
/// <c>www.</c>, <c>&lt;at&gt;</c>, <c>&lt;!channel&gt;</c> and <c>{{DATE(…)}}</c>.
/// </summary>
internal static class ChatText
{
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>Returns one line for an element without markup, cut to a number of UTF-16 units; escaping it makes it at most twice as long.</summary>
    public static string Of(string text, int longest)
    {
        // What is made visible becomes longer; the cut comes after that.
        var visible = VisibleText.Cut(VisibleText.Of(text), longest);
        var result = new StringBuilder(visible.Length + 16);
        for (var i = 0; i < visible.Length; i++)
        {
            var c = visible[i];
            result.Append(c);
            if (i + 1 < visible.Length && Begins(visible, i, visible[i + 1]))
            {
                result.Append(ZeroWidthSpace);
            }
        }

        return result.ToString();
    }

    /// <summary>Returns the same for Slack, at most five times as long. Slack decodes <c>&amp;amp;</c>, <c>&amp;lt;</c> and <c>&amp;gt;</c> in every text.</summary>
    public static string Slack(string text, int longest) =>
        Of(text, longest)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool Begins(string text, int at, char next) =>
        text[at] switch
        {
            '@' or '#' or ':' => !char.IsWhiteSpace(next),
            '<' => next is '!' or '/' or '@' or '#' || char.IsAsciiLetter(next),
            '{' => next is '{',
            '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
}
