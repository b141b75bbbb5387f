using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A process behaviour chart of a metric, with its control limits.</summary>
internal static class BehaviourChart
{
    private const double Height = 210;
    private const int MaxPoints = 200;
    private const int LongestName = 60;

    public static ChartFigure Of(MetricChart metric, int number)
    {
        var unit = metric.Unit is { Length: > 0 } written ? $" {VisibleText.Cut(written, 12)}" : "";
        var figure = new ChartFigure(
            $"metric-{number}",
            VisibleText.Cut(metric.Name, LongestName),
            Insight(metric, unit)
        )
        {
            Description =
                "A line through the values of a metric over time, with lines at the mean and the natural limits of its base period. Diamonds are values beyond a limit.",
        };
        if (metric.Points.Length < 2)
        {
            return figure with
            {
                Missing = metric.Missing is { } why
                    ? PageText.Sentence(why)
                    : $"Has {Wording.Count(metric.Points.Length, "value")}, needs 2.",
            };
        }

        var shown = metric.Points[Math.Max(0, metric.Points.Length - MaxPoints)..];
        double[] heights =
        [
            .. shown.Select(point => point.Value),
            .. new[] { metric.Lower, metric.Upper }.OfType<double>(),
        ];
        var ticks = Ticks.Between(heights.Min(), heights.Max());
        var plot = Plot.OverTime(shown[0].Day, shown[^1].Day, ticks, Height);
        if (metric is { Mean: { } mean, Upper: { } upper, Lower: { } lower })
        {
            plot.Reference("amber", upper, "upper", PlotNumber.Short(upper));
            plot.Reference("soft", mean, "mean", PlotNumber.Short(mean));
            plot.Reference("amber", lower, "lower", PlotNumber.Short(lower));
        }

        plot.Line("blue thin", shown.Select(point => ((double)point.Day.DayNumber, point.Value)));
        foreach (var point in shown)
        {
            Draw(plot, metric, point, unit);
        }

        return figure with
        {
            Plot = plot,
            Legend = shown.Any(point => point.IsBeyond)
                ? ChartFigure.LegendOf([
                    (Mark.Dot, "blue", "value"),
                    .. Beyond(shown.Any(metric.IsBetter), "green", "better than the limits"),
                    .. Beyond(
                        shown.Any(point => point.IsBeyond && !metric.IsBetter(point)),
                        "red",
                        "beyond the limits"
                    ),
                ])
                : null,
            Table = DataTable.Of(
                ["On", $"Value{(unit.Length > 0 ? $" in{unit}" : "")}", "Beyond the limits"],
                metric.Points,
                point => [$"{point.Day:yyyy-MM-dd}", PlotNumber.Short(point.Value), point.IsBeyond ? "yes" : "–"]
            ),
        };
    }

    private static string Insight(MetricChart metric, string unit)
    {
        var better = metric.Better is Better.Lower ? "Lower is better" : "Higher is better";
        var last = metric.Points is [.., var point] ? $", now {PlotNumber.Short(point.Value)}{unit}" : "";
        var summary =
            metric.Signal is { } signal ? PageText.Sentence(signal)
            : metric.Missing is { } missing ? PageText.Sentence(missing)
            : metric.Points.Any(one => one.IsBeyond) ? "Values beyond the limits are more than noise."
            : "All within its noise.";
        var limits = metric.Base is var (from, to, count)
            ? $" Limits from {Wording.Count(count, "value")} of {Wording.Day(from)} to {Wording.Day(to)}."
            : "";
        return $"{better}{last}. {summary}{limits}";
    }

    private static (Mark, string, string)[] Beyond(bool exists, string series, string name) =>
        exists ? [(Mark.Diamond, series, name)] : [];

    private static void Draw(Plot plot, MetricChart metric, ChartedPoint point, string unit)
    {
        var isBetter = metric.IsBetter(point);
        var note = point.Note is { Length: > 0 } written ? $": {VisibleText.Cut(written, LongestName)}" : "";
        var beyond =
            isBetter ? ", better than the limits"
            : point.IsBeyond ? ", beyond the limits"
            : "";
        plot.Point(
            isBetter ? "green"
                : point.IsBeyond ? "red"
                : "blue",
            point.IsBeyond ? Mark.Diamond : Mark.Dot,
            point.Day.DayNumber,
            point.Value,
            $"{point.Day:yyyy-MM-dd}: {PlotNumber.Short(point.Value)}{unit}{beyond}{note}"
        );
    }
}
