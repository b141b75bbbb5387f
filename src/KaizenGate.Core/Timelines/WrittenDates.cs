namespace KaizenGate.Core.Timelines;

/// <summary>Derives the history of a backlog from the dates in the file and its archive.</summary>
internal static class WrittenDates
{
    /// <summary>
    /// Returns a <see cref="Timeline"/> only if every improvement has a capture date and every completed one a completion date: with
    /// gaps, arrivals and departures would not be comparable. Otherwise a <see cref="NoHistory"/> counts the dated ones.
    /// </summary>
    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="asOf">Today. Later dates are ignored.</param>
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
            .. all.SelectMany(EventsOf).Where(one => one.Date <= asOf).OrderBy(one => one.Date),
        ];
        var first = events.IsEmpty ? asOf : events[0].Date;
        var timeline =
            Retention.Of(backlog, asOf) is { } retention && retention.Start > first
                ? new Timeline(retention.Start, events) { CutShortBy = retention.Explanation }
                : new Timeline(first, events);
        return events.IsEmpty ? timeline : timeline with { FirstCaptured = first };
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

        // Few teams date a rejection. One without a date departs on the day of its capture, so that it never counts as growth.
        if (item.Status is Status.Rejected)
        {
            yield return new(TimelineEventKind.Rejected, item.Key, item.Completed?.Value ?? captured);
        }
    }
}
