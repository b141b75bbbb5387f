using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Escapes text for a Markdown table, so that it contains no HTML, markup, formula, link, emoji code, mention or issue
/// reference. A character entity is never markup. Hosts find mentions and references after rendering, when entities are
/// decoded, so a zero-width space separates the sign from the word.
/// </summary>
internal static class MarkdownText
{
    private const string ZeroWidthSpace = "&#8203;";

    public static string Of(string text)
    {
        var visible = VisibleText.Message(text);
        var result = new StringBuilder(visible.Length + 16);
        for (var i = 0; i < visible.Length; i++)
        {
            var c = visible[i];
            var next = i + 1 < visible.Length ? visible[i + 1] : ' ';
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '!' => Entity(c, result),
                ':' when !char.IsWhiteSpace(next) => Entity(c, result),
                '.' when IsAfterWww(visible, i) => Entity(c, result),
                '@' or '#' => result.Append(c).Append(ZeroWidthSpace),
                '-' when IsIssuePrefix(visible, i) && char.IsAsciiDigit(next) => result
                    .Append(c)
                    .Append(ZeroWidthSpace),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    private static StringBuilder Entity(char c, StringBuilder result) => result.Append($"&#{(int)c};");

    private static bool IsAfterWww(string text, int dot) =>
        text.AsSpan(0, dot).EndsWith("www", StringComparison.OrdinalIgnoreCase);

    private static bool IsIssuePrefix(string text, int hyphen) =>
        text.AsSpan(0, hyphen).EndsWith("GH", StringComparison.OrdinalIgnoreCase);
}
