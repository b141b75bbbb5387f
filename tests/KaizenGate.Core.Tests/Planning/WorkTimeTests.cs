using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Tests.Planning;

public sealed class WorkTimeTests
{
    [Fact]
    public void An_estimate_counts_before_the_effort() =>
        Assert.Equal(
            new WorkTime(150, TimeBasis.Estimate),
            WorkTime.Of(Sample.Item("a", 8, 9) with { EstimatedHours = Sample.Written(2.5) }, Scoring.Default)
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 5)]
    [InlineData(5, 8)]
    [InlineData(6, 16)]
    [InlineData(7, 24)]
    [InlineData(8, 40)]
    [InlineData(9, 80)]
    [InlineData(10, 160)]
    public void An_effort_replaces_a_missing_estimate(double effort, double hours) =>
        Assert.Equal(hours, WorkTime.Of(Sample.Item("a", 8, effort), Scoring.Default)?.Hours);

    [Theory]
    [InlineData(0d)]
    [InlineData(11d)]
    [InlineData(null)]
    public void An_effort_off_the_scale_has_no_hours(double? effort) =>
        Assert.Null(WorkTime.Of(Sample.Item("a", 8, effort), Scoring.Default));

    [Fact]
    public void The_effort_of_another_formula_is_not_in_the_table() =>
        Assert.Null(
            WorkTime.Of(Sample.Item("a", 8, 2), Scoring.Default with { Formula = Formula.Parse("reach*impact/effort") })
        );

    [Fact]
    public void A_third_of_an_hour_is_20_minutes() =>
        Assert.Equal(
            20,
            WorkTime.Of(Sample.Item("a") with { EstimatedHours = Sample.Written(1d / 3) }, Scoring.Default)?.Minutes
        );

    [Theory]
    [InlineData(0, 180)]
    [InlineData(1.25, 105)]
    [InlineData(3, 0)]
    [InlineData(80, 0)]
    [InlineData(1e300, 0)]
    public void Time_spent_reduces_the_remaining_time(double spent, int left) =>
        Assert.Equal(left, new WorkTime(180, TimeBasis.Estimate).After(spent).Minutes);

    [Fact]
    public void A_huge_estimate_does_not_overflow() =>
        Assert.Equal(
            60_000_000,
            WorkTime.Of(Sample.Item("a") with { EstimatedHours = Sample.Written(1e300) }, Scoring.Default)?.Minutes
        );
}
