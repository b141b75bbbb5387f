using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The figures of a verdict as tiles.</summary>
internal static class FigureTiles
{
    private const string NoHistory = "history unknown";

    public static Tile[] Of(Figures figures) =>
        [
            new("Open", $"{figures.Open}", "", $"{figures.InProgress} in progress, {figures.Deferred} deferred"),
            new("Identified", $"{figures.Identified}", "", PerWeek(figures.ArrivalsPerWeek)),
            new("Executed", $"{figures.Executed}", "", PerWeek(figures.DeparturesPerWeek, "completed or dropped")),
            new(
                "Execution rate",
                FiguresText.Rate(figures.ExecutionRate),
                "",
                figures.ExecutionRate is null ? "nothing identified yet" : $"{figures.Executed} of {figures.Identified}"
            ),
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

    public static Tile Drain(Figures figures) =>
        figures.DrainWeeks is { } weeks && double.IsFinite(weeks)
            ? new("Drain time", PlotNumber.Short(weeks), "weeks", "at the current pace")
            : new(
                "Drain time",
                "–",
                "",
                figures.KnownWeeks is not { } known ? NoHistory
                    : known < 4 ? "less than 4 weeks of history"
                    : "nothing completed"
            );

    private static string PerWeek(double? pace, string verb = "captured") =>
        pace is null
            ? NoHistory
            : $"{FiguresText.PerWeek(pace).Replace("/week", "", StringComparison.Ordinal)} {verb} per week";
}
