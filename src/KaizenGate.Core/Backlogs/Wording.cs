namespace KaizenGate.Core.Backlogs;

/// <summary>Figures and dates as messages write them. Figures are rounded for the reader; compare the exact values.</summary>
internal static class Wording
{
    /// <summary>At most two decimals: <c>8</c>, <c>2.5</c>, <c>0.33</c>.</summary>
    public static string Number(double value) => value.ToString("0.##");

    /// <summary>As <see cref="Number"/>; a dash for a value that is unknown or not finite.</summary>
    public static string NumberOrDash(double? value) =>
        value is { } number && double.IsFinite(number) ? Number(number) : "–";

    /// <summary>A share as a percentage with at most one decimal: <c>66.7%</c> for 2/3.</summary>
    public static string Percent(double share) => $"{share * 100:0.#}%";

    /// <summary>A figure with its noun: <c>1 hour</c>, <c>80 hours</c>.</summary>
    public static string Count(double figure, string noun) => Count(figure, noun, noun + "s");

    /// <summary>A figure with its noun and the noun's irregular plural.</summary>
    public static string Count(double figure, string noun, string nouns) =>
        $"{Number(figure)} {(figure == 1 ? noun : nouns)}";

    /// <summary>The words as a list: <c>impact</c>, <c>impact and effort</c>, <c>reach, impact and effort</c>.</summary>
    public static string And(IReadOnlyList<string> words) => List(words, "and");

    /// <summary>The words as alternatives: <c>error, warning or never</c>.</summary>
    public static string Or(IReadOnlyList<string> words) => List(words, "or");

    /// <summary>The ISO date: <c>2026-03-02</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd");

    private static string List(IReadOnlyList<string> words, string conjunction) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {conjunction} {words[^1]}";
}
