using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class EndlesslyGrowingBacklogTests
{
    /// <summary>12 left in 12 weeks, one a week: 52 open drain in 52 weeks, 53 in 53.</summary>
    [Theory]
    [InlineData(52, 0)]
    [InlineData(53, 1)]
    public void It_fires_when_draining_takes_more_than_a_year(int open, int findings) =>
        Assert.Equal(findings, Check(FlowSample.Timeline(36, 12), open).Length);

    /// <summary>6 in 12 weeks is 0.5 a week; 60 ÷ 0.5 = 120.</summary>
    [Fact]
    public void It_gives_the_drain_time() =>
        Assert.Equal(
            "the drain time is 120 weeks (60 open improvements, 0.5 departures per week in the last 12 weeks); "
                + "the maximum is 52",
            Message(FlowSample.Timeline(36, 6), 60)
        );

    [Fact]
    public void It_fires_when_nothing_leaves_however_few_are_open() =>
        Assert.Equal(
            "10 captured and none completed or rejected in the last 12 weeks; complete or reject some",
            Message(FlowSample.Timeline(10, 0), 10)
        );

    [Fact]
    public void A_long_drain_time_without_growth_passes() => Assert.Empty(Check(FlowSample.Timeline(12, 12), 500));

    /// <summary>
    /// Known for 8 weeks and a day (57 days), 6 left: 6 ÷ (57 ÷ 7) = 0.7368 a week, so 38 take 51.6 weeks and 39 take 52.9.
    /// Divided by the whole window of 12 weeks, 38 would already have taken 76.
    /// </summary>
    [Theory]
    [InlineData(38, 0)]
    [InlineData(39, 1)]
    public void The_rate_is_that_of_the_known_weeks(int open, int findings) =>
        Assert.Equal(findings, Check(FlowSample.Timeline(36, 6, startDaysAgo: 56), open).Length);

    [Fact]
    public void Seven_weeks_of_history_are_too_short() =>
        Assert.Equal(
            new NotEvaluated("needs 8 weeks of history, found 7", 7, 8),
            Assert.Single(Check(FlowSample.Timeline(36, 0, startDaysAgo: 55), 36))
        );

    [Fact]
    public void A_truncated_history_gives_the_reason() =>
        Assert.Equal(
            new NotEvaluated("needs 8 weeks of history, found 4: completions are dropped", 4, 8),
            Assert.Single(
                Check(FlowSample.Timeline(36, 0, startDaysAgo: 30) with { CutShortBy = "completions are dropped" }, 36)
            )
        );

    [Fact]
    public void It_needs_as_many_events_as_KZ302() =>
        Assert.Equal(9, Assert.IsType<NotEvaluated>(Assert.Single(Check(FlowSample.Timeline(9, 0), 9))).Has);

    [Fact]
    public void What_counts_as_growth_is_set_with_KZ302() =>
        Assert.Empty(
            FlowSample.Check(
                EndlesslyGrowingBacklog.Rule,
                FlowSample.Timeline(36, 0),
                36,
                FlowSample.With(GrowingBacklog.Rule, "minGrowth", 40)
            )
        );

    private static RuleResult[] Check(Timeline timeline, int open) =>
        FlowSample.Check(EndlesslyGrowingBacklog.Rule, timeline, open);

    private static string Message(Timeline timeline, int open) =>
        Assert.IsType<Violation>(Assert.Single(Check(timeline, open))).Message;
}
