using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class AgeingInProgressTests
{
    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    public void Without_ten_completions_the_limit_is_14_days(int daysAgo, int findings) =>
        Assert.Equal(findings, Check(Cycles(9, 1), HistorySample.Event(Started, "a", daysAgo)).Length);

    /// <summary>Ten completions of 4 days: their 85th percentile is 4.</summary>
    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public void With_ten_completions_their_percentile_is_the_limit(int daysAgo, int findings) =>
        Assert.Equal(findings, Check(Cycles(10, 4), HistorySample.Event(Started, "a", daysAgo)).Length);

    [Fact]
    public void It_gives_the_age_and_the_limit() =>
        Assert.Equal(
            "in progress for 20 days (since 2026-02-10); 85% of 10 completions took at most 4 days",
            Check(Cycles(10, 4), HistorySample.Event(Started, "a", 20)).OnlyViolation().Message
        );

    [Fact]
    public void It_gives_the_reason_for_the_fixed_limit() =>
        Assert.Equal(
            "in progress for 20 days (since 2026-02-10); the maximum is 14 days with fewer than 10 known cycle times (found 3)",
            Check(Cycles(3, 4), HistorySample.Event(Started, "a", 20)).OnlyViolation().Message
        );

    [Fact]
    public void The_last_start_counts() =>
        Assert.Empty(Check([], HistorySample.Event(Started, "a", 90), HistorySample.Event(Started, "a", 3)));

    [Fact]
    public void A_start_before_the_history_gives_the_least_age() =>
        Assert.StartsWith(
            "in progress for at least 100 days (",
            Check([], HistorySample.Stock(Started, "a", 100)).OnlyViolation().Message
        );

    [Fact]
    public void A_start_before_a_short_history_is_not_evaluated() =>
        Assert.Equal(
            new NotEvaluated("the start of 1 of 1 improvement in progress is unknown: add `Started:` dates", 0, 1),
            HistorySample
                .Check(
                    AgeingInProgress.Rule,
                    HistorySample.Of(5, [], HistorySample.Stock(Started, "a", 5)),
                    Sample.Item("a", status: Status.InProgress)
                )
                .OnlyNotEvaluated()
        );

    /// <summary>The limit is 14 days: one that is at least 14 days old may be over it, and one that is at least 15 is.</summary>
    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_start_before_the_history_is_evaluated_once_it_is_over_the_limit(int startDaysAgo, bool isUnknown) =>
        Assert.Equal(
            isUnknown,
            Assert.Single(
                HistorySample.Check(
                    AgeingInProgress.Rule,
                    HistorySample.Of(startDaysAgo, [], HistorySample.Stock(Started, "a", startDaysAgo)),
                    Sample.Item("a", status: Status.InProgress)
                )
            ) is NotEvaluated
        );

    [Fact]
    public void Only_improvements_in_progress_age() =>
        Assert.Empty(
            HistorySample.Check(
                AgeingInProgress.Rule,
                HistorySample.Of(300, [], HistorySample.Event(Started, "a", 90)),
                Sample.Item("a", status: Status.Deferred)
            )
        );

    [Fact]
    public void An_unknown_history_gives_its_reason() =>
        Assert.Equal(
            new NotEvaluated("shallow clone: fetch with depth 0"),
            HistorySample
                .Check(AgeingInProgress.Rule, HistorySample.Shallow, Sample.Item("a", status: Status.InProgress))
                .OnlyNotEvaluated()
        );

    /// <summary>Completions that each took so many days.</summary>
    private static TimelineEvent[] Cycles(int count, int days) =>
        [
            .. Enumerable
                .Range(0, count)
                .SelectMany(number =>
                    new[]
                    {
                        HistorySample.Event(Started, $"done {number}", 200),
                        HistorySample.Event(Completed, $"done {number}", 200 - days),
                    }
                ),
        ];

    private static RuleResult[] Check(TimelineEvent[] past, params TimelineEvent[] own) =>
        HistorySample.Check(
            AgeingInProgress.Rule,
            HistorySample.Of(300, [], [.. past, .. own]),
            Sample.Item("a", status: Status.InProgress)
        );
}
