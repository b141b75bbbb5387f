using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Analytics;

public sealed class SparklineTests
{
    [Fact]
    public void The_greatest_number_has_the_highest_column() => Assert.Equal("▁▃▅█", Sparkline.Of([0, 2, 4, 7], 10));

    [Fact]
    public void An_unknown_number_is_a_space() => Assert.Equal("█ ▁", Sparkline.Of([3, null, 0], 10));

    [Fact]
    public void Zeros_have_the_lowest_column() => Assert.Equal("▁▁", Sparkline.Of([0, 0], 10));

    /// <summary>Two columns of (0 + 2) ÷ 2 = 1 and (4 + 10) ÷ 2 = 7: 1 ÷ 7 of 7 steps is the first.</summary>
    [Fact]
    public void Adjacent_numbers_are_averaged_beyond_the_width() => Assert.Equal("▂█", Sparkline.Of([0, 2, 4, 10], 2));
}
