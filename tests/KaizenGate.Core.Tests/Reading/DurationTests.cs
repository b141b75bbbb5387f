using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Estimates in all their forms: ranges, words, units in headers, story points, sizes.</summary>
public class DurationTests
{
    private static double? Estimate(string value) =>
        Md.One($"### [A-1] a\n\n- Estimate: {value}\n").EstimatedHours?.Value;

    private static Improvement Below(string header, string value) =>
        Md.One($"| Task | Impact | {header} |\n|---|---|---|\n| a | 8 | {value} |\n");

    [Theory]
    [InlineData("2h-4h", 3)]
    [InlineData("2h to 4h", 3)]
    [InlineData("1~2h", 1.5)]
    [InlineData("1〜2時間", 1.5)]
    [InlineData("2–4 days", 24)]
    [InlineData("2 bis 3 Tage", 20)]
    [InlineData("2 à 4 heures", 3)]
    [InlineData("1 day - 1 week", 24)]
    [InlineData("30-60 min", 0.75)]
    public void A_range_is_its_mean(string value, double hours) => Assert.Equal(hours, Estimate(value));

    [Theory]
    [InlineData("~2h", 2.0)]
    [InlineData("<1 day", 8.0)]
    [InlineData("2+ days", null)]
    [InlineData("1½ days", 12.0)]
    [InlineData("0,5 Tage", 4.0)]
    [InlineData("1h30", 1.5)]
    [InlineData("3 working days", 24.0)]
    [InlineData("3 person-days", 24.0)]
    [InlineData("2-day", 16.0)]
    [InlineData("5 PT", 40.0)]
    [InlineData("8 at most", null)]
    public void Numbers_with_a_unit(string value, double? hours) => Assert.Equal(hours, Estimate(value));

    [Theory]
    [InlineData("half a day", 4.0)]
    [InlineData("a week", 40.0)]
    [InlineData("about one hour", 1.0)]
    [InlineData("two weeks", 80.0)]
    [InlineData("ein halber Tag", 4.0)]
    [InlineData("eine Woche", 40.0)]
    [InlineData("une demi-journée", null)]
    [InlineData("deux jours", 16.0)]
    [InlineData("半天", 4.0)]
    [InlineData("一周", 40.0)]
    [InlineData("one of the slow pages", null)]
    public void Numbers_in_words(string value, double? hours) => Assert.Equal(hours, Estimate(value));

    [Theory]
    [InlineData("3 hours")]
    [InlineData("3 Stunden")]
    [InlineData("3 heures")]
    [InlineData("3 horas")]
    [InlineData("3 ore")]
    [InlineData("3 часа")]
    [InlineData("3時間")]
    [InlineData("3小时")]
    [InlineData("3 個小時")]
    [InlineData("3시간")]
    [InlineData("3 tuntia")]
    public void Hours_in_all_languages(string value) => Assert.Equal(3, Estimate(value));

    [Theory]
    [InlineData("2 days")]
    [InlineData("2 Tage")]
    [InlineData("2 jours")]
    [InlineData("2 días")]
    [InlineData("2 dias")]
    [InlineData("2 giorni")]
    [InlineData("2 дня")]
    [InlineData("2日")]
    [InlineData("2 天")]
    [InlineData("2 工作天")]
    [InlineData("2일")]
    [InlineData("2 päivää")]
    public void Days_in_all_languages(string value) => Assert.Equal(16, Estimate(value));

    [Theory]
    [InlineData("Effort (h)", "4", 4)]
    [InlineData("Effort (hours)", "2-4", 3)]
    [InlineData("Effort (days)", "2", 16)]
    [InlineData("Effort in days", "2", 16)]
    [InlineData("Effort (days)", "3h", 3)]
    [InlineData("Days", "2", 16)]
    [InlineData("Est. hours", "6", 6)]
    [InlineData("Aufwand (PT)", "2", 16)]
    [InlineData("工数（時間）", "5", 5)]
    public void A_header_has_the_unit_of_bare_numbers(string header, string value, double hours)
    {
        var item = Below(header, value);

        Assert.Equal((hours, null), (item.EstimatedHours!.Value, item.Effort));
    }

    [Theory]
    [InlineData("~2h")]
    [InlineData("1~2h")]
    [InlineData("2h-4h")]
    [InlineData("1 to 2 h")]
    public void Hours_are_not_a_rating(string value) => Assert.Null(Below("Effort", value).Effort);

    [Theory]
    [InlineData("Story Points", "1", 1)]
    [InlineData("Story Points", "5", 5)]
    [InlineData("Estimate (SP)", "8", 7)]
    [InlineData("Effort (points)", "13", 9)]
    [InlineData("Estimate", "21 pts", 10)]
    [InlineData("Effort", "3 SP", 3)]
    public void Story_points_are_an_effort(string header, string value, double effort)
    {
        var item = Below(header, value);

        Assert.Equal(
            (effort, ValueOrigin.Inferred, null),
            (item.Effort!.Value, item.Effort.Origin, item.EstimatedHours)
        );
    }

    [Theory]
    [InlineData("XS", 1)]
    [InlineData("S", 2)]
    [InlineData("M", 5)]
    [InlineData("XL", 9)]
    [InlineData("XXL", 9)]
    public void Sizes_are_an_effort(string value, double effort) =>
        Assert.Equal(effort, Below("T-Shirt Size", value).Effort!.Value);

    [Fact]
    public void The_day_of_a_date_is_not_a_duration() => Assert.Null(Estimate("3月1日"));
}
