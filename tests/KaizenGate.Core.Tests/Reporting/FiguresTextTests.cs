using KaizenGate.Checking;

namespace KaizenGate.Reporting;

public sealed class FiguresTextTests
{
    [Fact]
    public void What_is_not_known_is_a_dash() =>
        Assert.Equal(
            "0 open · 0 identified · 0 executed · execution rate – · drain time –",
            FiguresText.Line(Figures.None)
        );

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.001, "<1%")]
    [InlineData(104.0 / 156, "67%")]
    [InlineData(0.996, ">99%")]
    [InlineData(1, "100%")]
    public void A_rate_is_nothing_or_all_only_when_it_is(double rate, string text) =>
        Assert.Equal(text, FiguresText.Rate(rate));

    [Theory]
    [InlineData(0, "0 weeks")]
    [InlineData(0.96, "1 week")]
    [InlineData(2.55, "2.6 weeks")]
    [InlineData(24.4, "24 weeks")]
    [InlineData(double.PositiveInfinity, "–")]
    public void A_drain_time_is_as_exact_as_it_is_short(double weeks, string text) =>
        Assert.Equal(text, FiguresText.Drain(weeks));
}
