using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class EndlesslyGrowingBacklogTests
{
    /// <summary>6 in and 3 out per week make 156 more in 52 weeks: with 156 open today, (156 + 156) ÷ 3 = 104 weeks.</summary>
    [Theory]
    [InlineData(156, 0)]
    [InlineData(157, 1)]
    public void It_fires_when_draining_takes_over_two_years_in_a_year(int open, int findings) =>
        Assert.Equal(findings, Check(FlowSample.Timeline(72, 36), open).Length);

    /// <summary>3 in and 0.5 out per week: (60 + 52 × 2.5) ÷ 0.5 = 380.</summary>
    [Fact]
    public void It_gives_the_drain_time() =>
        Assert.Equal(
            "in 52 weeks the drain time will be 380 weeks at the rates in the last 12 weeks (60 open improvements, arrivals of 3 and "
                + "departures of 0.5 per week); the maximum is 104",
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
    /// Known for 8 weeks and a day (57 days): 36 ÷ (57 ÷ 7) = 4.421 out and twice as many in per week, so 229 open take
    /// 52 + 229 ÷ 4.421 = 103.8 weeks in a year, and 230 take 104.02. Divided by the whole window of 12 weeks, 157 would be too many.
    /// </summary>
    [Theory]
    [InlineData(229, 0)]
    [InlineData(230, 1)]
    public void The_rate_is_that_of_the_known_weeks(int open, int findings) =>
        Assert.Equal(findings, Check(FlowSample.Timeline(72, 36, startDaysAgo: 56), open).Length);

    [Fact]
    public void Five_weeks_of_history_are_too_short() =>
        Assert.Equal(
            new NotEvaluated("needs 6 weeks of history, found 5", 5, 6),
            Assert.Single(Check(FlowSample.Timeline(36, 0, startDaysAgo: 41), 36))
        );

    [Fact]
    public void A_truncated_history_gives_the_reason() =>
        Assert.Equal(
            new NotEvaluated("needs 6 weeks of history, found 4: completions are dropped", 4, 6),
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
