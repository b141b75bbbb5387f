using System.Collections.Immutable;
using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Tests.Analytics;

public sealed class DrainForecastTests
{
    private static readonly DateOnly LastDay = new(2026, 3, 1);

    [Fact]
    public void A_steady_pace_has_one_date()
    {
        var forecast = Of(10, [0, 0, 0, 0, 0, 0, 0, 0], [2, 2, 2, 2, 2, 2, 2, 2]);

        Assert.Equal(DrainOutcome.Dated, forecast.Outcome);
        Assert.All(forecast.Chances, chance => Assert.Equal((5, new DateOnly(2026, 4, 5)), (chance.Weeks, chance.Day)));
    }

    /// <summary>One is left and goes with probability ½ each week: gone by week n with 1 − ½ⁿ, that is 0.5, 0.75, 0.875, 0.9375, 0.969.</summary>
    [Fact]
    public void The_forecast_of_a_fair_coin_has_its_odds()
    {
        var forecast = Of(1, new int[8], [0, 1, 0, 1, 0, 1, 0, 1]);

        Assert.Equal([3, 5], forecast.Chances.Skip(1).Select(chance => chance.Weeks!.Value));
        // The median is at the edge of the first week: 50% of the draws, give or take one in a hundred.
        Assert.InRange(forecast.Chances[0].Weeks!.Value, 1, 2);
    }

    [Fact]
    public void It_agrees_with_the_exact_distribution()
    {
        int[] departures = [0, 3, 1, 2, 0, 5, 1, 1, 2, 0, 1, 4];
        int[] arrivals = [1, 0, 2, 1, 0, 3, 0, 1, 1, 2, 0, 1];

        var forecast = Of(24, arrivals, departures);

        var exact = ExactEnds(24, [.. arrivals.Zip(departures, (come, go) => come - go)], 520);
        foreach (var chance in forecast.Chances)
        {
            var by = exact.Take(chance.Weeks!.Value + 1).Sum();
            var before = by - exact[chance.Weeks.Value];
            // 10,000 draws are off by less than 2 points in a hundred.
            Assert.True(by > chance.Probability - 0.02, $"{chance}: {by}");
            Assert.True(before < chance.Probability + 0.02, $"{chance}: {before}");
        }
    }

    /// <summary>Computed in another language, with the same SplitMix64 and the same seed.</summary>
    [Fact]
    public void The_draws_are_the_same_on_every_machine() =>
        Assert.Equal(
            [60, 142, 226],
            Of(40, [4, 0, 1, 2, 0, 0, 7, 3], [0, 6, 1, 9, 0, 2, 3, 0]).Chances.Select(chance => chance.Weeks!.Value)
        );

    [Fact]
    public void A_forecast_is_repeatable()
    {
        int[] departures = [0, 3, 1, 2, 0, 5, 1, 1];

        Assert.Equal(Of(40, new int[8], departures).Chances, Of(40, new int[8], departures).Chances);
    }

    [Fact]
    public void As_much_arriving_as_leaving_never_ends()
    {
        var forecast = Of(5, [1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 2, 0, 2, 0, 2, 0]);

        Assert.Equal(DrainOutcome.Never, forecast.Outcome);
        Assert.Empty(forecast.Chances);
        Assert.Equal("8 arrived and 8 left in the last 8 weeks", forecast.Missing);
    }

    [Fact]
    public void Nothing_leaving_never_ends() =>
        Assert.Equal("nothing left in the last 8 weeks", Of(5, new int[8], new int[8]).Missing);

    [Fact]
    public void Seven_weeks_are_too_few()
    {
        var forecast = Of(5, new int[7], [1, 1, 1, 1, 1, 1, 1]);

        Assert.Equal((DrainOutcome.NotEvaluated, "7 of 8 whole weeks are known"), (forecast.Outcome, forecast.Missing));
    }

    [Fact]
    public void Nothing_open_needs_no_forecast() =>
        Assert.Equal(DrainOutcome.Empty, Of(0, new int[8], [1, 1, 1, 1, 1, 1, 1, 1]).Outcome);

    /// <summary>One in eight weeks: 600 of them take 4,800 weeks on average.</summary>
    [Fact]
    public void More_than_ten_years_have_no_date() =>
        Assert.All(
            Of(600, new int[8], [0, 0, 0, 0, 0, 0, 0, 1]).Chances,
            chance => Assert.Equal((null, null), (chance.Weeks, chance.Day))
        );

    private static DrainForecast Of(int open, int[] arrivals, int[] departures) =>
        DrainForecast.Of(open, [.. arrivals], [.. departures], LastDay);

    /// <summary>The probability of ending after so many weeks, by following every number of open ones week by week.</summary>
    private static double[] ExactEnds(int open, ImmutableArray<int> changes, int weeks)
    {
        var most = open + (weeks * Math.Max(0, changes.Max()));
        var now = new double[most + 1];
        now[open] = 1;
        var ends = new double[weeks + 1];
        for (var week = 1; week <= weeks; week++)
        {
            var next = new double[most + 1];
            for (var left = 1; left <= most; left++)
            {
                foreach (var change in now[left] > 0 ? changes : [])
                {
                    var chance = now[left] / changes.Length;
                    if (left + change <= 0)
                    {
                        ends[week] += chance;
                    }
                    else if (left + change <= most)
                    {
                        next[left + change] += chance;
                    }
                }
            }

            now = next;
        }

        return ends;
    }
}
