using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Timelines;

/// <summary>How far back a file keeps what was closed, when a section such as "Completed (Last 30 Days)" says that older entries are dropped.</summary>
/// <param name="Start">The first day from which on nothing was dropped.</param>
/// <param name="Explanation">Why, with the remedy.</param>
internal sealed record Retention(DateOnly Start, string Explanation)
{
    /// <summary>
    /// Finds the retention of a backlog. An archive keeps what the section drops; and a file in which at least half of the
    /// completions are older than its heading says drops nothing, whatever the heading says.
    /// </summary>
    /// <returns>Null when nothing is dropped.</returns>
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
