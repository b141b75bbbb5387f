using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The figures in words; unknown ones are a dash, never a zero.</summary>
internal static class FiguresText
{
    public static string Line(Figures figures) =>
        $"{figures.Open} open · {figures.Identified} identified · {figures.Executed} executed"
        + $" · execution rate {Rate(figures.ExecutionRate)}"
        + $" · arrivals {PerWeek(figures.ArrivalsPerWeek)} · departures {PerWeek(figures.DeparturesPerWeek)}"
        + $" · drain time {Drain(figures.DrainWeeks)}";

    /// <summary>Cycle time and age.</summary>
    public static string DaysLine(Figures figures) =>
        $"cycle time {Days(figures.CycleDays, "completion")} · age of open improvements {Days(figures.OpenDays, "improvement")}";

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

    private static string Rounded(double number) => $"{number:0.#}";
}
