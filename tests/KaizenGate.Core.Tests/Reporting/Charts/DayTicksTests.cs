using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Tests.Reporting.Charts;

public sealed class DayTicksTests
{
    [Fact]
    public void A_year_has_ticks_every_second_month_and_shows_each_year_once() =>
        Assert.Equal(["May ’25", "Jul", "Sep", "Nov", "Jan ’26", "Mar"], Labels(new(2025, 3, 9), new(2026, 3, 1)));

    [Fact]
    public void A_month_has_ticks_on_Mondays() =>
        Assert.Equal(["2 Mar", "9 Mar", "16 Mar", "23 Mar"], Labels(new(2026, 3, 1), new(2026, 3, 28)));

    [Fact]
    public void Ten_years_have_a_tick_per_year() =>
        Assert.Equal(["2016", "2018", "2020", "2022", "2024", "2026"], Labels(new(2016, 1, 1), new(2026, 1, 1)));

    [Fact]
    public void One_day_has_one_tick() => Assert.Equal(["1 Mar"], Labels(new(2026, 3, 1), new(2026, 3, 1)));

    [Fact]
    public void The_greatest_date_is_supported() => Assert.NotEmpty(Labels(new(1, 1, 1), DateOnly.MaxValue));

    private static IEnumerable<string> Labels(DateOnly first, DateOnly last) =>
        DayTicks.Of(first, last).Select(tick => tick.Label);
}
