using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>Escapes text for HTML and SVG, between tags and in quoted attributes.</summary>
internal static class HtmlText
{
    public static void Append(StringBuilder result, string text)
    {
        foreach (var c in VisibleText.Of(text))
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                _ => result.Append(c),
            };
        }
    }
}
