using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>The computation of an example is in <c>docs/statistics.md</c>.</summary>
public sealed class LevelShiftTests
{
    private static readonly double[] Before = [3, 1, 4, 2, 5, 3, 2, 4, 1, 5, 2, 4];
    private static readonly double[] After = [6, 4, 7, 5, 6, 8, 5, 7];

    [Fact]
    public void Equal_values_have_no_distance() => Assert.Equal(0, LevelShift.StandardErrors([7, 7, 7], [7, 7]));

    [Fact]
    public void A_lower_level_has_a_negative_distance()
    {
        double[] Negative(double[] values) => [.. values.Select(value => -value)];

        var distance = LevelShift.StandardErrors(Before, After);

        Assert.InRange(distance, 2, 4);
        Assert.Equal(-distance, LevelShift.StandardErrors(Negative(Before), Negative(After)), 12);
    }

    [Fact]
    public void The_scale_does_not_matter()
    {
        double[] Powers(double[] values) => [.. values.Select(value => Math.Pow(10, value))];

        Assert.Equal(
            LevelShift.StandardErrors(Before, After),
            LevelShift.StandardErrors(Powers(Before), Powers(After)),
            12
        );
    }

    /// <summary>
    /// The ranks 2, 2, 2, 5, 5, 5 around 3.5 have the products 4 × 2.25 − 2.25 and the squares 6 × 2.25: φ is 0.5, and with
    /// (1 + 4 × 0.5) ÷ 6 more the most, 0.9. v(6) = 1 + 2 (0.9 × 5 + 0.81 × 4 + 0.729 × 3 + 0.6561 × 2 + 0.59049) ÷ 6 = 4.9432,
    /// and v(2) = 1.9. All ranks have the variance (3 × 2.5² + 3 × 0.5² + 2 × 3²) ÷ 7 = 5.3571, and the distance is
    /// 4 ÷ √(5.3571 × (4.9432 ÷ 6 + 1.9 ÷ 2)) = 1.2976.
    /// </summary>
    [Fact]
    public void Values_that_resemble_their_neighbours_are_less_evidence()
    {
        Assert.Equal(1.2976, LevelShift.StandardErrors([1, 1, 1, 2, 2, 2], [3, 3]), 4);
        // Alternating values count as independent: 4 ÷ √(5.3571 × (1 ÷ 6 + 1 ÷ 2)).
        Assert.Equal(2.1166, LevelShift.StandardErrors([1, 2, 1, 2, 1, 2], [3, 3]), 4);
    }
}
