using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>A metric with one value per week by a known law; lower is better.</summary>
/// <param name="law">The first cell of a row of the table in <c>docs/statistics.md</c>.</param>
/// <param name="random">The source of its values.</param>
internal sealed class SimulatedMetric(string law, Random random)
{
    private double last = Normal(random);

    public static MetricKind KindOf(string law) =>
        law switch
        {
            "lognormal, as duration" => MetricKind.Duration,
            _ when law.EndsWith("as count", StringComparison.Ordinal) => MetricKind.Count,
            _ => MetricKind.Value,
        };

    /// <summary>Returns the next value.</summary>
    /// <param name="shift">By how many standard deviations its level is worse; of a lognormal one, of its logarithm.</param>
    public double Next(double shift = 0) =>
        law switch
        {
            "normal" => Normal(random) + shift,
            "correlation 0.6" => (last = (0.6 * last) + (0.8 * Normal(random))) + shift,
            "lognormal, as duration" => Math.Exp(Normal(random) + shift),
            "0 or 1 (5%), as count" => random.NextDouble() < 0.05 ? 1 : 0,
            "0 or 1 (20%), as count" => random.NextDouble() < 0.2 ? 1 : 0,
            "Poisson 3, as count" => Poisson(random, 3 + (shift * Math.Sqrt(3))),
            _ => throw new ArgumentOutOfRangeException(nameof(shift), law, null),
        };

    /// <summary>Returns a Poisson number by the method of Knuth.</summary>
    internal static int Poisson(Random random, double mean)
    {
        var (number, product) = (-1, 1d);
        do
        {
            number++;
            product *= random.NextDouble();
        } while (product > Math.Exp(-mean));

        return number;
    }

    /// <summary>A standard normal number by the method of Box and Muller.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
