using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class UnscheduledHighPriorityTests
{
    [Theory]
    [InlineData(6, 0)]
    [InlineData(7, 1)]
    public void It_fires_from_the_seventh_day(int days, int findings) =>
        Assert.Equal(findings, Check(High(days)).Length);

    /// <summary>7 × (11 − 1) = 70; 8 × (11 − 3) = 64.</summary>
    [Theory]
    [InlineData(7, 1, 1)]
    [InlineData(8, 3, 0)]
    public void It_applies_to_scores_from_70(double impact, double effort, int findings) =>
        Assert.Equal(findings, Check(Scored(impact, effort, 30)).Length);

    [Fact]
    public void What_is_high_is_set_with_the_scoring() =>
        Assert.Single(
            Sample.Check(
                UnscheduledHighPriority.Rule,
                Sample.Backlog(Scored(8, 3, 30)),
                new GateSettings { Scoring = Scoring.Default with { High = 60 } }
            )
        );

    [Fact]
    public void It_gives_the_score_and_the_days() =>
        Assert.Equal(
            "score 72 without owner and target date for 20 days; schedule a high score within 7 days",
            Assert.IsType<Violation>(Assert.Single(Check(High(20)))).Message
        );

    [Fact]
    public void An_owner_is_enough() => Assert.Empty(Check(High(30) with { Owner = Sample.Written("Ana") }));

    [Fact]
    public void A_target_date_is_enough() =>
        Assert.Empty(Check(High(30) with { TargetDate = Sample.Written(Sample.DaysAgo(-3)) }));

    [Theory]
    [InlineData(Status.InProgress)]
    [InlineData(Status.Deferred)]
    [InlineData(Status.Done)]
    internal void It_concerns_what_waits(Status status) => Assert.Empty(Check(High(30) with { Status = status }));

    [Fact]
    public void Undated_improvements_are_not_evaluated() =>
        Assert.Equal(
            new NotEvaluated(
                "the age of the high scores without owner and target date is unknown; add `Captured:` dates",
                0,
                1
            ),
            Assert.Single(Check(High(30) with { Captured = null }))
        );

    [Fact]
    public void A_scheduled_improvement_needs_no_date() =>
        Assert.Empty(Check(High(30) with { Captured = null, Owner = Sample.Written("Ana") }));

    [Fact]
    public void Dated_improvements_are_evaluated_despite_undated_ones() =>
        Assert.IsType<Violation>(Assert.Single(Check(High(30), High(30) with { Captured = null })));

    private static Improvement High(int days) => Scored(8, 2, days);

    private static Improvement Scored(double impact, double effort, int days) =>
        Sample.Item("a", impact, effort) with
        {
            Captured = Sample.Written(Sample.DaysAgo(days)),
        };

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(UnscheduledHighPriority.Rule, Sample.Backlog(items));
}
