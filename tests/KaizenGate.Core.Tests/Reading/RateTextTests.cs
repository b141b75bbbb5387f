using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public sealed class RateTextTests
{
    [Theory]
    [InlineData("15 min/week", 0.25)]
    [InlineData("250 s per day", 250 * 5 / 3600d)]
    [InlineData("4 min/day (10 workflows)", 4 * 5 / 60d)]
    [InlineData("2 h a month", 2 * 12 / 52d)]
    [InlineData("26 hours every year", 0.5)]
    [InlineData("30 min daily", 2.5)]
    [InlineData("1 Stunde pro Woche", 1)]
    [InlineData("1h 30m/week", 1.5)]
    [InlineData("2-4 h/month", 3 * 12 / 52d)]
    [InlineData("half an hour a week", 0.5)]
    [InlineData("13 hours in the first year (15 min/week)", 0.25)]
    [InlineData("17.33 hours in the first year (4 min/day)", 20 / 60d)]
    [InlineData("26 hours in the first year", 0.5)]
    public void Time_saved_repeatedly_is_hours_per_week(string text, double perWeek) =>
        Assert.Equal(perWeek, RateText.Read(text)!.Value, 12);

    [Theory]
    [InlineData("15 hours")]
    [InlineData("25 s per workflow")]
    [InlineData("3 h (2 a day)")]
    [InlineData("5 per day")]
    [InlineData("a lot")]
    [InlineData("")]
    public void Any_other_text_is_not_a_rate(string text) => Assert.Null(RateText.Read(text));

    [Fact]
    public void A_rate_is_not_a_total()
    {
        var item = Md.One("### [IMP-1] a\n\n- **Time Saved:** 15 min pro Woche\n");

        Assert.Equal(0.25, item.SavedPerWeek!.Value);
        Assert.Null(item.HoursSaved);
    }

    [Fact]
    public void A_total_is_not_a_rate()
    {
        var item = Md.One("### [IMP-1] a\n\n- **Time Saved:** 15 hours\n");

        Assert.Equal(15, item.HoursSaved!.Value);
        Assert.Null(item.SavedPerWeek);
    }
}
