using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The header and footer of a page, and the headings of its parts.</summary>
internal static class PageHead
{
    /// <summary>Writes the heading, and links to the parts of the page.</summary>
    public static void Write(
        Markup html,
        string title,
        string about,
        string when,
        params ReadOnlySpan<(string Id, string Name)> parts
    )
    {
        html.Add(
            $"<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"top\"><div class=\"wrap\"><div>"
        );
        html.Add(
            $"<p class=\"brand\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"M1 10h4v5H1zm5-4h4v9H6zm5-5h4v14h-4z\"/></svg>KaizenGate</p>"
        );
        html.Add($"<h1>{title}</h1><p class=\"sub\">{about} · <span class=\"when\">{when}</span></p></div>");
        if (parts.Length > 1)
        {
            html.Add($"<nav class=\"contents\" aria-label=\"Parts of this page\"><ul>");
            foreach (var (id, name) in parts)
            {
                html.Add($"<li><a href=\"#{id}\">{name}</a></li>");
            }

            html.Add($"</ul></nav>");
        }

        html.Add($"</div></header>\n<main id=\"main\" class=\"wrap\">\n");
    }

    /// <summary>Starts a part; the caller ends it with <c>&lt;/section&gt;</c>.</summary>
    public static void Part(Markup html, string id, string name, string? lead = null)
    {
        html.Add($"<section class=\"part\" id=\"{id}\" aria-labelledby=\"{id}-name\"><h2 id=\"{id}-name\">{name}</h2>");
        if (lead is not null)
        {
            html.Add($"<p class=\"lead\">{lead}</p>");
        }

        html.Add($"\n");
    }

    public static void End(Markup html, string version, DateOnly asOf, string remark) =>
        html.Add(
            $"</main>\n<footer class=\"wrap\"><p class=\"foot\">Written by KaizenGate {version} as of {asOf}. {remark}</p></footer>\n"
        );
}
