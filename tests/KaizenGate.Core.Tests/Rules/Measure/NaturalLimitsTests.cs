using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class NaturalLimitsTests
{
    [Fact]
    public void Values_have_linear_limits() => AssertLimits(2, 2 - 5.32, 2 + 5.32, MetricKind.Value, 1, 3, 1, 3);

    /// <summary>The logarithms to base 2 are 0, 2, 0, 2: the mean is 1, the range 2.</summary>
    [Fact]
    public void Durations_have_limits_in_proportion() =>
        AssertLimits(2, Math.Pow(2, 1 - 5.32), Math.Pow(2, 1 + 5.32), MetricKind.Duration, 1, 4, 1, 4);

    /// <summary>0 counts as 2: the logarithms to base 2 are 2 and 1.</summary>
    [Fact]
    public void A_duration_of_zero_counts_as_half_of_the_shortest() =>
        AssertLimits(
            Math.Pow(2, 1.5),
            Math.Pow(2, 1.5 - 2.66),
            Math.Pow(2, 1.5 + 2.66),
            MetricKind.Duration,
            4,
            0,
            4,
            0
        );

    [Fact]
    public void Durations_of_zero_only_have_limits_of_zero() => AssertLimits(0, 0, 0, MetricKind.Duration, 0, 0, 0);

    /// <summary>√(0.625 + 0.375) is 1, and 2.5² − 0.375 is 5.875; a lower limit below 0 is 0.</summary>
    [Fact]
    public void Counts_have_the_limits_of_rare_events() =>
        AssertLimits(0.625, 0, 5.875, MetricKind.Count, 0, 0, 0, 2, 0, 0, 2, 1);

    /// <summary>√(15.625 + 0.375) is 4: 2.5² − 0.375 and 5.5² − 0.375.</summary>
    [Fact]
    public void Counts_have_a_lower_limit() => AssertLimits(15.625, 5.875, 29.875, MetricKind.Count, 15.625);

    /// <summary>The arcsine of the square root of 50% is 45°, of 75% 60°, of 100% 90°.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Shares_have_limits_between_nothing_and_everything(double whole)
    {
        var steady = NaturalLimits.Of(MetricKind.Share, [0.75 * whole, 0.75 * whole], whole);
        var wild = NaturalLimits.Of(MetricKind.Share, [0, whole, 0, whole], whole);

        Assert.Equal((0.75, 0.75, 0.75), (R(steady.Center), R(steady.Lower), R(steady.Upper)));
        Assert.Equal((0.5, 0, 1), (R(wild.Center), R(wild.Lower), R(wild.Upper)));

        double R(double value) => Math.Round(value / whole, 9);
    }

    private static void AssertLimits(double center, double lower, double upper, MetricKind kind, params double[] values)
    {
        var limits = NaturalLimits.Of(kind, values, 1);

        Assert.Equal(center, limits.Center, 9);
        Assert.Equal(lower, limits.Lower, 9);
        Assert.Equal(upper, limits.Upper, 9);
    }
}
