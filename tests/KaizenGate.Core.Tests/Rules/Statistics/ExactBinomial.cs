using System.Numerics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>Binomial tails in exact fractions, for comparison with floating point.</summary>
internal static class ExactBinomial
{
    /// <summary>
    /// P[Bin(trials, part ÷ whole) ≤ successes]: the sum of C(trials, i) × part^i × (whole − part)^(trials − i), divided
    /// by whole^trials; correct to 17 digits.
    /// </summary>
    public static double AtMost(int successes, int trials, int part, int whole)
    {
        var term = BigInteger.Pow(whole - part, trials);
        var sum = term;
        for (var number = 1; number <= successes; number++)
        {
            term = term * (trials - number + 1) * part / ((BigInteger)number * (whole - part));
            sum += term;
        }

        var scaled = sum * BigInteger.Pow(10, 40) / BigInteger.Pow(whole, trials);
        return double.Parse($"{scaled}e-40");
    }
}
