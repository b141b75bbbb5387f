using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The figures in words, with their population and window; unknown ones are a dash with the reason, never a zero.</summary>
internal static class FiguresText
{
    public static string Line(Figures figures) =>
        $"{figures.Open} open · {figures.Identified} identified · {figures.Executed} executed"
        + $" · execution rate {OrReason($"{Rate(figures.ExecutionRate)} of all identified", NoRate(figures))}"
        + $" · {Paces(figures)}"
        + $" · drain time {OrReason(Drain(figures.DrainWeeks), NoDrain(figures))}";

    /// <summary>Why there is no execution rate; null when there is one.</summary>
    public static string? NoRate(Figures figures) => figures.ExecutionRate is null ? "nothing identified" : null;

    /// <summary>Why there are no rates per week; null when there are.</summary>
    public static string? NoPace(Figures figures) =>
        figures switch
        {
            { ArrivalsPerWeek: not null } => null,
            { KnownWeeks: null } => "history unknown",
            _ => "under 1 week of history",
        };

    /// <summary>Why there is no drain time; null when there is one.</summary>
    public static string? NoDrain(Figures figures) =>
        figures switch
        {
            { DrainWeeks: { } weeks } when double.IsFinite(weeks) => null,
            { KnownWeeks: null } => "history unknown",
            { DeparturesPerWeek: 0 } => "no departures",
            _ => "under 4 weeks of history",
        };

    /// <summary>The window of the rates per week: "in the last 12 weeks"; empty when unknown.</summary>
    public static string Window(Figures figures) =>
        figures.KnownWeeks is { } weeks ? $"in the last {Wording.Count(Math.Round(weeks, 1), "week")}" : "";

    private static string Paces(Figures figures) =>
        NoPace(figures) is { } missing
            ? $"arrivals and departures – ({missing})"
            : $"arrivals {PerWeek(figures.ArrivalsPerWeek)} and departures {PerWeek(figures.DeparturesPerWeek)} {Window(figures)}";

    /// <summary>Cycle time and age.</summary>
    public static string DaysLine(Figures figures) =>
        $"cycle time {OrReason(Days(figures.CycleDays, "completion"), NoCycle(figures))}"
        + $" · age of open improvements {OrReason(Days(figures.OpenDays, "improvement"), NoAge(figures))}";

    /// <summary>Why there is no cycle time; null when there is one.</summary>
    public static string? NoCycle(Figures figures) =>
        figures.CycleDays.Median is null ? "no completion with a known start" : null;

    /// <summary>Why there is no age; null when there is one.</summary>
    public static string? NoAge(Figures figures) =>
        figures.OpenDays.Median is null ? "nothing open with a known capture" : null;

    /// <summary>Median and 85th percentile in words: "median 3 days, 85% within 9.5 (of 12 completions)".</summary>
    public static string Days(Spread days, string noun) =>
        days is { Median: { } median, Percentile85: { } most }
            ? $"median {Rounded(median)} {(Rounded(median) is "1" ? "day" : "days")}, 85% within {Rounded(most)}"
                + $" (of {Wording.Count(days.Count, noun)})"
            : "–";

    /// <summary>A pace; 0 only for exactly none.</summary>
    public static string PerWeek(double? pace) =>
        pace switch
        {
            null => "–",
            > 0 and < 0.05 => "<0.1/week",
            { } number => $"{Rounded(number)}/week",
        };

    /// <summary>A share as a whole percentage; 0% and 100% only for exactly none and all.</summary>
    public static string Rate(double? rate) =>
        rate switch
        {
            null => "–",
            > 0 and < 0.005 => "<1%",
            >= 0.995 and < 1 => ">99%",
            { } share => $"{share * 100:0}%",
        };

    public static string Drain(double? weeks) =>
        weeks switch
        {
            null => "–",
            { } number when !double.IsFinite(number) => "–",
            < 10 and { } few => Wording.NumberOrDash(Math.Round(few, 1)) is "1" ? "1 week" : $"{few:0.#} weeks",
            { } many => $"{many:0} weeks",
        };

    public static string Category(Category? category) =>
        category switch
        {
            Backlogs.Category.Performance => "Performance",
            Backlogs.Category.Quality => "Quality",
            Backlogs.Category.DeveloperExperience => "Developer Experience",
            Backlogs.Category.TechnicalDebt => "Technical Debt",
            Backlogs.Category.Feature => "Feature",
            _ => "none",
        };

    public static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    public static string Count(Figure figure) => Wording.NumberOrDash(figure.Value);

    public static string Hours(Figure figure) => Hours(figure.Value);

    public static string Hours(double? hours) => hours is { } known ? $"{known:0.#} h" : "–";

    /// <summary>A return, gross and net: "1.09× (+9%)".</summary>
    public static string Return(Figure gross, Figure net) =>
        gross.Value is { } ratio && net.Value is { } share ? $"{ratio:0.00}× ({share:+0%;-0%;0%})" : "–";

    public static string Ratio(Figure figure) => figure.Value is { } ratio ? $"{ratio:0.00}×" : "–";

    /// <summary>A rate with its interval: "67% (52% to 85%)".</summary>
    public static string Rate(Estimate rate) =>
        rate.Value is null ? "–"
        : rate.High is { } high ? $"{Rate(rate.Value)} ({Rate(rate.Low)} to {Rate(high)})"
        : $"{Rate(rate.Value)} (at least {Rate(rate.Low)})";

    public static string Days(Spread spread) =>
        spread.Median is { } median
            ? $"median {median:0.#}, 85% within {spread.Percentile85:0.#}, 95% within {spread.Percentile95:0.#} (of {spread.Count})"
            : "–";

    public static string Band(AgeBand band) =>
        band.ToDays is { } to ? $"{band.FromDays} to {to} days" : $"over {band.FromDays - 1} days";

    /// <summary>A forecast in words: "50% by 2026-05-01, 85% by …", "never at this pace: 36 arrived and 24 left in the last 12 weeks".</summary>
    public static string Forecast(DrainForecast forecast) =>
        forecast.Outcome switch
        {
            DrainOutcome.Empty => "nothing open",
            DrainOutcome.Never => $"never at this pace: {forecast.Missing}",
            DrainOutcome.Dated => string.Join(", ", forecast.Chances.Select(Chance))
                + (forecast.AssumesBalance ? " (the difference between arrivals and departures may be chance)" : ""),
            _ => $"– ({forecast.Missing})",
        };

    /// <summary>What the forecast of the highest scores is about: "the 10 highest scores".</summary>
    public static string HighestScores(DrainForecast forecast) =>
        forecast.Open switch
        {
            0 => "the highest scores",
            1 => "the highest score",
            var count => $"the {count} highest scores",
        };

    /// <summary>The figure, or why it is missing.</summary>
    public static string OrReason(string shown, string? missing) => missing is null ? shown : $"– ({missing})";

    private static string Rounded(double number) => $"{number:0.#}";

    private static string Chance(DrainChance chance) =>
        chance.Day is { } day
            ? $"{chance.Probability:0%} by {day:yyyy-MM-dd}"
            : $"{chance.Probability:0%} in more than 10 years";
}
