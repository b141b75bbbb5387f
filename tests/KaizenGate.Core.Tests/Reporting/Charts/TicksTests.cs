using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Tests.Reporting.Charts;

public sealed class TicksTests
{
    [Fact]
    public void Ticks_are_round_and_enclose_all_values() =>
        Assert.Equal([0, 50, 100, 150, 200], Ticks.FromZero(161).Values);

    [Fact]
    public void Counts_have_ticks_at_whole_numbers() => Assert.Equal([0, 1, 2], Ticks.FromZero(2, whole: true).Values);

    [Fact]
    public void Zeros_have_an_axis() => Assert.Equal([0, 1], Ticks.FromZero(0, whole: true).Values);

    [Fact]
    public void A_step_below_one_has_no_rounding_errors() =>
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4], Ticks.FromZero(0.35).Values);

    [Fact]
    public void Values_far_from_zero_have_ticks_around_them() =>
        Assert.Equal([6, 8, 10, 12], Ticks.Between(6.2, 11.9).Values);

    [Theory]
    [InlineData(5, new[] { 4.5, 5, 5.5 })]
    [InlineData(-5, new[] { -5.5, -5, -4.5 })]
    [InlineData(0, new[] { -1, -0.5, 0, 0.5, 1 })]
    public void A_constant_has_ticks_on_both_sides(double value, double[] marks) =>
        Assert.Equal(marks, Ticks.Between(value, value).Values);
}
