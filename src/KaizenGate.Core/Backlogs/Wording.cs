namespace KaizenGate.Core.Backlogs;

/// <summary>Formats numbers and dates for messages. Compare the exact values, not the rounded ones.</summary>
internal static class Wording
{
    /// <summary>Formats with at most two decimals: <c>8</c>, <c>2.5</c>, <c>0.33</c>.</summary>
    public static string Number(double value) => value.ToString("0.##");

    /// <summary>As <see cref="Number"/>; a dash for a value that is null or not finite.</summary>
    public static string NumberOrDash(double? value) =>
        value is { } number && double.IsFinite(number) ? Number(number) : "–";

    /// <summary>Formats a ratio with at most one decimal: <c>66.7%</c> for 2/3.</summary>
    public static string Percent(double share) => $"{share * 100:0.#}%";

    /// <summary>Formats a number with its noun: <c>1 hour</c>, <c>80 hours</c>.</summary>
    public static string Count(double figure, string noun) => Count(figure, noun, noun + "s");

    /// <summary>Formats a number with a noun that has an irregular plural.</summary>
    public static string Count(double figure, string noun, string nouns) =>
        $"{Number(figure)} {(figure == 1 ? noun : nouns)}";

    /// <summary>Formats a number of things with separators: <c>4,311 tool calls</c>.</summary>
    public static string Amount(int number, string noun) => $"{number:N0} {(number == 1 ? noun : noun + "s")}";

    /// <summary>Joins words: <c>impact</c>, <c>impact and effort</c>, <c>reach, impact and effort</c>.</summary>
    public static string And(IReadOnlyList<string> words) => List(words, "and");

    /// <summary>Joins alternatives: <c>error, warning or never</c>.</summary>
    public static string Or(IReadOnlyList<string> words) => List(words, "or");

    /// <summary>Formats an ISO date: <c>2026-03-02</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd");

    private static string List(IReadOnlyList<string> words, string conjunction) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {conjunction} {words[^1]}";
}
