using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class ExecutionStalledTests
{
    private static readonly TimelineEvent Waiting = PastSample.Event(Captured, "open", 90);

    [Theory]
    [InlineData(13, null)]
    [InlineData(14, Severity.Warning)]
    [InlineData(27, Severity.Warning)]
    [InlineData(28, Severity.Error)]
    internal void It_warns_after_14_days_and_fails_after_28(int daysAgo, Severity? expected) =>
        Assert.Equal(
            expected,
            Judge([1], Waiting, PastSample.Event(Completed, "done", daysAgo))
                .OfType<Violation>()
                .SingleOrDefault()
                ?.Severity
        );

    [Fact]
    public void It_gives_the_days_the_commits_and_what_waits() =>
        Assert.Equal(
            "nothing completed for 30 days (since 2026-01-31), although the repository had commits on 2 of the last 28 days "
                + "and 1 open improvement waited throughout; complete at least one",
            Judge([27, 3, 28], Waiting, PastSample.Event(Completed, "done", 30)).OnlyViolation().Message
        );

    [Fact]
    public void Without_a_commit_in_the_period_nothing_stalled() =>
        Assert.Empty(Judge([28, 40], Waiting, PastSample.Event(Completed, "done", 60)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void A_commit_of_today_counts_and_one_dated_tomorrow_does_not(int commitDaysAgo, int findings) =>
        Assert.Equal(findings, Judge([commitDaysAgo], Waiting, PastSample.Event(Completed, "done", 60)).Length);

    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    public void What_came_within_the_period_has_not_waited_for_it(int capturedDaysAgo, int findings) =>
        Assert.Equal(
            findings,
            Judge(
                [1],
                PastSample.Event(Captured, "open", capturedDaysAgo),
                PastSample.Event(Completed, "done", 60)
            ).Length
        );

    [Fact]
    public void A_completion_that_was_taken_back_was_none() =>
        Assert.Equal(
            Severity.Error,
            Judge(
                    [1],
                    Waiting,
                    PastSample.Event(Completed, "done", 40),
                    PastSample.Event(Completed, "open", 10),
                    PastSample.Event(Reopened, "open", 5)
                )
                .OnlyViolation()
                .Severity
        );

    [Fact]
    public void A_rejection_is_no_completion() =>
        Assert.Single(Judge([1], Waiting, PastSample.Event(Completed, "x", 40), PastSample.Event(Rejected, "y", 2)));

    [Fact]
    public void Three_weeks_of_history_settle_the_warning_and_leave_the_error_open()
    {
        var results = PastSample.Judge(
            ExecutionStalled.Rule,
            PastSample.Of(21, [1], PastSample.Stock(Captured, "open", 21)),
            Sample.Item("open")
        );

        Assert.Equal(Severity.Warning, Assert.IsType<Violation>(results[0]).Severity);
        Assert.Equal(new NotEvaluated("needs 28 days of history, found 21", 21, 28), results[1]);
        Assert.Equal(2, results.Length);
    }

    [Fact]
    public void Fourteen_days_of_history_are_enough_for_the_warning() =>
        Assert.Equal(
            Severity.Warning,
            Assert
                .IsType<Violation>(
                    PastSample
                        .Judge(
                            ExecutionStalled.Rule,
                            PastSample.Of(14, [1], PastSample.Stock(Captured, "open", 14)),
                            Sample.Item("open")
                        )
                        .First()
                )
                .Severity
        );

    /// <summary>A history of three weeks is too short for the error only if nothing was completed in it, and something is open.</summary>
    [Fact]
    public void Three_weeks_of_history_are_enough_with_a_completion_or_without_an_open_improvement()
    {
        var completed = PastSample.Of(21, [1], PastSample.Event(Completed, "done", 5));
        var empty = PastSample.Of(21, [1]);

        Assert.Empty(PastSample.Judge(ExecutionStalled.Rule, completed, Sample.Item("open")));
        Assert.Empty(PastSample.Judge(ExecutionStalled.Rule, empty));
    }

    [Fact]
    public void What_was_completed_when_the_history_began_may_be_older() =>
        Assert.StartsWith(
            "nothing completed for at least 100 days (",
            Judge([1], Waiting, PastSample.Stock(Completed, "done", 100)).OnlyViolation().Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_the_commits_of_the_repository_it_is_not_evaluated() =>
        Assert.StartsWith(
            "needs the commits of the repository",
            PastSample
                .Judge(ExecutionStalled.Rule, new Timeline(Sample.DaysAgo(100), []), Sample.Item("open"))
                .OnlyUnjudged()
                .Reason
        );

    private static RuleResult[] Judge(int[] commits, params TimelineEvent[] events) =>
        PastSample.Judge(ExecutionStalled.Rule, PastSample.Of(100, commits, events), Sample.Item("open"));
}
