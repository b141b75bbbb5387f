using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class LowExecutionRateTests
{
    /// <summary>
    /// Of 36: 24 is two thirds exactly. 18 is one half exactly. 10 of 36 is 27.8%: P[Bin(46, 2/5) ≤ 10] = 0.0071.
    /// 9 of 36 is 25%: P[Bin(45, 2/5) ≤ 9] = 0.0036. Both tails by exact fractions.
    /// </summary>
    [Theory]
    [InlineData(40, null)]
    [InlineData(24, null)]
    [InlineData(23, Severity.Info)]
    [InlineData(18, Severity.Info)]
    [InlineData(17, Severity.Warning)]
    [InlineData(10, Severity.Warning)]
    [InlineData(9, Severity.Error)]
    [InlineData(0, Severity.Error)]
    internal void The_rate_decides_the_severity(int completed, Severity? expected) =>
        Assert.Equal(
            expected,
            Check(FlowSample.Timeline(36, completed)).OfType<Violation>().SingleOrDefault()?.Severity
        );

    [Theory]
    [InlineData(10)]
    [InlineData(9)]
    public void The_tails_near_the_edge_are_those_of_exact_fractions(int completed) =>
        Assert.Equal(completed == 9, Statistics.ExactBinomial.AtMost(completed, 36 + completed, 2, 5) < 0.005);

    [Fact]
    public void The_error_gives_the_rate_and_the_limit() =>
        Assert.Equal(
            "the execution rate is 22.2% (8 completed of 36 identified in the last 12 weeks); this is significantly below 66.7%",
            Violation(FlowSample.Timeline(36, 8)).Message
        );

    [Fact]
    public void The_warning_gives_what_is_expected() =>
        Assert.Equal(
            "the execution rate is 40% (12 completed of 30 identified in the last 12 weeks); at least 66.7% is expected",
            Violation(FlowSample.Timeline(30, 12)).Message
        );

    /// <summary>20 captured, 10 of them rejected, 6 executed: 6 of 10 is 60%, where 6 of 20 would be 30%.</summary>
    [Fact]
    public void Rejected_improvements_do_not_count() =>
        Assert.Equal(
            "the execution rate is 60% (6 completed of 10 identified in the last 12 weeks); at least 66.7% is expected",
            Violation(FlowSample.Timeline(20, 6, 10)).Message
        );

    [Fact]
    public void A_team_that_rejects_all_it_captures_has_nothing_to_execute() =>
        Assert.Empty(Check(FlowSample.Timeline(20, 0, 20)));

    [Fact]
    public void Nine_captures_are_too_few() =>
        Assert.Equal(
            new NotEvaluated("needs 10 captured improvements, found 9 in the last 12 weeks", 9, 10),
            Assert.Single(Check(FlowSample.Timeline(9, 0)))
        );

    [Fact]
    public void Ten_captures_are_enough() =>
        Assert.Equal(Severity.Warning, Violation(FlowSample.Timeline(10, 0)).Severity);

    [Fact]
    public void Twelve_captures_without_a_completion_are_significant() =>
        Assert.Equal(Severity.Error, Violation(FlowSample.Timeline(12, 0)).Severity);

    [Fact]
    public void When_more_are_rejected_than_captured_nothing_is_left_to_execute() =>
        Assert.Empty(Check(FlowSample.Timeline(10, 0, rejected: 12)));

    [Fact]
    public void A_backlog_of_three_weeks_is_too_young() =>
        Assert.Equal(
            new NotEvaluated("needs 4 weeks of history, found 3", 3, 4),
            Assert.Single(Check(FlowSample.Timeline(20, 0, startDaysAgo: 27)))
        );

    [Fact]
    public void A_backlog_of_four_weeks_is_old_enough() =>
        Assert.Equal(
            "the execution rate is 0% (0 completed of 20 identified since 2026-02-02); this is significantly below 66.7%",
            Violation(FlowSample.Timeline(20, 0, startDaysAgo: 28)).Message
        );

    /// <summary>
    /// Ten captured in every fourth week and one completed: in 12 weeks φ is 4.5 and P[Bin(7, ⅖) ≤ 1] = 0.16. In 52 weeks it is
    /// 4.2, and P[Bin(34, ⅖) ≤ 4] = 0.0003.
    /// </summary>
    [Fact]
    public void Rare_batches_are_significant_in_a_year()
    {
        var timeline = Monthly(52, completed: 1);

        Assert.Equal(Severity.Warning, Violation(timeline with { Start = Sample.DaysAgo(83) }).Severity);
        Assert.Equal(Severity.Error, Violation(timeline).Severity);
        Assert.Equal(
            "the execution rate is 10% (3 completed of 30 identified in the last 12 weeks); that of 13 of 130 in the last 52 weeks is "
                + "significantly below 66.7%, also with batches counted as one (weekly numbers vary 4.2 times as much as single events)",
            Violation(timeline).Message
        );
    }

    [Fact]
    public void A_poor_year_is_forgiven_after_a_better_quarter() =>
        Assert.Equal(
            Severity.Info,
            Violation(With(Monthly(52, completed: 1), Events(13, TimelineEventKind.Completed, 5))).Severity
        );

    [Fact]
    public void Only_the_window_counts()
    {
        var inside = Events(12, TimelineEventKind.Captured, 83).Concat(Events(12, TimelineEventKind.Completed, 83));
        var before = Events(90, TimelineEventKind.Captured, 84);

        Assert.Empty(Check(new Timeline(Sample.DaysAgo(364), [.. before, .. inside])));
    }

    /// <summary>52 weeks of 3 captures and 2 executions each, in a window of 52 weeks: 104 of 156 is 66.7%, and two thirds.</summary>
    [Fact]
    public void A_year_of_three_captures_and_two_completions_per_week_passes()
    {
        var weeks = Enumerable.Range(0, 52).Reverse().ToList();
        var timeline = new Timeline(
            Sample.DaysAgo(363),
            [
                .. weeks.SelectMany(week =>
                    Events(3, TimelineEventKind.Captured, 7 * week)
                        .Concat(Events(2, TimelineEventKind.Completed, 7 * week))
                ),
            ]
        );

        Assert.Equal(156, timeline.Events.Count(happened => happened.Kind is TimelineEventKind.Captured));
        Assert.Empty(FlowSample.Check(LowExecutionRate.Rule, timeline, settings: new() { WindowWeeks = 52 }));
        Assert.Empty(Check(timeline));
    }

    [Fact]
    public void Without_a_history_it_states_what_is_missing()
    {
        var context = Sample.Context(LowExecutionRate.Rule, Sample.Backlog()) with
        {
            NoTimeline = new("38 of 40 improvements are dated", 38, 40),
        };

        Assert.Equal(
            new NotEvaluated("38 of 40 improvements are dated", 38, 40),
            Assert.Single(LowExecutionRate.Rule.Check(context))
        );
    }

    private static Timeline With(Timeline timeline, IEnumerable<TimelineEvent> more) =>
        timeline with
        {
            Events = [.. timeline.Events, .. more],
        };

    /// <summary>So many weeks in which ten are captured and some completed in every fourth one.</summary>
    private static Timeline Monthly(int weeks, int completed) =>
        new(
            Sample.DaysAgo(7 * weeks),
            [
                .. Enumerable
                    .Range(0, weeks / 4)
                    .SelectMany(month =>
                        Events(10, TimelineEventKind.Captured, 28 * month)
                            .Concat(Events(completed, TimelineEventKind.Completed, 28 * month))
                    ),
            ]
        );

    private static IEnumerable<TimelineEvent> Events(int count, TimelineEventKind kind, int daysAgo) =>
        Enumerable
            .Range(0, count)
            .Select(number => new TimelineEvent(kind, $"{kind} {daysAgo} {number}", Sample.DaysAgo(daysAgo)));

    private static RuleResult[] Check(Timeline timeline) => FlowSample.Check(LowExecutionRate.Rule, timeline);

    private static Violation Violation(Timeline timeline) => Assert.IsType<Violation>(Assert.Single(Check(timeline)));
}
