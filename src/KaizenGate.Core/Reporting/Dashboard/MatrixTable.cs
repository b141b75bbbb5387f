using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The open improvements in the nine cells of the matrix, the highest scores first.</summary>
internal static class MatrixTable
{
    private const int LongestTitle = 60;

    /// <summary>The others of a cell are only counted.</summary>
    private const int MaxPerCell = 8;

    private static readonly string[] Levels = ["low", "medium", "high"];

    public static void Write(Markup html, ImmutableArray<OpenItem> items)
    {
        html.Add($"<div class=\"panel wide\"><h3 id=\"matrix-name\">Impact × effort</h3>");
        var cells = items.Where(item => item.Place is not null).ToLookup(item => item.Place!.Value);
        if (cells.Count == 0)
        {
            var missing = items.IsEmpty
                ? "Nothing is open."
                : "No open item has an impact and an effort from 1 to 10: score one with Impact and Effort.";
            html.Add($"<p class=\"missing\">{missing}</p></div>\n");
            return;
        }

        var without = items.Count(item => item.Place is null);
        html.Add($"<p class=\"insight\">The highest scores of each cell; each leads to its row.");
        if (without > 0)
        {
            html.Add($" {Wording.Count(without, "open item")} without a score cannot be placed.");
        }

        html.Add($"</p><table class=\"matrix\" aria-labelledby=\"matrix-name\"><thead><tr><td></td>");
        for (var column = 0; column < Levels.Length; column++)
        {
            html.Add(
                $"<th scope=\"col\">{Levels[column]} effort <small>{Range(Matrix.EffortBounds, column)}</small></th>"
            );
        }

        html.Add($"</tr></thead><tbody>");
        for (var row = Levels.Length - 1; row >= 0; row--)
        {
            html.Add(
                $"<tr><th scope=\"row\">{Levels[row]} impact <small>{Range(Matrix.ImpactBounds, row)}</small></th>"
            );
            for (var column = 0; column < Levels.Length; column++)
            {
                Cell(html, Matrix.At(row, column), Levels[column], [.. cells[(row, column)]]);
            }

            html.Add($"</tr>");
        }

        html.Add($"</tbody></table></div>\n");
    }

    private static void Cell(Markup html, MatrixCell cell, string effort, ImmutableArray<OpenItem> here)
    {
        html.Add($"<td class=\"{OpenItem.SeriesOf(cell)}\"><strong>{PlanWords.Cell(cell)}</strong>");
        html.Add($" <span class=\"effort\">{effort} effort</span>");
        if (!here.IsEmpty)
        {
            html.Add($"<ul>");
            foreach (var item in here.Take(MaxPerCell))
            {
                Item(html, item);
            }

            html.Add($"</ul>");
        }

        if (here.Length > MaxPerCell)
        {
            html.Add($"<p class=\"note\">{here.Length - MaxPerCell} more</p>");
        }

        html.Add($"</td>");
    }

    private static void Item(Markup html, OpenItem open)
    {
        var title = VisibleText.Cut(open.Item.Title, LongestTitle);
        html.Add($"<li>");
        _ =
            open.Row <= OpenItemsTable.MaxRows
                ? html.Add($"<a href=\"#{open.Anchor}\">{title}</a>")
                : html.Add($"{title}");
        if (open.Item.Status is Status.InProgress or Status.Deferred)
        {
            html.Add($" <small>{StatusText.Words(open.Item.Status.Value)}</small>");
        }

        html.Add($"</li>");
    }

    /// <summary>The values of a level: <c>1–3</c>.</summary>
    private static string Range(double[] bounds, int level) =>
        $"{(level == 0 ? 1 : bounds[level - 1])}–{(level == 2 ? 10 : bounds[level] - 1)}";
}
