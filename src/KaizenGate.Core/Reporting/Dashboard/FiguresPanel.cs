using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A panel with a table of labels and values.</summary>
internal static class FiguresPanel
{
    /// <summary>Writes a panel; nothing without lines.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">The id of its heading.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="insight">What it shows, as a sentence.</param>
    /// <param name="lines">The labels and values. A label that starts with spaces belongs to the one above.</param>
    public static void Write(
        Markup html,
        string id,
        string title,
        string insight,
        IEnumerable<(string Label, string Value)> lines
    )
    {
        ImmutableArray<(string Label, string Value)> rows = [.. lines];
        if (rows.IsEmpty)
        {
            return;
        }

        html.Add($"<div class=\"panel\"><h3 id=\"{id}\">{title}</h3><p class=\"insight\">{insight}</p>");
        html.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{id}\"><table><tbody>");
        foreach (var (label, value) in rows)
        {
            html.Add(
                $"<tr><th scope=\"row\">{Markup.Message(label)}</th><td class=\"name left\">{Markup.Message(value)}</td></tr>"
            );
        }

        html.Add($"</tbody></table></div></div>\n");
    }
}
