using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Tests.Planning;

public class BiasTests
{
    [Fact]
    public void Seven_completions_say_nothing()
    {
        var bias = Bias.Of(Enumerable.Repeat(2.0, 7));

        Assert.Equal(7, bias.Count);
        Assert.Null(bias.Ratio);
        Assert.Null(bias.Low);
    }

    // The ranks are those of the tables of the sign test: C = 0 for n = 8, 1 for 9 to 11, 2 for 12 to 14, 5 for 20 to 22.
    [Theory]
    [InlineData(8, 4.5, 1, 8)]
    [InlineData(9, 5, 2, 8)]
    [InlineData(11, 6, 2, 10)]
    [InlineData(12, 6.5, 3, 10)]
    [InlineData(20, 10.5, 6, 15)]
    public void The_median_has_the_interval_of_the_sign_test(int count, double median, double low, double high)
    {
        var bias = Bias.Of(Enumerable.Range(1, count).Select(number => (double)number).Reverse());

        Assert.Equal((median, low, high), (bias.Ratio, bias.Low, bias.High));
    }

    [Fact]
    public void The_interval_contains_the_true_median_in_95_of_100_samples()
    {
        var random = new Random(3);
        var hits = 0;
        const int samples = 4_000;
        for (var sample = 0; sample < samples; sample++)
        {
            // Log-normal with the median 2.
            var bias = Bias.Of(Enumerable.Range(0, 12).Select(_ => 2 * Math.Exp(Normal(random))));
            hits += bias.Low <= 2 && bias.High >= 2 ? 1 : 0;
        }

        // 96.1% for 12 values.
        Assert.InRange(hits / (double)samples, 0.95, 0.975);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
