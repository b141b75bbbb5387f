using CsCheck;
using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

public sealed class BinomialTests
{
    /// <summary>By hand: 1/32; 6/32; 638/1024; 1 − 1/32; (2/3)³ = 8/27; (2/3)³ + 3 × (1/3)(2/3)² = 20/27.</summary>
    [Theory]
    [InlineData(0, 5, 1 / 2d, 1 / 32d)]
    [InlineData(1, 5, 1 / 2d, 6 / 32d)]
    [InlineData(5, 10, 1 / 2d, 638 / 1024d)]
    [InlineData(4, 5, 1 / 2d, 31 / 32d)]
    [InlineData(0, 3, 1 / 3d, 8 / 27d)]
    [InlineData(1, 3, 1 / 3d, 20 / 27d)]
    public void Small_tails_agree_with_manual_results(int successes, int trials, double probability, double expected) =>
        Assert.Equal(expected, Binomial.AtMost(successes, trials, probability), 1e-15);

    /// <summary>Summed in exact fractions by another program, and rounded to 17 digits there.</summary>
    [Theory]
    [InlineData(1, 13, 1 / 3d, 3.8536733146294695e-02)]
    [InlineData(2, 14, 1 / 3d, 1.0533373726653884e-01)]
    [InlineData(9, 45, 1 / 3d, 3.6968546434070680e-02)]
    [InlineData(10, 46, 1 / 3d, 6.1703910488756814e-02)]
    [InlineData(24, 60, 1 / 3d, 8.8990527159728516e-01)]
    [InlineData(52, 208, 1 / 3d, 5.7626782384252338e-03)]
    [InlineData(2, 14, 1 / 2d, 6.4697265625000000e-03)]
    [InlineData(3, 17, 1 / 2d, 6.3629150390625000e-03)]
    [InlineData(6, 42, 1 / 2d, 1.4144388842396438e-06)]
    [InlineData(24, 60, 1 / 2d, 7.7500952001630305e-02)]
    [InlineData(104, 260, 1 / 2d, 7.5659776740513718e-04)]
    [InlineData(400, 900, 1 / 2d, 4.7822206845947305e-04)]
    [InlineData(7, 40, 1 / 4d, 1.8195415400058296e-01)]
    public void Tails_agree_with_another_program(int successes, int trials, double probability, double expected) =>
        Assert.Equal(1, Binomial.AtMost(successes, trials, probability) / expected, 1e-12);

    [Theory]
    [InlineData(-1, 10, 0.5, 0)]
    [InlineData(10, 10, 0.5, 1)]
    [InlineData(11, 10, 0.5, 1)]
    [InlineData(0, 0, 0.5, 1)]
    [InlineData(9, 10, 0, 1)]
    [InlineData(9, 10, 1, 0)]
    public void The_ends_are_certain(int successes, int trials, double probability, double expected) =>
        Assert.Equal(expected, Binomial.AtMost(successes, trials, probability));

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(3, -0.1)]
    [InlineData(3, 1.1)]
    [InlineData(3, double.NaN)]
    public void An_invalid_distribution_is_rejected(int trials, double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.AtMost(1, trials, probability));

    [Fact]
    public void It_agrees_with_exact_fractions() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[0, 400], Gen.Int[1, 9])
            .Sample(
                (trials, successes, part) =>
                {
                    var number = Math.Min(successes, trials - 1);
                    var exact = ExactBinomial.AtMost(number, trials, part, 10);
                    Assert.Equal(exact, Binomial.AtMost(number, trials, part / 10d), 1e-12);
                },
                iter: 300
            );

    [Theory]
    [InlineData(6_500, 20_000)]
    [InlineData(6_667, 20_000)]
    [InlineData(6_900, 20_000)]
    public void It_agrees_with_exact_fractions_for_many_trials(int successes, int trials) =>
        Assert.Equal(ExactBinomial.AtMost(successes, trials, 1, 3), Binomial.AtMost(successes, trials, 1 / 3d), 1e-10);

    /// <summary>(2/3)^60 = 2^60 / 3^60 = 2.7196…e-11; the sum must not lose it among larger terms.</summary>
    [Fact]
    public void A_deep_tail_keeps_its_digits()
    {
        var expected = Math.Pow(2, 60) / Math.Pow(3, 60);
        Assert.Equal(1, Binomial.AtMost(0, 60, 1 / 3d) / expected, 1e-13);
    }

    [Fact]
    public void A_fair_coin_is_symmetrical_for_a_hundred_thousand_trials() =>
        Assert.Equal(0.5, Binomial.AtMost(49_999, 99_999, 0.5), 1e-11);

    [Fact]
    public void A_tail_too_deep_for_a_double_is_zero() => Assert.Equal(0, Binomial.AtMost(0, 100_000, 0.5));
}
