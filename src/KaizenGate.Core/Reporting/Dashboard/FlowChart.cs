using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Arrivals as bars above an axis and departures below it, which are distinct without colours.</summary>
internal static class FlowChart
{
    private const double Height = 230;

    /// <summary>More bars would be too narrow on a phone.</summary>
    private const int MaxBars = 60;

    /// <param name="weeks">The weeks of the period, the oldest first.</param>
    /// <param name="flow">The figures of the period.</param>
    public static ChartFigure Of(ImmutableArray<ReportWeek> weeks, FlowFigures flow)
    {
        var figure = new ChartFigure("flow", "Arrivals and departures", "")
        {
            Description =
                "Bars above a line for improvements that arrived, and bars below it for those completed, rejected or dropped.",
        };
        if (weeks.IsEmpty)
        {
            return figure with { Missing = PageText.NeedsWeeks(0, 1) };
        }

        var each = (weeks.Length + MaxBars - 1) / MaxBars;
        var spans = Combine(weeks, each);
        var half = Ticks.FromZero(Math.Max(1, spans.Max(span => Math.Max(span.Arrived, span.Left))), 3, whole: true);
        var ticks = new Ticks([.. half.Values.Skip(1).Reverse().Select(value => -value), .. half.Values], half.Step);
        var plot = new Plot(
            Scale.Across(spans[0].First.DayNumber, spans[^1].Last.DayNumber + 1),
            Scale.Up(ticks.Min, ticks.Max, Height)
        );
        plot.Grid(ticks, value => PlotNumber.Tick(Math.Abs(value), ticks.Step));
        plot.Days(spans[0].First, spans[^1].Last);
        foreach (var span in spans)
        {
            Bars(plot, span);
        }

        plot.NextTo("blue", Height / 4, "▲ arrived");
        plot.NextTo("green", Height * 3 / 4, "▼ left");
        return figure with
        {
            Insight = flow.ArrivalsPerWeek.Missing is { } few
                ? PageText.Sentence(few)
                : $"{FiguresText.PerWeek(flow.ArrivalsPerWeek.Value)} arrived and {FiguresText.PerWeek(flow.DeparturesPerWeek.Value)} left: completed, rejected or dropped.{(each > 1 ? $" A bar is {each} weeks." : "")}",
            Plot = plot,
            Table = DataTable.Of(
                ["From", "To", "Arrived", "Completed", "Rejected", "Dropped"],
                weeks,
                week =>
                    [
                        $"{week.First:yyyy-MM-dd}",
                        $"{week.Last:yyyy-MM-dd}",
                        $"{week.Captured}",
                        $"{week.Completed}",
                        $"{week.Rejected}",
                        $"{week.Dropped}",
                    ]
            ),
        };
    }

    private static void Bars(Plot plot, Span span)
    {
        var (from, to) = (span.First.DayNumber, span.Last.DayNumber + 1);
        var gap = (to - from) * 0.14;
        var when = $"{span.First:yyyy-MM-dd} to {span.Last:yyyy-MM-dd}";
        if (span.Arrived > 0)
        {
            plot.Bar("blue", (from + gap, to - gap), (0, span.Arrived), $"{when}: {span.Arrived} arrived");
        }

        if (span.Left > 0)
        {
            plot.Bar("green", (from + gap, to - gap), (0, -span.Left), $"{when}: {span.Left} left");
        }
    }

    /// <summary>Combines weeks from the newest on, so that only the oldest span may be short.</summary>
    private static ImmutableArray<Span> Combine(ImmutableArray<ReportWeek> weeks, int each) =>
        [
            .. weeks
                .Reverse()
                .Chunk(each)
                .Select(chunk => new Span(
                    chunk[^1].First,
                    chunk[0].Last,
                    chunk.Sum(week => week.Captured),
                    chunk.Sum(week => week.Departed)
                ))
                .Reverse(),
        ];

    private readonly record struct Span(DateOnly First, DateOnly Last, int Arrived, int Left);
}
