using KaizenGate.Core.Rules;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules;

public sealed class FlowTests
{
    [Fact]
    public void A_reopening_takes_back_the_completion_before_it() =>
        Assert.Equal(0, Count(Event(Completed, 20), Event(Reopened, 10)).Completed);

    [Fact]
    public void What_is_completed_again_counts_once() =>
        Assert.Equal(1, Count(Event(Completed, 20), Event(Reopened, 10), Event(Completed, 5)).Completed);

    [Fact]
    public void A_reopening_is_no_arrival() =>
        Assert.Equal(0, Count(Event(Completed, 100), Event(Reopened, 10)).Captured);

    [Fact]
    public void What_came_back_was_not_dropped() =>
        Assert.Equal(0, Count(Event(Dropped, 20), Event(Reopened, 10)).Departed);

    [Fact]
    public void A_dropped_improvement_departs_and_is_not_rejected()
    {
        var flow = Count(Event(Captured, 30), Event(Dropped, 20));

        Assert.Equal((1, 0, 1, 1), (flow.Captured, flow.Rejected, flow.Dropped, flow.Departed));
        Assert.Equal("0 completed or rejected, 1 dropped", flow.Departures);
    }

    [Fact]
    public void A_completion_that_the_file_pruned_is_still_one() =>
        Assert.Equal(1, Count(Event(Completed, 40), Event(Pruned, 10)).Completed);

    [Fact]
    public void What_was_there_when_the_history_began_neither_arrives_nor_departs()
    {
        var timeline = PastSample.Of(
            30,
            [],
            PastSample.Stock(Captured, "a", 30),
            PastSample.Stock(Captured, "b", 30),
            PastSample.Stock(Completed, "b", 30)
        );

        Assert.Equal(0, Count(timeline).Events);
    }

    /// <summary>Days 0 to 83 are the window.</summary>
    [Theory]
    [InlineData(83, 1)]
    [InlineData(84, 0)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void The_window_is_84_days_with_today(int daysAgo, int captured) =>
        Assert.Equal(captured, Count(Event(Captured, daysAgo)).Captured);

    /// <summary>A reopening that has not happened yet takes nothing back: 1 completed as of today.</summary>
    [Fact]
    public void What_is_later_than_today_has_not_happened() =>
        Assert.Equal(1, Count(Event(Completed, 5), Event(Reopened, -1)).Completed);

    /// <summary>Days 29 to 0 are 30 days, 30 ÷ 7 weeks.</summary>
    [Fact]
    public void A_history_that_begins_in_the_window_shortens_it()
    {
        var flow = Count(PastSample.Of(29, []) with { CutShortBy = "cut" });

        Assert.Equal(30 / 7d, flow.Weeks, 1e-12);
        Assert.Equal(("since 2026-02-01", "cut"), (flow.Period, flow.CutShortBy));
    }

    /// <summary>Day 83 is the first of the window, so a history that begins on it covers all of it.</summary>
    [Theory]
    [InlineData(83)]
    [InlineData(100)]
    public void A_history_that_covers_the_window_is_not_cut_short(int startDaysAgo)
    {
        var flow = Count(PastSample.Of(startDaysAgo, []) with { CutShortBy = "cut" });

        Assert.Equal((12, "in the last 12 weeks", null), (flow.Weeks, flow.Period, flow.CutShortBy));
    }

    [Fact]
    public void Departures_are_added_up_and_dropped_ones_are_counted_apart() =>
        Assert.Equal(
            "3 completed or rejected, 1 dropped",
            Count(
                PastSample.Event(Completed, "a", 20),
                PastSample.Event(Rejected, "b", 20),
                PastSample.Event(Rejected, "c", 20),
                PastSample.Event(Dropped, "d", 20)
            ).Departures
        );

    private static TimelineEvent Event(TimelineEventKind kind, int daysAgo) => PastSample.Event(kind, "a", daysAgo);

    private static Flow Count(params TimelineEvent[] events) => Count(PastSample.Of(364, [], events));

    private static Flow Count(Timeline timeline) =>
        Flow.Of(timeline, EffectiveHistory.Of(timeline, Sample.AsOf), 12, Sample.AsOf);
}
