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

    /// <summary>3 of one kind for 7 of the other: the interval of 3 of 10, 0.1078 to 0.6032, as odds: 0.1078 ÷ 0.8922, and 1.52, which is above 1.</summary>
    [Fact]
    public void A_ratio_of_a_share_has_the_same_interval_as_odds_up_to_all()
    {
        var rate = Estimate.Ratio(3, 7, "none");

        Assert.Equal(3 / 7d, rate.Value!.Value, 12);
        Assert.Equal(0.1208, rate.Low!.Value, 3);
        Assert.Equal(1, rate.High);
    }

    /// <summary>12 for 60: Wilson's interval of 12 of 72 is 0.09799 to 0.26911, as odds 0.10864 to 0.36819.</summary>
    [Fact]
    public void A_ratio_far_from_all_has_both_limits()
    {
        var rate = Estimate.Ratio(12, 60, "none");

        Assert.Equal(0.10864, rate.Low!.Value, 5);
        Assert.Equal(0.36819, rate.High!.Value, 5);
    }

    /// <summary>More executed than identified is not a share: 0.3968 ÷ 0.6032 or more.</summary>
    [Fact]
    public void A_ratio_above_all_has_no_upper_limit()
    {
        var rate = Estimate.Ratio(7, 3, "none");

        Assert.Equal(0.6578, rate.Low!.Value, 3);
        Assert.Null(rate.High);
    }

    [Fact]
    public void The_interval_of_a_share_is_within_0_and_100_percent()
    {
        for (var part = 0; part <= 40; part++)
        {
            for (var whole = part; whole <= 40; whole++)
            {
                foreach (var rate in new[] { Estimate.Share(part, whole, "-"), Estimate.Ratio(part, whole, "-") })
                {
                    Assert.True(
                        rate.Value is null
                            || (rate.Low >= 0 && rate.Low <= rate.Value && rate.Value <= rate.High && rate.High <= 1),
                        $"{part} of {whole}: {rate}"
                    );
                }
            }
        }
    }

    [Fact]
    public void A_ratio_to_nothing_is_missing() => Assert.Equal("none", Estimate.Ratio(3, 0, "none").Missing);
}
