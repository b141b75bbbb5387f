namespace KaizenGate.Rules;

/// <summary>How messages write figures: rounded for the reader; comparisons use the exact value.</summary>
internal static class Phrase
{
    /// <summary>At most two decimals: <c>8</c>, <c>2.5</c>, <c>0.33</c>.</summary>
    public static string Number(double value) => value.ToString("0.##");

    /// <summary>A share as a percentage with at most one decimal: <c>66.7%</c>.</summary>
    public static string Percent(double share) => $"{share * 100:0.#}%";

    /// <summary>A figure with its noun: <c>1 hour</c>, <c>80 hours</c>.</summary>
    public static string Count(double figure, string noun) => Count(figure, noun, noun + "s");

    /// <summary>A figure with its noun and the plural of it.</summary>
    public static string Count(double figure, string noun, string nouns) =>
        $"{Number(figure)} {(figure == 1 ? noun : nouns)}";

    /// <summary>The year, the month and the day, each with its digits: <c>2026-03-02</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd");
}
