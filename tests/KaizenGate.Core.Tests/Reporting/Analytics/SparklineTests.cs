using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Analytics;

public sealed class SparklineTests
{
    [Fact]
    public void The_greatest_is_the_highest() => Assert.Equal("▁▃▅█", Sparkline.Of([0, 2, 4, 7], 10));

    [Fact]
    public void What_is_not_known_is_blank_and_no_zero() => Assert.Equal("█ ▁", Sparkline.Of([3, null, 0], 10));

    [Fact]
    public void Nothing_but_zeros_lies_on_the_ground() => Assert.Equal("▁▁", Sparkline.Of([0, 0], 10));

    /// <summary>Two columns of (0 + 2) ÷ 2 = 1 and (4 + 10) ÷ 2 = 7: 1 ÷ 7 of 7 steps is the first.</summary>
    [Fact]
    public void Neighbours_share_a_column_where_there_are_too_many() =>
        Assert.Equal("▂█", Sparkline.Of([0, 2, 4, 10], 2));
}
