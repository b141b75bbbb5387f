using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A cumulative flow diagram: the area between the two lines is the backlog.</summary>
internal static class CumulativeChart
{
    private const double Height = 230;

    /// <param name="weeks">The weeks of the period, the oldest first.</param>
    public static ChartFigure Of(ImmutableArray<ReportWeek> weeks)
    {
        var figure = new ChartFigure("cumulative", "Identified and executed", "")
        {
            Description = "Two lines over time: all improvements identified so far, and all executed so far.",
        };
        if (weeks.Length < 2)
        {
            return figure with { Missing = PageText.NeedsWeeks(weeks.Length, 2) };
        }

        var (first, last) = (weeks[0], weeks[^1]);
        var ticks = Ticks.FromZero(weeks.Max(week => week.Identified), whole: true);
        var plot = Plot.OverTime(first.Last, last.Last, ticks, Height);
        plot.Band(
            "blue",
            [.. weeks.Select(week => ((double)week.Last.DayNumber, (double)week.Executed, (double)week.Identified))]
        );
        plot.Line("blue", weeks.Select(week => ((double)week.Last.DayNumber, (double)week.Identified)));
        plot.Line("green", weeks.Select(week => ((double)week.Last.DayNumber, (double)week.Executed)));
        plot.Point("blue", Mark.Ring, last.Last.DayNumber, last.Identified, $"{last.Identified} identified");
        plot.Point("green", Mark.Dot, last.Last.DayNumber, last.Executed, $"{last.Executed} executed");
        plot.NextTo("blue", plot.Y.At(last.Identified), $"{last.Identified}", "identified");
        plot.NextTo("green", plot.Y.At(last.Executed), $"{last.Executed}", "executed");
        var captured = last.Identified - first.Identified + first.Captured - first.Rejected;
        var executed = last.Executed - first.Executed + first.Completed;
        return figure with
        {
            Insight =
                $"All improvements identified (without rejected ones) and executed so far. In the period, {captured} were captured and {executed} executed: the gap {Change(captured - executed)}.",
            Plot = plot,
            Table = DataTable.Of(
                ["Up to", "Identified", "Executed"],
                weeks,
                week => [$"{week.Last:yyyy-MM-dd}", $"{week.Identified}", $"{week.Executed}"]
            ),
        };
    }

    private static string Change(int by) =>
        by switch
        {
            > 0 => $"grew by {by}",
            < 0 => $"shrank by {-by}",
            _ => "did not change",
        };
}
