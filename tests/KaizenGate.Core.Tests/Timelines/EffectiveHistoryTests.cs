using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Timelines;

public sealed class EffectiveHistoryTests
{
    [Fact]
    public void A_reopening_undoes_a_completion() => Assert.True(Life(Captured(1), Completed(3), Reopened(5)).IsOpen);

    [Fact]
    public void A_pruned_completion_still_counts() =>
        Assert.Equal(Day(3), Life(Captured(1), Completed(3), At(TimelineEventKind.Pruned, 9)).Completed?.Date);

    [Fact]
    public void A_rejection_replaces_an_earlier_completion()
    {
        var life = Life(Captured(1), Completed(3), At(TimelineEventKind.Rejected, 4));

        Assert.Null(life.Completed);
        Assert.Equal(Day(4), life.Rejected?.Date);
    }

    [Fact]
    public void A_dropped_improvement_is_neither_completed_nor_rejected()
    {
        var standing = Of(Captured(1), At(TimelineEventKind.Dropped, 3));

        Assert.Equal((0, 0, 1), (standing.Completed.Length, standing.Rejected.Length, standing.Dropped.Length));
    }

    [Fact]
    public void Events_after_the_day_are_ignored() =>
        Assert.Equal(
            Day(3),
            EffectiveHistory
                .Of(new(Day(1), [Captured(1), Completed(3), Reopened(5)]), Day(4))
                .Find("a")
                ?.Completed?.Date
        );

    [Fact]
    public void The_cycle_time_runs_from_the_first_start_to_the_effective_completion() =>
        Assert.Equal(7, Life(Captured(1), Started(2), Completed(3), Reopened(5), Started(5), Completed(9)).CycleDays);

    [Fact]
    public void A_start_known_only_by_an_upper_bound_has_no_cycle_time() =>
        Assert.Null(Life(Captured(1), Started(2) with { IsFromStart = true }, Completed(9)).CycleDays);

    [Fact]
    public void The_window_includes_its_first_and_last_day_and_no_existing_stock() =>
        Assert.Equal(
            2,
            EffectiveHistory.Count(
                [Captured(1), Captured(2), Captured(2) with { IsFromStart = true }, Captured(4), Captured(5)],
                Day(2),
                Day(4)
            )
        );

    private static EffectiveHistory Of(params TimelineEvent[] events) => EffectiveHistory.Of(new(Day(1), [.. events]));

    private static ItemLifecycle Life(params TimelineEvent[] events) => Assert.Single(Of(events).Items);

    private static TimelineEvent Captured(int day) => At(TimelineEventKind.Captured, day);

    private static TimelineEvent Started(int day) => At(TimelineEventKind.Started, day);

    private static TimelineEvent Completed(int day) => At(TimelineEventKind.Completed, day);

    private static TimelineEvent Reopened(int day) => At(TimelineEventKind.Reopened, day);

    private static TimelineEvent At(TimelineEventKind kind, int day) => new(kind, "a", Day(day));

    private static DateOnly Day(int day) => new(2026, 1, day);
}
