namespace KaizenGate.Core.Timelines;

/// <summary>How far back a file keeps closed improvements, according to a heading such as "Completed (Last 30 Days)".</summary>
/// <param name="Start">The first day from which on nothing was removed.</param>
/// <param name="Explanation">The reason, with the remedy.</param>
internal sealed record Retention(DateOnly Start, string Explanation)
{
    /// <summary>
    /// Finds the retention of a backlog; null when nothing is removed. That is so if the backlog has an archive, or if at least half
    /// of the completions are older than the heading allows.
    /// </summary>
    public static Retention? Of(Backlog backlog, DateOnly asOf)
    {
        if (backlog.Archive is not null)
        {
            return null;
        }

        Section? shortest = null;
        var kept = int.MaxValue;
        foreach (var section in backlog.Sections.Where(section => section.Status is Status.Done or Status.Rejected))
        {
            if (RetentionPeriod.DaysIn(section.Title) is { } days && days < kept)
            {
                (shortest, kept) = (section, days);
            }
        }

        if (shortest is null)
        {
            return null;
        }

        var completed = backlog.Improvements.Where(item => item.Status is Status.Done && item.Completed is not null);
        var ages = completed.Select(item => asOf.DayNumber - item.Completed!.Value.DayNumber).ToList();
        var older = ages.Count(age => age > kept);
        return older > 0 && 2 * older >= ages.Count
            ? null
            : new Retention(
                DateOnly.FromDayNumber(Math.Max(0, asOf.DayNumber - kept)),
                $"the section \"{shortest.Title}\" drops older entries; keep them in the file or in an archive file"
            );
    }
}

/// <summary>The period in a heading such as "Completed (Last 30 Days)".</summary>
internal static class RetentionPeriod
{
    /// <summary>
    /// Returns the days that a heading keeps: "last 30 days", "past 2 weeks", "last 3 months" (30 days each), "last 7d"; 0 for a
    /// period without a number ("recently", "this month", "last week"), and null without a period.
    /// </summary>
    public static int? DaysIn(string heading)
    {
        var words = string.Concat(heading.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "recent" or "recently")
            {
                return 0;
            }

            if (words[i] is not ("last" or "past" or "this") || i + 1 == words.Length)
            {
                continue;
            }

            var next = words[i + 1];
            if (UnitDays(next) is not null)
            {
                return 0;
            }

            var digits = next.TakeWhile(char.IsAsciiDigit).Count();
            var unit = digits < next.Length ? next[digits..] : words.ElementAtOrDefault(i + 2);
            if (int.TryParse(next[..digits], out var number) && UnitDays(unit) is { } days)
            {
                return (int)Math.Min((long)number * days, int.MaxValue - 1);
            }
        }

        return null;
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
