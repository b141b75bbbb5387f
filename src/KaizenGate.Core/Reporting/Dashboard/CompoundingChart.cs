using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The measured improvement compared with 1% per week.</summary>
internal static class CompoundingChart
{
    private const double Height = 230;

    /// <param name="points">The points, the oldest first.</param>
    /// <param name="missing">Why there are no points; null if there are some.</param>
    public static ChartFigure Of(ImmutableArray<CompoundingPoint> points, string? missing)
    {
        var figure = new ChartFigure("compounding", "Improvement since day one", "")
        {
            Description =
                "A dashed line for one percent a week, and lines for what the hours saved and the metrics show; 1 is the level of day one.",
        };
        if (points.Length < 2)
        {
            return figure with { Missing = PageText.NeedsWeeks(points.Length, 2, missing) };
        }

        var (first, last) = (points[0], points[^1]);
        if (!last.IsMeasured)
        {
            return figure with
            {
                Missing = $"{PageText.Sentence(last.ByHours.Missing!)} {PageText.Sentence(last.ByMetrics.Missing!)}",
            };
        }

        double[] heights = [1, .. points.SelectMany(Heights)];
        var ticks = Ticks.Between(heights.Min(), heights.Max());
        var plot = Plot.OverTime(first.Day, last.Day, ticks, Height, value => $"{value:0.##}×");
        plot.Line("soft dashed", points.Select(point => ((double)point.Day.DayNumber, point.OnePercent)));
        plot.NextTo("soft", plot.Y.At(last.OnePercent), $"{last.OnePercent:0.##}×", "1% a week");
        Draw(plot, "green", points, point => point.ByHours, "by hours");
        Draw(plot, "blue", points, point => point.ByMetrics, "by metrics");
        return figure with
        {
            Insight = $"{Summary(last)} 1% a week would be {last.OnePercent:0.##}×.",
            Plot = plot,
            Table = DataTable.Of(
                ["On", "1% a week", "By hours saved", "By metrics"],
                points,
                point =>
                    [
                        $"{point.Day:yyyy-MM-dd}",
                        $"{point.OnePercent:0.###}",
                        Shown(point.ByHours),
                        Shown(point.ByMetrics),
                    ]
            ),
        };
    }

    private static void Draw(
        Plot plot,
        string series,
        ImmutableArray<CompoundingPoint> points,
        Func<CompoundingPoint, Figure> figure,
        string name
    )
    {
        ImmutableArray<(double X, double Y)> line =
        [
            .. points
                .Where(point => figure(point).Value is not null)
                .Select(point => ((double)point.Day.DayNumber, figure(point).Value!.Value)),
        ];
        if (line.IsEmpty)
        {
            return;
        }

        plot.Line(series, line);
        plot.Point(series, Mark.Dot, line[^1].X, line[^1].Y, $"{name}: {line[^1].Y:0.##}×");
        plot.NextTo(series, plot.Y.At(line[^1].Y), $"{line[^1].Y:0.##}×", name);
    }

    private static string Summary(CompoundingPoint last) =>
        (last.ByHours.Value, last.ByMetrics.Value) switch
        {
            ({ } hours, { } metrics) => $"{hours:0.##}× by hours saved, {metrics:0.##}× by the metrics.",
            ({ } hours, null) => $"{hours:0.##}× by hours saved.",
            (_, var metrics) => $"{metrics:0.##}× by the metrics.",
        };

    private static IEnumerable<double> Heights(CompoundingPoint point) =>
        ((double?[])[point.OnePercent, point.ByHours.Value, point.ByMetrics.Value]).OfType<double>();

    private static string Shown(Figure figure) => figure.Value is { } value ? $"{value:0.###}" : "–";
}
