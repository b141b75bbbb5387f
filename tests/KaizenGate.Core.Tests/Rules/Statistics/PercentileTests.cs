using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

public sealed class PercentileTests
{
    /// <summary>Ten values: the place is 1 + 9 × 0.85 = 8.65, so 8 + 0.65 × (9 − 8); the median lies between the two 5.</summary>
    [Theory]
    [InlineData(0.85, 8.65)]
    [InlineData(0.5, 5)]
    [InlineData(0, 2)]
    [InlineData(1, 12)]
    public void It_lies_between_its_neighbours(double share, double expected) =>
        Assert.Equal(expected, Percentile.Of([9, 2, 3, 12, 4, 5, 3, 6, 8, 5], share)!.Value, 1e-9);

    /// <summary>Of 21 values 0 … 20 the place is 1 + 20 × 0.85 = 18: the value 17, not a hair less.</summary>
    [Fact]
    public void A_place_that_is_a_whole_number_is_that_value() =>
        Assert.Equal(17, Percentile.Of([.. Enumerable.Range(0, 21).Select(number => (double)number)], 0.85));

    [Fact]
    public void One_value_is_every_percentile() => Assert.Equal(7, Percentile.Of([7], 0.85));

    [Fact]
    public void Nothing_has_no_percentile() => Assert.Null(Percentile.Of([], 0.5));
}
