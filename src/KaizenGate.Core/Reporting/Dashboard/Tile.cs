using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A figure at the top of a page.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">The figure; a dash when unknown.</param>
/// <param name="Unit">The unit, in small print; may be empty.</param>
/// <param name="Note">Details, or why it is unknown.</param>
internal sealed record Tile(string Name, string Value, string Unit, string Note)
{
    public static void Write(Markup html, params ReadOnlySpan<Tile> tiles)
    {
        html.Add($"<dl class=\"tiles of-{tiles.Length}\">");
        foreach (var tile in tiles)
        {
            html.Add($"<div><dt>{tile.Name}</dt><dd class=\"value\">{tile.Value}");
            if (tile.Unit.Length > 0)
            {
                html.Add($" <small>{tile.Unit}</small>");
            }

            html.Add($"</dd><dd>{Markup.Message(tile.Note)}</dd></div>");
        }

        html.Add($"</dl>\n");
    }

    /// <summary>The figures of the report of a period.</summary>
    public static Tile[] Of(ImprovementReport report) =>
        [
            new("Open", $"{report.Stock.Open}", "", OpenNote(report.Stock)),
            Counted("Identified", report.Flow.Identified, $"in the period, {report.Stock.Identified} in total"),
            Counted("Executed", report.Flow.Executed, $"in the period, {report.Stock.Executed} in total"),
            Rate(report.Stock.ExecutionRate.Value, report.Stock.Executed, report.Stock.Identified),
            Done(report.TodaysOpen),
            Measured(
                "Hours saved",
                report.Accrued.HoursSaved,
                "h",
                $"{PageText.Hours(report.Investment.HoursSpent)} spent"
            ),
            Return(report.Accrued),
            Share(report.Investment),
        ];

    /// <summary>The figures of a verdict.</summary>
    public static Tile[] Of(Figures figures) =>
        [
            new("Open", $"{figures.Open}", "", $"{figures.InProgress} in progress, {figures.Deferred} deferred"),
            new("Identified", $"{figures.Identified}", "", PerWeek(figures, figures.ArrivalsPerWeek)),
            new(
                "Executed",
                $"{figures.Executed}",
                "",
                PerWeek(figures, figures.DeparturesPerWeek, "completed, rejected or dropped")
            ),
            Rate(figures.ExecutionRate, figures.Executed, figures.Identified),
            Drain(figures),
            new(
                "Cycle time",
                PlotNumber.OrDash(figures.CycleDays.Median),
                figures.CycleDays.Median is null ? "" : "days",
                figures.CycleDays.Percentile85 is { } most
                    ? $"85% within {PlotNumber.Short(most)} days"
                    : "no completion with a known start"
            ),
        ];

    private static string OpenNote(StockFigures stock) =>
        stock is { InProgress: { } started, Deferred: { } deferred }
            ? $"{started} in progress, {deferred} deferred"
            : "on the last day of the period";

    private static Tile Counted(string name, Figure figure, string note) =>
        figure.Value is { } value ? new(name, $"{value:#,0}", "", note) : Without(name, figure.Missing);

    private static Tile Rate(double? rate, int executed, int identified) =>
        rate is null
            ? Without("Execution rate", "nothing identified yet")
            : new("Execution rate", FiguresText.Rate(rate), "", $"{executed} of {identified} ever identified");

    private static Tile Done(DrainForecast forecast)
    {
        const string Name = "Today’s open done by";
        return forecast.Outcome switch
        {
            DrainOutcome.Empty => new(Name, "–", "", "nothing open"),
            DrainOutcome.Dated => forecast.Chances.FirstOrDefault(chance => chance.Probability is > 0.8 and < 0.9)
                is { Day: { } day, Weeks: { } weeks }
                ? new(Name, $"{day:d MMM}", $"{day:yyyy}", $"85%, in {Wording.Count(weeks, "week")}, if taken first")
                : new(Name, "–", "", "in more than 10 years"),
            _ => Without(Name, forecast.Missing),
        };
    }

    private static Tile Measured(string name, Figure figure, string unit, string note) =>
        figure.Value is { } value ? new(name, PlotNumber.Short(value), unit, note) : Without(name, figure.Missing);

    private static Tile Return(Return accrued) =>
        accrued.Gross.Value is { } gross
            ? new(
                "Return",
                $"{gross:0.##}×",
                "",
                accrued.GrossWithPlanning.Value is { } planned ? $"{planned:0.##}× with planning" : "saved ÷ spent"
            )
            : Without("Return", accrued.Gross.Missing);

    private static Tile Share(Investment investment) =>
        investment.ShareOfWorkingTime.Value is { } share
            ? new("Time invested", FiguresText.Rate(share), "", $"of the working time; the target is 20%")
            : Without("Time invested", investment.ShareOfWorkingTime.Missing);

    private static Tile Without(string name, string? missing) => new(name, "–", "", missing ?? "unknown");

    private static Tile Drain(Figures figures) =>
        figures.DrainWeeks is { } weeks && double.IsFinite(weeks)
            ? new("Drain time", PlotNumber.Short(weeks), "weeks", $"at the pace {FiguresText.Window(figures)}")
            : new("Drain time", "–", "", FiguresText.NoDrain(figures) ?? "unknown");

    private static string PerWeek(Figures figures, double? pace, string verb = "captured") =>
        FiguresText.NoPace(figures)
        ?? $"{FiguresText.PerWeek(pace).Replace("/week", "", StringComparison.Ordinal)} {verb} per week {FiguresText.Window(figures)}";
}
