using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A scatter plot of cycle times, with the 50th and 85th percentile.</summary>
internal static class CycleChart
{
    private const double Height = 230;

    /// <summary>More points would overlap.</summary>
    private const int MaxPoints = 400;

    private const int LongestName = 60;

    /// <param name="completions">The completions of the period, the oldest first.</param>
    /// <param name="days">The distribution of their cycle times.</param>
    public static ChartFigure Of(ImmutableArray<CompletedImprovement> completions, Spread days)
    {
        var figure = new ChartFigure("cycle", "Cycle time", "")
        {
            Description =
                "A point for each completion, at its day and as high as the days from its start; lines at the 50th and the 85th percentile.",
        };
        ImmutableArray<CompletedImprovement> known = [.. completions.Where(one => one.CycleDays is not null)];
        if (known.IsEmpty || days is not { Median: { } median, Percentile85: { } most })
        {
            return figure with
            {
                Missing = PageText.Sentence(
                    days.Missing
                        ?? "no completion in the period has a known start: mark an improvement as in progress when you start it"
                ),
            };
        }

        var shown = known[Math.Max(0, known.Length - MaxPoints)..];
        var ticks = Ticks.FromZero(shown.Max(one => one.CycleDays!.Value), whole: true);
        var plot = new Plot(
            Scale.Across(shown[0].Day.DayNumber - 1, shown[^1].Day.DayNumber + 1),
            Scale.Up(ticks.Min, ticks.Max, Height)
        );
        plot.Grid(ticks);
        plot.Days(shown[0].Day, shown[^1].Day);
        plot.Reference("amber", most, $"85% ≤ {PlotNumber.Short(most)}");
        plot.Reference("green", median, $"50% ≤ {PlotNumber.Short(median)}");
        foreach (var one in shown)
        {
            var words = $"{Name(one)}: {Wording.Count(one.CycleDays!.Value, "day")}, completed {one.Day:yyyy-MM-dd}";
            plot.Point("blue see-through", Mark.Dot, one.Day.DayNumber, one.CycleDays.Value, words);
        }

        var cut = known.Length > shown.Length ? $" The newest {shown.Length} are drawn." : "";
        return figure with
        {
            Insight =
                $"Days from start to completion, of {Wording.Count(days.Count, "completion")}: half within {PlotNumber.Short(median)}, 85% within {PlotNumber.Short(most)}.{cut}",
            Plot = plot,
            Table = DataTable.Of(
                ["Completed", "Days", "Improvement"],
                shown,
                one => [$"{one.Day:yyyy-MM-dd}", $"{one.CycleDays}", Name(one)]
            ),
        };
    }

    private static string Name(CompletedImprovement one) => VisibleText.Cut(one.Name, LongestName);
}
