using System.Runtime.InteropServices;

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

        var events = Events(all, asOf);
        var first = events.IsEmpty ? asOf : events[0].Date;
        var timeline =
            Retention.Of(backlog, asOf) is { } retention && retention.Start > first
                ? new Timeline(retention.Start, events) { CutShortBy = retention.Explanation }
                : new Timeline(first, events);
        return events.IsEmpty ? timeline : timeline with { FirstCaptured = first };
    }

    private static bool IsDated(Improvement item) =>
        item.Captured is not null && (item.Status is not Status.Done || item.Completed is not null);

    /// <summary>Returns the events of all improvements by their dates, those of a day in the order of the file.</summary>
    private static ImmutableArray<TimelineEvent> Events(ImmutableArray<Improvement> all, DateOnly asOf)
    {
        var events = new List<TimelineEvent>(2 * all.Length);
        var order = new List<long>(2 * all.Length);
        foreach (var item in all)
        {
            var captured = item.Captured!.Value;
            Add(TimelineEventKind.Captured, item, captured);
            Add(TimelineEventKind.Started, item, item.Started?.Value);
            if (item.Status is Status.Done)
            {
                Add(TimelineEventKind.Completed, item, item.Completed!.Value);
            }

            // Few teams date a rejection. One without a date departs on the day of its capture, so that it never counts as growth.
            if (item.Status is Status.Rejected)
            {
                Add(TimelineEventKind.Rejected, item, item.Completed?.Value ?? captured);
            }
        }

        CollectionsMarshal.AsSpan(order).Sort(CollectionsMarshal.AsSpan(events));
        return [.. events];

        void Add(TimelineEventKind kind, Improvement item, DateOnly? date)
        {
            if (date <= asOf)
            {
                // Numbers are sorted faster than events are compared.
                order.Add(((long)date.Value.DayNumber << 32) | (uint)events.Count);
                events.Add(new(kind, item.Key, date.Value));
            }
        }
    }
}
