using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Tests.Analytics;

public sealed class RatesTests
{
    /// <summary>Of 7 of 10, Wilson's interval: (0.7 + 0.19207) ÷ 1.38415 ∓ 1.96 × √(0.021 + 0.0096037) ÷ 1.38415 = 0.64449 ∓ 0.24771.</summary>
    [Fact]
    public void A_share_has_the_interval_of_wilson()
    {
        var rate = Estimate.Share(7, 10, "none");

        Assert.Equal(0.7, rate.Value);
        Assert.Equal(0.3968, rate.Low!.Value, 4);
        Assert.Equal(0.8922, rate.High!.Value, 4);
    }

    [Fact]
    public void A_share_of_nothing_is_missing() => Assert.Equal(Estimate.Without("none"), Estimate.Share(0, 0, "none"));

    [Fact]
    public void All_and_nothing_have_an_exact_limit()
    {
        Assert.Equal(1, Estimate.Share(5, 5, "none").High);
        Assert.Equal(0, Estimate.Share(0, 5, "none").Low);
    }

    /// <summary>7 of one kind for 3 of the other: the interval of 7 of 10, as odds: 0.3968 ÷ 0.6032 and 0.8922 ÷ 0.1078.</summary>
    [Fact]
    public void A_ratio_has_the_same_interval_as_odds()
    {
        var rate = Estimate.Ratio(7, 3, "none");

        Assert.Equal(7 / 3d, rate.Value!.Value, 12);
        Assert.Equal(0.6578, rate.Low!.Value, 3);
        Assert.Equal(8.277, rate.High!.Value, 2);
    }

    [Fact]
    public void A_ratio_to_nothing_is_missing() => Assert.Equal("none", Estimate.Ratio(3, 0, "none").Missing);
}
