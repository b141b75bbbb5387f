using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class StaleImprovementTests
{
    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    public void It_fires_from_the_sixtieth_day(int days, int findings) =>
        Assert.Equal(findings, Check(Captured(days)).Length);

    [Fact]
    public void It_gives_the_days_at_the_title()
    {
        var violation = Assert.IsType<Violation>(Assert.Single(Check(Captured(100))));

        Assert.Equal(
            "untouched for 100 days (since 2025-11-22); start, defer or reject it within 60 days",
            violation.Message
        );
        Assert.Equal((3, "a"), (violation.Span.Line, violation.Item?.Title));
    }

    [Fact]
    public void The_newest_date_counts() =>
        Assert.Empty(Check(Captured(100) with { Started = Sample.Written(Sample.DaysAgo(20)) }));

    [Fact]
    public void An_improvement_planned_for_later_is_not_stale() =>
        Assert.Empty(Check(Captured(100) with { TargetDate = Sample.Written(Sample.DaysAgo(-5)) }));

    [Fact]
    public void A_change_of_its_text_that_only_the_timeline_knows_counts() =>
        Assert.Empty(
            StaleImprovement.Rule.Check(
                Sample.Context(StaleImprovement.Rule, Sample.Backlog(Captured(100))) with
                {
                    Timeline = new(
                        Sample.DaysAgo(300),
                        [new TimelineEvent(TimelineEventKind.Captured, "a", Sample.DaysAgo(100), "c0ffee")]
                    )
                    {
                        Touched = ImmutableDictionary<string, DateOnly>.Empty.Add("a", Sample.DaysAgo(30)),
                    },
                }
            )
        );

    [Fact]
    public void A_start_that_only_the_timeline_knows_counts() =>
        Assert.Empty(
            HistorySample.Check(
                StaleImprovement.Rule,
                HistorySample.Of(
                    300,
                    [],
                    HistorySample.Event(TimelineEventKind.Captured, "a", 100),
                    HistorySample.Event(TimelineEventKind.Started, "a", 30)
                ),
                Captured(100)
            )
        );

    [Fact]
    public void A_change_before_the_newest_date_does_not_make_it_older() =>
        Assert.Empty(
            HistorySample.Check(
                StaleImprovement.Rule,
                HistorySample.Of(300, []) with
                {
                    Touched = ImmutableDictionary<string, DateOnly>.Empty.Add("a", Sample.DaysAgo(90)),
                },
                Captured(20)
            )
        );

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_deferred_improvement_is_due_the_day_after_its_review_date(int daysAgo, int findings) =>
        Assert.Equal(findings, Check(Deferred(daysAgo)).Length);

    [Fact]
    public void A_passed_review_date_is_reported_at_its_place()
    {
        var violation = Assert.IsType<Violation>(Assert.Single(Check(Deferred(1))));

        Assert.Equal(
            "the review date 2026-03-01 passed 1 day ago; start it, reject it or set a new review date",
            violation.Message
        );
        Assert.Equal((7, 18), (violation.Span.Line, violation.Span.Column));
    }

    [Fact]
    public void A_deferred_improvement_may_be_untouched() =>
        Assert.Empty(Check(Captured(300) with { Status = Status.Deferred }));

    [Fact]
    public void A_closed_improvement_may_be_untouched() =>
        Assert.Empty(Check(Captured(300) with { Status = Status.Done }));

    [Fact]
    public void Without_any_date_it_is_not_evaluated() =>
        Assert.Equal(
            new NotEvaluated("no active improvement has a date; add `Captured:` dates", 0, 1),
            Assert.Single(Check(Sample.Item("a"), Sample.Item("b")))
        );

    [Fact]
    public void One_with_a_date_is_evaluated_and_one_without_is_not() =>
        Assert.Equal("a", Assert.IsType<Violation>(Assert.Single(Check(Captured(60), Sample.Item("b")))).Item?.Title);

    [Fact]
    public void Without_active_improvements_it_passes() => Assert.Empty(Check());

    private static Improvement Captured(int days) =>
        Sample.Item("a") with
        {
            Captured = Sample.Written(Sample.DaysAgo(days)),
        };

    private static Improvement Deferred(int reviewDaysAgo) =>
        Sample.Item("a", status: Status.Deferred) with
        {
            ReviewDate = Sample.Written(Sample.DaysAgo(reviewDaysAgo), 7, 18),
        };

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(StaleImprovement.Rule, Sample.Backlog(items));
}
