using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The forecast completion dates of the backlog with their probabilities.</summary>
internal static class ForecastChart
{
    private const double Height = 260;

    /// <summary>The vertical positions of the rows.</summary>
    private static readonly double[] Rows = [2.5, 1.5, 0.5];

    public static ChartFigure Of(ImprovementReport report)
    {
        var figure = new ChartFigure("forecast", "When it is done", "")
        {
            Description =
                "Three rows along time, one for the highest scores, one for what is open today and one for the whole backlog: a ring, a dot and a diamond at the days that hold with 50, 85 and 95 percent.",
        };
        (string Name, DrainForecast Forecast)[] rows =
        [
            (FiguresText.HighestScores(report.HighestScores), report.HighestScores),
            ($"today’s {report.TodaysOpen.Open} open, taken first", report.TodaysOpen),
            ("backlog empty, with new arrivals", report.Drain),
        ];
        ImmutableArray<DateOnly> days =
        [
            .. rows.SelectMany(row => row.Forecast.Chances).Select(chance => chance.Day).OfType<DateOnly>(),
        ];
        if (days.IsEmpty)
        {
            return figure with
            {
                Missing = string.Join(' ', rows.Select(row => Why(row.Name, row.Forecast)).Distinct()),
            };
        }

        var (first, last) = (report.Period.To, days.Max());
        var plot = new Plot(Scale.Across(first.DayNumber, last.DayNumber + 1), new Scale(0, Rows.Length, Height, 0));
        plot.Back.Add($"<line class=\"base\" x1=\"0\" x2=\"100%\" y1=\"{Height}\" y2=\"{Height}\"/>");
        plot.Lanes(first, last);
        plot.Days(first, last);
        for (var i = 0; i < rows.Length; i++)
        {
            Draw(plot, Rows[i], rows[i].Name, rows[i].Forecast);
        }

        return figure with
        {
            Insight =
                $"Drawn {rows.Max(row => row.Forecast.Trials):#,0} times from the last {Wording.Count(report.TodaysOpen.Departures.Length, "week")}.",
            Legend = ChartFigure.LegendOf(
                (Mark.Ring, "blue", "50%"),
                (Mark.Dot, "blue", "85%"),
                (Mark.Diamond, "blue", "95%")
            ),
            Plot = plot,
            Table = DataTable.Of(
                ["Backlog", "50%", "85%", "95%"],
                rows.Where(row => row.Forecast.Chances.Length > 0),
                row => [row.Name, .. row.Forecast.Chances.Select(Shown)]
            ),
        };
    }

    private static void Draw(Plot plot, double row, string name, DrainForecast forecast)
    {
        plot.Back.Add(
            $"<text class=\"name\" y=\"{plot.Y.At(row) - 29}\"><tspan x=\"0\">{name}: </tspan><tspan x=\"0\" dy=\"15\">{Summary(forecast)}</tspan></text>"
        );
        ImmutableArray<DrainChance> dated = [.. forecast.Chances.Where(chance => chance.Day is not null)];
        if (dated.IsEmpty)
        {
            return;
        }

        plot.Line("blue", dated.Select(chance => ((double)chance.Day!.Value.DayNumber, row)));
        foreach (var chance in dated)
        {
            plot.Point(
                "blue",
                chance.Probability < 0.8 ? Mark.Ring
                    : chance.Probability < 0.9 ? Mark.Dot
                    : Mark.Diamond,
                chance.Day!.Value.DayNumber,
                row,
                $"{chance.Probability * 100:0}%: {Shown(chance)}"
            );
        }
    }

    /// <summary>The date with 85% confidence, which is the one to promise.</summary>
    private static string Summary(DrainForecast forecast) =>
        forecast.Outcome switch
        {
            DrainOutcome.Dated => forecast.Chances.FirstOrDefault(chance => chance.Probability is > 0.8 and < 0.9)
                is { Day: { } day }
                ? $"85% by {day:yyyy-MM-dd}{(forecast.AssumesBalance ? ", if as many arrive as leave" : "")}"
                : "85% in more than 10 years",
            DrainOutcome.Empty => "nothing open",
            DrainOutcome.Never => "never at this pace",
            _ => "not enough data",
        };

    private static string Shown(DrainChance chance) =>
        chance.Day is { } day ? $"{day:yyyy-MM-dd}" : "in more than 10 years";

    private static string Why(string name, DrainForecast forecast) =>
        forecast.Outcome is DrainOutcome.Empty ? "Nothing is open."
        : forecast.Missing is { } missing ? PageText.Sentence(missing)
        : $"{PageText.Sentence(name)} In over 10 years.";
}
