using KaizenGate.Core.Rules;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules;

public sealed class FlowTests
{
    [Fact]
    public void A_reopening_undoes_the_completion_before_it() =>
        Assert.Equal(0, Count(Event(Completed, 20), Event(Reopened, 10)).Completed);

    [Fact]
    public void A_repeated_completion_counts_once() =>
        Assert.Equal(1, Count(Event(Completed, 20), Event(Reopened, 10), Event(Completed, 5)).Completed);

    [Fact]
    public void A_reopening_is_not_an_arrival() =>
        Assert.Equal(0, Count(Event(Completed, 100), Event(Reopened, 10)).Captured);

    [Fact]
    public void A_restored_improvement_was_not_dropped() =>
        Assert.Equal(0, Count(Event(Dropped, 20), Event(Reopened, 10)).Departed);

    [Fact]
    public void A_dropped_improvement_departs_and_is_not_rejected()
    {
        var flow = Count(Event(Captured, 30), Event(Dropped, 20));

        Assert.Equal((1, 0, 1, 1), (flow.Captured, flow.Rejected, flow.Dropped, flow.Departed));
        Assert.Equal("0 completed or rejected, 1 dropped", flow.Departures);
    }

    [Fact]
    public void A_pruned_completion_still_counts() =>
        Assert.Equal(1, Count(Event(Completed, 40), Event(Pruned, 10)).Completed);

    [Fact]
    public void The_state_at_the_start_of_the_history_is_neither_arrival_nor_departure()
    {
        var timeline = HistorySample.Of(
            30,
            [],
            HistorySample.Stock(Captured, "a", 30),
            HistorySample.Stock(Captured, "b", 30),
            HistorySample.Stock(Completed, "b", 30)
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
    public void Events_after_today_are_ignored() =>
        Assert.Equal(1, Count(Event(Completed, 5), Event(Reopened, -1)).Completed);

    /// <summary>Days 29 to 0 are 30 days, 30 ÷ 7 weeks.</summary>
    [Fact]
    public void A_shorter_history_shortens_the_window()
    {
        var flow = Count(HistorySample.Of(29, []) with { CutShortBy = "cut" });

        Assert.Equal(30 / 7d, flow.Weeks, 1e-12);
        Assert.Equal(("since 2026-02-01", "cut"), (flow.Period, flow.CutShortBy));
    }

    /// <summary>Day 83 is the first of the window, so a history that begins on it covers all of it.</summary>
    [Theory]
    [InlineData(83)]
    [InlineData(100)]
    public void A_history_that_covers_the_window_is_not_cut_short(int startDaysAgo)
    {
        var flow = Count(HistorySample.Of(startDaysAgo, []) with { CutShortBy = "cut" });

        Assert.Equal((12, "in the last 12 weeks", null), (flow.Weeks, flow.Period, flow.CutShortBy));
    }

    [Fact]
    public void Departures_are_added_up_and_dropped_ones_are_counted_apart() =>
        Assert.Equal(
            "3 completed or rejected, 1 dropped",
            Count(
                HistorySample.Event(Completed, "a", 20),
                HistorySample.Event(Rejected, "b", 20),
                HistorySample.Event(Rejected, "c", 20),
                HistorySample.Event(Dropped, "d", 20)
            ).Departures
        );

    /// <summary>The backlog began 40 days ago, so that days 40 to 27 are its first 14.</summary>
    [Fact]
    public void Captures_of_the_first_two_weeks_are_existing_stock()
    {
        var timeline = HistorySample.Of(
            50,
            [],
            HistorySample.Event(Captured, "a", 40),
            HistorySample.Event(Captured, "b", 27),
            HistorySample.Event(Captured, "c", 26),
            HistorySample.Event(Completed, "a", 20),
            HistorySample.Event(Completed, "b", 20)
        );

        var flow = Count(timeline with { FirstCaptured = Sample.DaysAgo(40) });

        Assert.Equal((1, 2, 2), (flow.Captured, flow.Completed, flow.Stock));
        Assert.Equal(", not counting 2 captured in the first 14 days of the backlog", flow.WithoutStock);
        Assert.Equal((3, 0, ""), (Count(timeline).Captured, Count(timeline).Stock, Count(timeline).WithoutStock));
    }

    private static TimelineEvent Event(TimelineEventKind kind, int daysAgo) => HistorySample.Event(kind, "a", daysAgo);

    private static Flow Count(params TimelineEvent[] events) => Count(HistorySample.Of(364, [], events));

    private static Flow Count(Timeline timeline) =>
        Flow.Of(timeline, EffectiveHistory.Of(timeline, Sample.AsOf), 12, Sample.AsOf);
}
