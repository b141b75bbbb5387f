using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The figures of a period in words; unknown ones are a dash, never a zero.</summary>
internal static class PeriodText
{
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

    public static string Share(double? share) => FiguresText.Rate(share);

    /// <summary>A rate with its interval: "67% (52% to 85%)".</summary>
    public static string Rate(Estimate rate) =>
        rate.Value is null ? "–"
        : rate.High is { } high ? $"{Share(rate.Value)} ({Share(rate.Low)} to {Share(high)})"
        : $"{Share(rate.Value)} (at least {Share(rate.Low)})";

    public static string Days(Spread spread) =>
        spread.Median is { } median
            ? $"median {median:0.#}, 85% within {spread.Percentile85:0.#}, 95% within {spread.Percentile95:0.#} (of {spread.Count})"
            : "–";

    public static string Band(AgeBand band) =>
        band.ToDays is { } to ? $"{band.FromDays} to {to} days" : $"over {band.FromDays - 1} days";

    /// <summary>A forecast in words: "50% by 2026-05-01, 85% by …", "never: 36 arrived and 24 left in the last 12 weeks".</summary>
    public static string Forecast(DrainForecast forecast) =>
        forecast.Outcome switch
        {
            DrainOutcome.Empty => "nothing open",
            DrainOutcome.Never => $"never: {forecast.Missing}",
            DrainOutcome.Dated => string.Join(", ", forecast.Chances.Select(Chance)),
            _ => $"not evaluated: {forecast.Missing}",
        };

    /// <summary>The figure, or why it is missing.</summary>
    public static string OrReason(string shown, string? missing) => missing is null ? shown : $"– ({missing})";

    private static string Chance(DrainChance chance) =>
        chance.Day is { } day
            ? $"{chance.Probability:0%} by {day:yyyy-MM-dd}"
            : $"{chance.Probability:0%} in more than 10 years";
}
