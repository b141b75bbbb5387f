using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

public sealed class XmrLimitsTests
{
    /// <summary>10, 12, 11, 13, 9: mean 55 ÷ 5 = 11; ranges 2, 1, 2, 4 with mean 9 ÷ 4 = 2.25; 2.66 × 2.25 = 5.985.</summary>
    [Fact]
    public void Limits_lie_2_66_mean_moving_ranges_from_the_mean()
    {
        var limits = XmrLimits.Of([10, 12, 11, 13, 9]);

        Assert.Equal((11, 2.25), (limits.Mean, limits.MovingRange));
        Assert.Equal(16.985, limits.Upper, 1e-12);
        Assert.Equal(5.015, limits.Lower, 1e-12);
    }

    [Fact]
    public void One_value_has_no_range() => Assert.Equal(new XmrLimits(7, 0), XmrLimits.Of([7]));
}
