using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Timelines;

/// <summary>The past of a backlog as the dates in the file and its archive tell it.</summary>
internal static class WrittenDates
{
    /// <summary>
    /// Reads the past from the written dates. They make a timeline only when every improvement has a capture date and
    /// every done one a completion date: with gaps, arrivals and departures could not be compared.
    /// </summary>
    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="asOf">Today. What is dated later has not happened yet and is no event.</param>
    /// <returns>A <see cref="Timeline"/>, or a <see cref="NoHistory"/> that counts what is dated.</returns>
    public static HistoryResult Read(Backlog backlog, DateOnly asOf)
    {
        var all = backlog.WithArchive.ToImmutableArray();
        if (all.IsEmpty)
        {
            return new NoHistory("the backlog has no improvements", 0, 1);
        }

        var dated = all.Count(IsDated);
        if (dated < all.Length)
        {
            return new NoHistory(
                $"dates are missing from {all.Length - dated} of {Wording.Count(all.Length, "improvement")}; "
                    + "add `Captured:` and `Completed:` dates",
                dated,
                all.Length
            );
        }

        ImmutableArray<TimelineEvent> events =
        [
            .. all.SelectMany(EventsOf).Where(happened => happened.Date <= asOf).OrderBy(happened => happened.Date),
        ];
        var first = events.IsEmpty ? asOf : events[0].Date;
        return Retention.Of(backlog, asOf) is { } retention && retention.Start > first
            ? new Timeline(retention.Start, events) { CutShortBy = retention.Explanation }
            : new Timeline(first, events);
    }

    private static bool IsDated(Improvement item) =>
        item.Captured is not null && (item.Status is not Status.Done || item.Completed is not null);

    private static IEnumerable<TimelineEvent> EventsOf(Improvement item)
    {
        var captured = item.Captured!.Value;
        yield return new(TimelineEventKind.Captured, item.Key, captured);

        if (item.Started is { Value: var started })
        {
            yield return new(TimelineEventKind.Started, item.Key, started);
        }

        if (item.Status is Status.Done)
        {
            yield return new(TimelineEventKind.Completed, item.Key, item.Completed!.Value);
        }

        // Few teams date a rejection. One without a date leaves on the day it came, so that it never counts for growth.
        if (item.Status is Status.Rejected)
        {
            yield return new(TimelineEventKind.Rejected, item.Key, item.Completed?.Value ?? captured);
        }
    }
}
