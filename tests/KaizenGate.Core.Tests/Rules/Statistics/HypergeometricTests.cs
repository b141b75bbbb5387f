using System.Numerics;
using CsCheck;
using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

public sealed class HypergeometricTests
{
    /// <summary>Of 10 things, 4 special, 3 drawn: C(6, 3) ÷ C(10, 3) = 20 ÷ 120; with C(4, 1) × C(6, 2) = 60 more, 80 ÷ 120.</summary>
    [Theory]
    [InlineData(0, 10, 4, 3, 20 / 120d)]
    [InlineData(1, 10, 4, 3, 80 / 120d)]
    [InlineData(3, 10, 4, 3, 1)]
    [InlineData(-1, 10, 4, 3, 0)]
    [InlineData(0, 20, 8, 12, 1 / 125_970d)]
    [InlineData(2, 5, 5, 3, 0)]
    [InlineData(0, 0, 0, 0, 1)]
    public void Small_tails_agree_with_manual_results(
        int successes,
        int all,
        int special,
        int drawn,
        double expected
    ) => Assert.Equal(expected, Hypergeometric.AtMost(successes, all, special, drawn), 1e-12);

    [Fact]
    public void Tails_agree_with_exact_fractions() =>
        Gen.Int[0, 80]
            .SelectMany(all => Gen.Select(Gen.Const(all), Gen.Int[0, all], Gen.Int[0, all], Gen.Int[-1, 80]))
            .Sample(
                (all, special, drawn, successes) =>
                    Math.Abs(
                        Exact(successes, all, special, drawn) - Hypergeometric.AtMost(successes, all, special, drawn)
                    ) < 1e-11
            );

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(5, 6, 1)]
    [InlineData(5, 1, 6)]
    [InlineData(5, -1, 1)]
    [InlineData(5, 1, -1)]
    public void Impossible_numbers_are_refused(int all, int special, int drawn) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.AtMost(0, all, special, drawn));

    private static double Exact(int successes, int all, int special, int drawn)
    {
        BigInteger sum = 0;
        for (var number = 0; number <= successes; number++)
        {
            sum += Choose(special, number) * Choose(all - special, drawn - number);
        }

        return (double)(sum * BigInteger.Pow(10, 20) / Choose(all, drawn)) / 1e20;
    }

    private static BigInteger Choose(int from, int number)
    {
        if (number < 0 || number > from)
        {
            return 0;
        }

        var result = BigInteger.One;
        for (var factor = 1; factor <= number; factor++)
        {
            result = result * (from - number + factor) / factor;
        }

        return result;
    }
}
