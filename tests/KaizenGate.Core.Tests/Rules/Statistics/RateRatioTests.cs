using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Rules.Statistics;

public sealed class RateRatioTests
{
    [Fact]
    public void The_example_of_poisson_test_in_R_has_its_values()
    {
        // poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)): the rate of the first to that of the second.
        var ratio = RateRatio.Of(before: 6 + 8 + 7, timeBefore: 1083 + 1050 + 878, after: 11, timeAfter: 800);

        Assert.Equal(1.971488, ratio.Value!.Value, 1e-6);
        Assert.Equal(0.8584264, ratio.Low, 1e-6);
        Assert.Equal(4.277265, ratio.High, 1e-5);
    }

    [Fact]
    public void Without_events_after_the_upper_bound_has_a_closed_form()
    {
        // P[Bin(10, p) = 0] = (1 − p)^10 = 0.025.
        var share = 1 - Math.Pow(0.025, 0.1);
        var ratio = RateRatio.Of(10, 4, 0, 2);

        Assert.Equal((0, 0), (ratio.Value, ratio.Low));
        Assert.Equal(share / (1 - share) * 2, ratio.High, 1e-9);
    }

    [Fact]
    public void Without_events_before_there_is_no_ratio_and_no_upper_bound()
    {
        var ratio = RateRatio.Of(0, 4, 6, 4);

        Assert.Null(ratio.Value);
        Assert.Equal(Math.Pow(0.025, 1 / 6d) / (1 - Math.Pow(0.025, 1 / 6d)), ratio.Low, 1e-9);
        Assert.Equal(double.PositiveInfinity, ratio.High);
    }

    [Fact]
    public void Without_any_event_nothing_is_known()
    {
        var ratio = RateRatio.Of(0, 1, 0, 1);

        Assert.Equal((null, 0, double.PositiveInfinity), (ratio.Value, ratio.Low, ratio.High));
    }

    [Fact]
    public void The_inverse_of_the_ratio_is_the_ratio_of_the_exchanged_rates()
    {
        var (one, other) = (RateRatio.Of(14, 5, 4, 3), RateRatio.Of(4, 3, 14, 5));

        Assert.Equal(1 / one.Low, other.High, 1e-9);
        Assert.Equal(1 / one.High, other.Low, 1e-9);
    }

    [Theory]
    [InlineData(3, 2, 1)]
    [InlineData(6, 4, 0.5)]
    [InlineData(1, 10, 2)]
    public void The_interval_holds_the_true_ratio_in_at_least_95_of_100_teams(double rate, double time, double ratio)
    {
        var random = new Random(4711);
        const int Teams = 4000;
        var held = 0;
        for (var team = 0; team < Teams; team++)
        {
            var found = RateRatio.Of(Poisson(random, rate * time), time, Poisson(random, rate * ratio * 3), 3);
            held += found.Low <= ratio && ratio <= found.High ? 1 : 0;
        }

        Assert.InRange(held / (double)Teams, 0.95, 1);
    }

    private static int Poisson(Random random, double mean)
    {
        var (count, product) = (0, random.NextDouble());
        for (var limit = Math.Exp(-mean); product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
