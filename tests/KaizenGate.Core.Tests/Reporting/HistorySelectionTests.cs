using System.Collections.Immutable;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class HistorySelectionTests
{
    private static readonly ImmutableArray<HistoryEntry> Three =
    [
        Entry(TimelineEventKind.Captured, 1),
        Entry(TimelineEventKind.Scored, 2),
        Entry(TimelineEventKind.Completed, 3),
    ];

    [Fact]
    public void Everything_is_selected_by_default() => Assert.Equal([1, 2, 3], Days(HistorySelection.All));

    [Fact]
    public void The_first_and_the_last_day_are_included()
    {
        Assert.Equal([2, 3], Days(new() { From = Day(2) }));
        Assert.Equal([1, 2], Days(new() { To = Day(2) }));
        Assert.Equal([2], Days(new() { From = Day(2), To = Day(2) }));
    }

    [Fact]
    public void Several_kinds_can_be_selected() =>
        Assert.Equal([1, 3], Days(new() { Kinds = [TimelineEventKind.Captured, TimelineEventKind.Completed] }));

    [Fact]
    public void A_limit_keeps_the_newest_matching_events()
    {
        Assert.Equal([2, 3], Days(new() { Limit = 2 }));
        Assert.Equal([1], Days(new() { Limit = 1, Kinds = [TimelineEventKind.Captured] }));
        Assert.Equal([1, 2, 3], Days(new() { Limit = 4 }));
    }

    private static IEnumerable<int> Days(HistorySelection selection) =>
        selection.Of(Three).Select(entry => entry.Event.Date.Day);

    private static DateOnly Day(int day) => new(2026, 1, day);

    private static HistoryEntry Entry(TimelineEventKind kind, int day) =>
        new(new TimelineEvent(kind, "x", Day(day)), null, null);
}
