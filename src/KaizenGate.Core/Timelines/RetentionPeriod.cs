namespace KaizenGate.Core.Timelines;

/// <summary>The period that a heading such as "Completed (Last 30 Days)" names.</summary>
internal static class RetentionPeriod
{
    /// <summary>
    /// Finds the days that a heading keeps: "last 30 days", "past 2 weeks", "last 3 months" (30 days each), "last 7d".
    /// A period without a number ("recently", "this month", "last week") keeps 0 days for certain.
    /// </summary>
    /// <returns>Null when the heading names no period.</returns>
    public static int? DaysIn(string heading)
    {
        var words = Words(heading);
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is "recent" or "recently")
            {
                return 0;
            }

            if (words[at] is not ("last" or "past" or "this") || at + 1 == words.Count)
            {
                continue;
            }

            if (UnitDays(words[at + 1]) is not null)
            {
                return 0;
            }

            var digits = words[at + 1].TakeWhile(char.IsAsciiDigit).Count();
            var unit = digits < words[at + 1].Length ? words[at + 1][digits..] : words.ElementAtOrDefault(at + 2);
            if (int.TryParse(words[at + 1][..digits], out var number) && UnitDays(unit) is { } days)
            {
                return (int)Math.Min((long)number * days, int.MaxValue - 1);
            }
        }

        return null;
    }

    private static List<string> Words(string heading)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= heading.Length; at++)
        {
            if (at < heading.Length && char.IsLetterOrDigit(heading[at]))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                words.Add(heading[start..at].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    private static int? UnitDays(string? word) =>
        word switch
        {
            "d" or "day" or "days" => 1,
            "w" or "week" or "weeks" => 7,
            "month" or "months" => 30,
            "quarter" or "quarters" => 90,
            "year" or "years" => 365,
            _ => null,
        };
}
