using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The execution rate over time with its confidence interval.</summary>
internal static class RateChart
{
    private const double Height = 230;

    /// <summary>The end of the axis; higher rates only occur while an old backlog is completed.</summary>
    private const double MaxRate = 2;

    /// <param name="weeks">The weeks of the period, the oldest first.</param>
    public static ChartFigure Of(ImmutableArray<ReportWeek> weeks)
    {
        var figure = new ChartFigure("rate", "Execution rate", "")
        {
            Description =
                "A line for the execution rate over time within a band for its interval, and lines at one half and two thirds.",
        };
        ImmutableArray<ReportWeek> known = [.. weeks.Where(week => week.ExecutionRate.Value is not null)];
        if (known.Length < 2)
        {
            return figure with
            {
                Missing = weeks is [.., { ExecutionRate.Missing: { } why }]
                    ? PageText.Sentence(why)
                    : PageText.NeedsWeeks(known.Length, 2),
            };
        }

        var (first, last) = (known[0], known[^1]);
        var top = Math.Min(MaxRate, Math.Max(1, known.Max(week => week.ExecutionRate.Value!.Value)));
        var ticks = Ticks.FromZero(top);
        var plot = Plot.OverTime(first.Last, last.Last, ticks, Height, value => $"{value * 100:0}%");
        plot.Reference("soft", 2d / 3, "⅔ healthy");
        plot.Reference("soft", 0.5, "½ low");
        plot.Band("green", [.. known.Select(week => Within(week, ticks.Max))]);
        plot.Line(
            "green",
            known.Select(week => ((double)week.Last.DayNumber, Math.Min(ticks.Max, week.ExecutionRate.Value!.Value)))
        );
        var rate = last.ExecutionRate;
        plot.Point(
            "green",
            Mark.Dot,
            last.Last.DayNumber,
            Math.Min(ticks.Max, rate.Value!.Value),
            $"{last.Last:yyyy-MM-dd}: {FiguresText.Rate(rate.Value)}"
        );
        return figure with
        {
            Insight =
                $"Executed ÷ identified in the weeks up to each day: {FiguresText.Rate(rate.Value)} at the end, and {Interval(rate)} with 95% confidence (the band).",
            Plot = plot,
            Table = DataTable.Of(
                ["Up to", "Rate", "At least", "At most"],
                known,
                week =>
                    [
                        $"{week.Last:yyyy-MM-dd}",
                        FiguresText.Rate(week.ExecutionRate.Value),
                        FiguresText.Rate(week.ExecutionRate.Low),
                        FiguresText.Rate(week.ExecutionRate.High),
                    ]
            ),
        };
    }

    /// <summary>"between 53% and 70%", or "53% or more".</summary>
    public static string Interval(Estimate rate) =>
        (rate.Low, rate.High) switch
        {
            ({ } low, { } high) => $"between {FiguresText.Rate(low)} and {FiguresText.Rate(high)}",
            ({ } low, null) => $"{FiguresText.Rate(low)} or more",
            _ => "anything",
        };

    private static (double X, double Low, double High) Within(ReportWeek week, double most) =>
        (
            week.Last.DayNumber,
            Math.Min(most, week.ExecutionRate.Low ?? 0),
            Math.Min(most, week.ExecutionRate.High ?? most)
        );
}
