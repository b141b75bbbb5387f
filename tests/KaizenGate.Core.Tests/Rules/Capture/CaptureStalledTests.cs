using KaizenGate.Timelines;
using static KaizenGate.Timelines.TimelineEventKind;

namespace KaizenGate.Rules.Capture;

public sealed class CaptureStalledTests
{
    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    public void It_fires_from_the_fourteenth_day_without_a_capture(int daysAgo, int findings) =>
        Assert.Equal(findings, Judge([1], PastSample.Event(Captured, "a", daysAgo)).Length);

    [Fact]
    public void It_gives_the_days_and_the_commits() =>
        Assert.Equal(
            "nothing was captured for 20 days, since 2026-02-10, while the repository had commits on 2 days of the last 14; "
                + "at least one capture in 14 days is expected",
            Judge([13, 5, 30], PastSample.Event(Captured, "a", 20)).OnlyViolation().Message
        );

    /// <summary>The period is today and the 13 days before.</summary>
    [Theory]
    [InlineData(13, 1)]
    [InlineData(14, 0)]
    public void Without_a_commit_in_the_period_nobody_worked(int commitDaysAgo, int findings) =>
        Assert.Equal(findings, Judge([commitDaysAgo], PastSample.Event(Captured, "a", 20)).Length);

    [Fact]
    public void A_capture_that_was_closed_or_dropped_since_was_one() =>
        Assert.Empty(Judge([1], PastSample.Event(Captured, "a", 5), PastSample.Event(Dropped, "a", 2)));

    [Fact]
    public void A_completion_is_no_capture() =>
        Assert.Single(Judge([1], PastSample.Event(Captured, "a", 40), PastSample.Event(Completed, "a", 2)));

    [Fact]
    public void Where_nothing_was_ever_captured_the_history_gives_the_least()
    {
        var message = Judge([1], PastSample.Stock(Captured, "a", 100)).OnlyViolation().Message;

        Assert.StartsWith("nothing was captured for at least 100 days, since 2025-11-22,", message);
    }

    [Fact]
    public void A_history_of_13_days_is_too_short() =>
        Assert.Equal(
            new Unjudged("the past is known for 13 days only: why", 13, 14),
            PastSample.Judge(CaptureStalled.Rule, PastSample.Of(13, [1]) with { CutShortBy = "why" }).OnlyUnjudged()
        );

    [Fact]
    public void Without_the_commits_of_the_repository_it_does_not_judge() =>
        Assert.StartsWith(
            "the repository's commits are not known",
            PastSample.Judge(CaptureStalled.Rule, new Timeline(Sample.DaysAgo(100), [])).OnlyUnjudged().Reason
        );

    [Fact]
    public void A_history_that_cannot_be_seen_gives_its_reason() =>
        Assert.Equal(
            new Unjudged("shallow clone: fetch with depth 0"),
            PastSample.Judge(CaptureStalled.Rule, PastSample.Shallow).OnlyUnjudged()
        );

    private static RuleResult[] Judge(int[] commits, params TimelineEvent[] events) =>
        PastSample.Judge(CaptureStalled.Rule, PastSample.Of(100, commits, events));
}
