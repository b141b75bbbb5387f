using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Tests.Reporting.Phrasing;

public sealed class FiguresTextTests
{
    [Fact]
    public void An_unknown_figure_is_a_dash_with_its_reason() =>
        Assert.Equal(
            "0 open · 0 identified · 0 executed · execution rate – (nothing identified) · arrivals and departures – (history unknown)"
                + " · drain time – (history unknown)",
            FiguresText.Line(Figures.None)
        );

    [Fact]
    public void A_rate_names_its_window_and_population() =>
        Assert.Equal(
            "5 open · 7 identified · 2 executed · execution rate 29% of all identified · arrivals 1/week and departures 0.3/week in the "
                + "last 12 weeks · drain time 17 weeks",
            FiguresText.Line(
                new()
                {
                    Open = 5,
                    Identified = 7,
                    Executed = 2,
                    ExecutionRate = 2 / 7d,
                    KnownWeeks = 12,
                    ArrivalsPerWeek = 1,
                    DeparturesPerWeek = 0.3,
                    DrainWeeks = 5 / 0.3,
                }
            )
        );

    [Theory]
    [InlineData(0.5, null, "under 1 week of history", "under 4 weeks of history")]
    [InlineData(3d, 1d, null, "under 4 weeks of history")]
    [InlineData(8d, 0d, null, "no departures")]
    public void The_reason_says_what_is_missing(double weeks, double? departures, string? pace, string? drain)
    {
        var figures = new Figures
        {
            KnownWeeks = weeks,
            ArrivalsPerWeek = departures,
            DeparturesPerWeek = departures,
        };

        Assert.Equal((pace, drain), (FiguresText.NoPace(figures), FiguresText.NoDrain(figures)));
    }

    [Fact]
    public void A_duration_without_samples_is_a_dash_with_its_reason() =>
        Assert.Equal(
            "cycle time – (no completion with a known start) · age of open improvements – (nothing open with a known capture)",
            FiguresText.DaysLine(Figures.None)
        );

    [Fact]
    public void Days_include_the_number_of_samples() =>
        Assert.Equal(
            "cycle time median 1 day, 85% within 8.7 (of 10 completions) · age of open improvements median 40.5 days, 85% within 90 (of 1 improvement)",
            FiguresText.DaysLine(new() { CycleDays = new(10, 1, 8.65), OpenDays = new(1, 40.5, 90) })
        );

    [Theory]
    [InlineData(0, "0/week")]
    [InlineData(0.04, "<0.1/week")]
    [InlineData(1 / 3d, "0.3/week")]
    [InlineData(12, "12/week")]
    public void A_pace_is_zero_only_if_it_is_exactly_zero(double pace, string text) =>
        Assert.Equal(text, FiguresText.PerWeek(pace));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.001, "<1%")]
    [InlineData(104.0 / 156, "67%")]
    [InlineData(0.996, ">99%")]
    [InlineData(1, "100%")]
    public void A_rate_is_0_or_100_percent_only_if_it_is_exactly_so(double rate, string text) =>
        Assert.Equal(text, FiguresText.Rate(rate));

    [Theory]
    [InlineData(0, "0 weeks")]
    [InlineData(0.96, "1 week")]
    [InlineData(2.55, "2.6 weeks")]
    [InlineData(24.4, "24 weeks")]
    [InlineData(double.PositiveInfinity, "–")]
    public void A_short_drain_time_has_a_decimal(double weeks, string text) =>
        Assert.Equal(text, FiguresText.Drain(weeks));
}
