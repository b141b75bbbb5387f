using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The open improvements by age.</summary>
internal static class AgeChart
{
    private const double Height = 230;

    public static ChartFigure Of(ImmutableArray<AgeBand> bands, Spread ages, int open)
    {
        var figure = new ChartFigure("ages", "Open items by age", "")
        {
            Description = "A bar for each class of age, as high as the number of open improvements in it.",
        };
        if (bands.IsEmpty || ages.Count == 0)
        {
            return figure with
            {
                Missing = open == 0 ? "Nothing is open." : PageText.Sentence(ages.Missing ?? "No age is known"),
            };
        }

        var ticks = Ticks.FromZero(bands.Max(band => band.Count), whole: true);
        var plot = new Plot(Scale.Across(0, bands.Length), Scale.Up(ticks.Min, ticks.Max, Height));
        plot.Grid(ticks);
        for (var i = 0; i < bands.Length; i++)
        {
            var band = bands[i];
            plot.Below(i + 0.5, band.ToDays is { } to ? $"≤{to}" : $">{band.FromDays - 1}");
            if (band.Count > 0)
            {
                var series = band.FromDays > AgeBand.OldDays ? "amber" : "blue";
                plot.Bar(series, (i + 0.12, i + 0.88), (0, band.Count), $"{Label(band)}: {band.Count}");
                plot.Name(series, i + 0.5, band.Count, $"{band.Count}", 5, "middle");
            }
        }

        var old = bands.Where(band => band.FromDays > AgeBand.OldDays).Sum(band => band.Count);
        var unknown = open > ages.Count ? $" The age of {open - ages.Count} more is unknown." : "";
        return figure with
        {
            Insight =
                $"Days since capture. Half are older than {PlotNumber.OrDash(ages.Median)}; {old} of {ages.Count} {(old == 1 ? "is" : "are")} older than {AgeBand.OldDays}.{unknown}",
            Plot = plot,
            Table = DataTable.Of(["Age", "Open items"], bands, band => [Label(band), $"{band.Count}"]),
        };
    }

    private static string Label(AgeBand band) =>
        band.ToDays is { } to ? $"{band.FromDays} to {to} days" : $"{band.FromDays} days or more";
}
