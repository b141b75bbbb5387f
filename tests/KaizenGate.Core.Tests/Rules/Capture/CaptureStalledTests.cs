using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules.Capture;

public sealed class CaptureStalledTests
{
    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    public void It_fires_from_the_fourteenth_day_without_a_capture(int daysAgo, int findings) =>
        Assert.Equal(findings, Check([1], HistorySample.Event(Captured, "a", daysAgo)).Length);

    [Fact]
    public void It_gives_the_days_and_the_commits() =>
        Assert.Equal(
            "nothing captured for 20 days (since 2026-02-10), although the repository had commits on 2 of the last 14 days; "
                + "capture at least one improvement",
            Check([13, 5, 30], HistorySample.Event(Captured, "a", 20)).OnlyViolation().Message
        );

    /// <summary>The period is today and the 13 days before.</summary>
    [Theory]
    [InlineData(13, 1)]
    [InlineData(14, 0)]
    public void Without_a_commit_in_the_period_nothing_stalled(int commitDaysAgo, int findings) =>
        Assert.Equal(findings, Check([commitDaysAgo], HistorySample.Event(Captured, "a", 20)).Length);

    [Fact]
    public void A_closed_or_dropped_improvement_was_captured_too() =>
        Assert.Empty(Check([1], HistorySample.Event(Captured, "a", 5), HistorySample.Event(Dropped, "a", 2)));

    [Fact]
    public void A_completion_is_not_a_capture() =>
        Assert.Single(Check([1], HistorySample.Event(Captured, "a", 40), HistorySample.Event(Completed, "a", 2)));

    [Fact]
    public void Without_any_capture_the_history_gives_the_minimum()
    {
        var message = Check([1], HistorySample.Stock(Captured, "a", 100)).OnlyViolation().Message;

        Assert.StartsWith("nothing captured for at least 100 days (since 2025-11-22),", message);
    }

    [Fact]
    public void A_history_of_13_days_is_too_short() =>
        Assert.Equal(
            new NotEvaluated("needs 14 days of history, found 13: why", 13, 14),
            HistorySample
                .Check(CaptureStalled.Rule, HistorySample.Of(13, [1]) with { CutShortBy = "why" })
                .OnlyNotEvaluated()
        );

    [Fact]
    public void Without_the_commits_of_the_repository_it_is_not_evaluated() =>
        Assert.StartsWith(
            "needs the commits of the repository",
            HistorySample.Check(CaptureStalled.Rule, new Timeline(Sample.DaysAgo(100), [])).OnlyNotEvaluated().Reason
        );

    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    public void Unread_entries_may_be_the_missing_captures(int daysAgo, int missing)
    {
        var timeline = HistorySample.Of(100, [1], HistorySample.Event(Captured, "a", daysAgo));
        var results = HistorySample.Check(CaptureStalled.Rule, timeline, Sample.Backlog().WithUnread());

        Assert.Equal(missing, results.OfType<NotEvaluated>().Count());
        Assert.Equal(missing, results.Length);
    }

    [Fact]
    public void An_unknown_history_gives_its_reason() =>
        Assert.Equal(
            new NotEvaluated("shallow clone: fetch with depth 0"),
            HistorySample.Check(CaptureStalled.Rule, HistorySample.Shallow).OnlyNotEvaluated()
        );

    private static RuleResult[] Check(int[] commits, params TimelineEvent[] events) =>
        HistorySample.Check(CaptureStalled.Rule, HistorySample.Of(100, commits, events));
}
