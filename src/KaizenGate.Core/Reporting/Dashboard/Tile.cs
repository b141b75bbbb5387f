using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A figure that is read at a glance.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure; a dash where it is not known.</param>
/// <param name="Unit">What stands small behind it.</param>
/// <param name="Note">What it rests on, or why it is not known.</param>
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
