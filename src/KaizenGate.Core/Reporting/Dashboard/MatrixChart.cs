using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The open improvements by impact and effort. Improvements at the same place are spread around it.</summary>
internal static class MatrixChart
{
    private const double Height = 520;
    private const int LongestName = 100;

    /// <summary>Space for the name above a cell, where there are no circles.</summary>
    private const double Inset = 7;

    /// <summary>Improvements with lower scores are only counted.</summary>
    private const int MaxCircles = 300;

    /// <summary>The others at the same place are only counted.</summary>
    private const int MaxPerPlace = 4;

    /// <summary>Offsets of circles at the same place: horizontal in percent, vertical in pixels.</summary>
    private static readonly (double Across, double Up)[][] Spreads =
    [
        [(0, 0)],
        [(-2.2, 0), (2.2, 0)],
        [(-2.2, -10.5), (2.2, -10.5), (0, 10.5)],
        [(-2.2, -10.5), (2.2, -10.5), (-2.2, 10.5), (2.2, 10.5)],
    ];

    public static ChartFigure Of(ImmutableArray<OpenItem> items)
    {
        var figure = new ChartFigure("matrix", "Impact × effort", "")
        {
            Description =
                "Nine cells, effort from left to right and impact from bottom to top, each with its advice; a circle for every open improvement leads to its row in the table.",
            IsWide = true,
            HasLinks = true,
        };
        ImmutableArray<OpenItem> placed = [.. items.Where(item => item.Cell is not null)];
        var without = items.Length - placed.Length;
        var cut = placed.Length - MaxCircles;
        if (placed.IsEmpty)
        {
            return figure with
            {
                Missing = items.IsEmpty
                    ? "Nothing is open."
                    : "No open item has an impact and an effort from 1 to 10: score one with Impact and Effort.",
            };
        }

        var plot = new Plot(Scale.Across(0.5, 10.5), Scale.Up(0.5, 10.5, Height));
        Cells(plot);
        foreach (
            var place in placed
                .Take(MaxCircles)
                .GroupBy(item => (Effort: item.Item.Effort!.Value, Impact: item.Item.Impact!.Value))
        )
        {
            Place(plot, place.Key.Effort, place.Key.Impact, [.. place]);
        }

        return figure with
        {
            Insight =
                $"{Numbers(items)} Thick circles are in progress, dashed ones deferred.{(without > 0 ? $" {Wording.Count(without, "open item")} without a score cannot be placed." : "")}{(cut > 0 ? $" {cut} more, of lower scores, are not drawn." : "")}",
            Plot = plot,
        };
    }

    private static string Numbers(ImmutableArray<OpenItem> items) =>
        OpenItem.PrefixOf(items.Select(item => item.Item)) is { } prefix
            ? $"The numbers are those of {VisibleText.Cut(prefix, 20)}…; follow one to its row."
            : "The numbers are the rows of the table below; follow one there.";

    private static void Cells(Plot plot)
    {
        double[] columns = [0.5, .. Matrix.EffortBounds.Select(bound => bound - 0.5), 10.5];
        double[] rows = [0.5, .. Matrix.ImpactBounds.Select(bound => bound - 0.5), 10.5];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var cell = Matrix.At(row, column);
                var (left, right) = (plot.X.At(columns[column]), plot.X.At(columns[column + 1]));
                var (top, bottom) = (plot.Y.At(rows[row + 1]), plot.Y.At(rows[row]));
                plot.Back.Add(
                    $"<rect class=\"cell {OpenItem.SeriesOf(cell)}\" x=\"{left}%\" y=\"{top + Inset}\" width=\"{right - left}%\" height=\"{bottom - top - (2 * Inset)}\"/>"
                );
                plot.Back.Add(
                    $"<text class=\"cell-name\" x=\"{left}%\" y=\"{top + 3.5}\" dx=\"4\">{PlanWords.Cell(cell)}</text>"
                );
            }
        }

        for (var value = 1; value <= 10; value++)
        {
            plot.Back.Add(
                $"<text class=\"tick\" x=\"{plot.X.At(value)}%\" y=\"{Height + 17}\" text-anchor=\"middle\">{value}</text>"
            );
            plot.Back.Add(
                $"<text class=\"tick\" x=\"-8\" y=\"{plot.Y.At(value) + 4}\" text-anchor=\"end\">{value}</text>"
            );
        }

        plot.Back.Add($"<text class=\"axis-name\" x=\"100%\" y=\"{Height + 36}\" text-anchor=\"end\">effort →</text>");
        plot.Back.Add($"<text class=\"axis-name\" x=\"-22\" y=\"-14\">↑ impact</text>");
    }

    private static void Place(Plot plot, double effort, double impact, ImmutableArray<OpenItem> here)
    {
        var isCrowded = here.Length > MaxPerPlace;
        var spread = Spreads[Math.Min(here.Length, MaxPerPlace) - 1];
        for (var i = 0; i < spread.Length; i++)
        {
            var (x, y) = (plot.X.At(effort) + spread[i].Across, plot.Y.At(impact) + spread[i].Up);
            var item = here[i];
            if (isCrowded && i == MaxPerPlace - 1)
            {
                var words = $"{here.Length - i} more at impact {impact:0.##}, effort {effort:0.##}";
                Circle(plot, x, y, item, "more", $"+{here.Length - i}", words);
            }
            else
            {
                Circle(plot, x, y, item, Kind(item.Item.Status), item.Label, Words(item));
            }
        }
    }

    private static void Circle(Plot plot, double x, double y, OpenItem item, string kind, string label, string words)
    {
        var circle = new Markup();
        circle.Add($"<title>{words}</title><circle cx=\"{x}%\" cy=\"{y}\" r=\"10.5\"/>");
        circle.Add($"<text x=\"{x}%\" y=\"{y + 4}\" text-anchor=\"middle\" aria-hidden=\"true\">{label}</text>");
        _ =
            item.Row <= OpenItemsTable.MaxRows
                ? plot.Front.Add($"<a class=\"item {kind}\" href=\"#{item.Anchor}\">{circle}</a>")
                : plot.Front.Add($"<g class=\"item {kind}\">{circle}</g>");
    }

    private static string Words(OpenItem open) =>
        $"{VisibleText.Cut(open.Name, LongestName)}: impact {open.Item.Impact:0.##}, effort {open.Item.Effort:0.##}";

    private static string Kind(Status? status) =>
        status switch
        {
            Status.InProgress => "started",
            Status.Deferred => "deferred",
            _ => "waiting",
        };
}
