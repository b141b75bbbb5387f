using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Text that stays text in a Markdown table: no HTML, markup, formula, link, emoji code, mention or issue reference
/// comes of it. A character entity is never markup. Mentions and references are looked for behind the rendering, where
/// entities are gone already, so a zero-width space parts the sign from its word.
/// </summary>
internal static class MarkdownText
{
    private const string Parting = "&#8203;";

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
                '@' or '#' => result.Append(c).Append(Parting),
                '-' when IsIssuePrefix(visible, i) && char.IsAsciiDigit(next) => result.Append(c).Append(Parting),
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
