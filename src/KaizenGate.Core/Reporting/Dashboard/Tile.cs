using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A figure at the top of a page.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">The figure; a dash when unknown.</param>
/// <param name="Unit">The unit, in small print; may be empty.</param>
/// <param name="Note">Details, or why it is unknown.</param>
internal sealed record Tile(string Name, string Value, string Unit, string Note)
{
    public static void Write(Markup html, params ReadOnlySpan<Tile> tiles)
    {
        html.Add($"<dl class=\"tiles of-{tiles.Length}\">");
        foreach (var tile in tiles)
        {
            html.Add($"<div><dt>{tile.Name}</dt><dd class=\"value\">{tile.Value}");
            if (tile.Unit.Length > 0)
            {
                html.Add($" <small>{tile.Unit}</small>");
            }

            html.Add($"</dd><dd>{tile.Note}</dd></div>");
        }

        html.Add($"</dl>\n");
    }
}
