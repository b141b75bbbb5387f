using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Tests.Planning;

/// <summary>2 March 2026 is a Monday.</summary>
public sealed class WeekTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-06", "2026-03-02")]
    [InlineData("2026-03-07", "2026-03-09")]
    [InlineData("2026-03-08", "2026-03-09")]
    public void At_a_weekend_the_next_week_is_planned(string day, string monday) =>
        Assert.Equal(Day(monday), Week.PlannedOn(Day(day)).Monday);

    [Theory]
    [InlineData("2026-03-02", "2026-02-23")]
    [InlineData("2026-03-07", "2026-02-23")]
    [InlineData("2026-03-08", "2026-02-23")]
    [InlineData("2026-03-09", "2026-03-02")]
    public void The_last_week_is_over_before_the_day_begins(string day, string monday) =>
        Assert.Equal(Day(monday), Week.Before(Day(day)).Monday);

    [Fact]
    public void A_week_ends_on_Sunday_and_its_work_on_Friday()
    {
        var week = new Week(Day("2026-02-23"));

        Assert.Equal((Day("2026-02-27"), Day("2026-03-01")), (week.Friday, week.Sunday));
        Assert.True(week.Contains(Day("2026-02-23")));
        Assert.True(week.Contains(Day("2026-03-01")));
        Assert.False(week.Contains(Day("2026-02-22")));
        Assert.False(week.Contains(Day("2026-03-02")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
