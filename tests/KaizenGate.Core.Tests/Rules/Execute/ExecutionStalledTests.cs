using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class ExecutionStalledTests
{
    private static readonly TimelineEvent Waiting = HistorySample.Event(Captured, "open", 90);

    [Theory]
    [InlineData(13, null)]
    [InlineData(14, Severity.Warning)]
    [InlineData(27, Severity.Warning)]
    [InlineData(28, Severity.Error)]
    internal void It_warns_after_14_days_and_fails_after_28(int daysAgo, Severity? expected) =>
        Assert.Equal(
            expected,
            Check([1], Waiting, HistorySample.Event(Completed, "done", daysAgo))
                .OfType<Violation>()
                .SingleOrDefault()
                ?.Severity
        );

    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    [InlineData(28, 1)]
    public void Unread_entries_may_be_the_missing_completions(int daysAgo, int missing)
    {
        var timeline = HistorySample.Of(100, [1], Waiting, HistorySample.Event(Completed, "done", daysAgo));
        var backlog = Sample.Backlog(Sample.Item("open")).WithUnread();
        var results = HistorySample.Check(ExecutionStalled.Rule, timeline, backlog);

        Assert.Equal(missing, results.OfType<NotEvaluated>().Count());
        Assert.Equal(missing, results.Length);
    }

    [Fact]
    public void It_gives_the_days_the_commits_and_the_waiting_improvements() =>
        Assert.Equal(
            "nothing completed for 30 days (since 2026-01-31), although the repository had commits on 2 of the last 28 days "
                + "and 1 open improvement waited throughout; complete at least one",
            Check([27, 3, 28], Waiting, HistorySample.Event(Completed, "done", 30)).OnlyViolation().Message
        );

    [Fact]
    public void Without_a_commit_in_the_period_nothing_stalled() =>
        Assert.Empty(Check([28, 40], Waiting, HistorySample.Event(Completed, "done", 60)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void A_commit_of_today_counts_and_one_dated_tomorrow_does_not(int commitDaysAgo, int findings) =>
        Assert.Equal(findings, Check([commitDaysAgo], Waiting, HistorySample.Event(Completed, "done", 60)).Length);

    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    public void An_improvement_captured_in_the_period_did_not_wait(int capturedDaysAgo, int findings) =>
        Assert.Equal(
            findings,
            Check(
                [1],
                HistorySample.Event(Captured, "open", capturedDaysAgo),
                HistorySample.Event(Completed, "done", 60)
            ).Length
        );

    [Fact]
    public void A_reopened_completion_is_not_a_completion() =>
        Assert.Equal(
            Severity.Error,
            Check(
                    [1],
                    Waiting,
                    HistorySample.Event(Completed, "done", 40),
                    HistorySample.Event(Completed, "open", 10),
                    HistorySample.Event(Reopened, "open", 5)
                )
                .OnlyViolation()
                .Severity
        );

    [Fact]
    public void A_rejection_is_not_a_completion() =>
        Assert.Single(
            Check([1], Waiting, HistorySample.Event(Completed, "x", 40), HistorySample.Event(Rejected, "y", 2))
        );

    [Fact]
    public void Three_weeks_of_history_are_enough_for_the_warning_only()
    {
        var results = HistorySample.Check(
            ExecutionStalled.Rule,
            HistorySample.Of(21, [1], HistorySample.Stock(Captured, "open", 21)),
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
                    HistorySample
                        .Check(
                            ExecutionStalled.Rule,
                            HistorySample.Of(14, [1], HistorySample.Stock(Captured, "open", 14)),
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
        var completed = HistorySample.Of(21, [1], HistorySample.Event(Completed, "done", 5));
        var empty = HistorySample.Of(21, [1]);

        Assert.Empty(HistorySample.Check(ExecutionStalled.Rule, completed, Sample.Item("open")));
        Assert.Empty(HistorySample.Check(ExecutionStalled.Rule, empty));
    }

    [Fact]
    public void What_was_completed_when_the_history_began_may_be_older() =>
        Assert.StartsWith(
            "nothing completed for at least 100 days (",
            Check([1], Waiting, HistorySample.Stock(Completed, "done", 100)).OnlyViolation().Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_the_commits_of_the_repository_it_is_not_evaluated() =>
        Assert.StartsWith(
            "needs the commits of the repository",
            HistorySample
                .Check(ExecutionStalled.Rule, new Timeline(Sample.DaysAgo(100), []), Sample.Item("open"))
                .OnlyNotEvaluated()
                .Reason
        );

    private static RuleResult[] Check(int[] commits, params TimelineEvent[] events) =>
        HistorySample.Check(ExecutionStalled.Rule, HistorySample.Of(100, commits, events), Sample.Item("open"));
}
