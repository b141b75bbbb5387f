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

    /// <summary>
    /// One is left and goes in four of eight weeks, so the chance of a week is Beta(4, 4): it is there after n weeks with
    /// 4 ÷ 8 × 5 ÷ 9 × 6 ÷ 10 × …, that is 0.5, 0.278, 0.167, 0.106, 0.071, 0.049. The pace were certain with ½ⁿ.
    /// </summary>
    [Fact]
    public void The_pace_is_drawn_from_its_uncertainty()
    {
        var forecast = Of(1, new int[8], [0, 1, 0, 1, 0, 1, 0, 1]);

        Assert.Equal(4, forecast.Chances[1].Weeks!.Value);
        // 50% and 95% are at the edge of a week, give or take one draw in a hundred.
        Assert.InRange(forecast.Chances[0].Weeks!.Value, 1, 2);
        Assert.InRange(forecast.Chances[2].Weeks!.Value, 6, 7);
    }

    /// <summary>The changes are −2 and 2, and z is 0: a fair walk from 2 is there after n weeks with 1 − P[S ≤ −1], by the reflection principle.</summary>
    [Fact]
    public void A_difference_that_may_be_chance_counts_as_none()
    {
        var forecast = Of(2, [0, 2, 0, 2, 0, 2, 0, 2], [2, 0, 2, 0, 2, 0, 2, 0]);

        var exact = ExactEnds(2, [-2, 2], DrainForecast.MostWeeks);
        Assert.True(forecast.AssumesBalance);
        foreach (var chance in forecast.Chances.Where(chance => chance.Weeks is not null))
        {
            // 10,000 draws are off by less than 2 points in a hundred.
            var by = exact.Take(chance.Weeks!.Value + 1).Sum();
            Assert.True(by > chance.Probability - 0.02, $"{chance}: {by}");
            Assert.True(by - exact[chance.Weeks.Value] < chance.Probability + 0.02, $"{chance}: {by}");
        }
    }

    /// <summary>The changes are −1 seven times and 1 once: z = −6 ÷ √8 = −2.12, and 1 − 1 ÷ z² = 0.778 of the pace continue.</summary>
    [Fact]
    public void A_significant_pace_continues_in_part()
    {
        var all = Of(70, new int[8], [1, 1, 1, 1, 1, 1, 1, 0]);
        var net = Of(70, [0, 0, 0, 0, 0, 0, 0, 1], [1, 1, 1, 1, 1, 1, 1, 0]);

        Assert.Equal((DrainOutcome.Dated, false), (net.Outcome, net.AssumesBalance));
        Assert.InRange(all.Chances[0].Weeks!.Value, 75, 90);
        // 70 ÷ (6 ÷ 8 × 0.778) = 120.
        Assert.InRange(net.Chances[0].Weeks!.Value, 110, 130);
    }

    [Fact]
    public void A_forecast_is_repeatable()
    {
        int[] departures = [0, 3, 1, 2, 0, 5, 1, 1];

        Assert.Equal(Of(40, new int[8], departures).Chances, Of(40, new int[8], departures).Chances);
    }

    /// <summary>z is 5 ÷ √9 = 1.67 with five weeks of growth more than of decline among nine, and 4 ÷ √8 = 1.41 otherwise.</summary>
    [Fact]
    public void It_is_never_only_if_growth_is_more_than_chance()
    {
        var growing = Of(5, [1, 1, 1, 1, 1, 1, 1, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1, 1]);
        var uncertain = Of(5, [1, 1, 1, 1, 1, 1, 0, 0], [0, 0, 0, 0, 0, 0, 1, 1]);

        Assert.Equal(
            (DrainOutcome.Never, "7 arrived and 2 left in the last 9 weeks"),
            (growing.Outcome, growing.Missing)
        );
        Assert.Empty(growing.Chances);
        Assert.Equal((DrainOutcome.Dated, true), (uncertain.Outcome, uncertain.AssumesBalance));
    }

    [Fact]
    public void Nothing_leaving_has_no_date()
    {
        var quiet = Of(5, new int[8], new int[8]);
        var once = Of(5, [0, 0, 0, 9, 0, 0, 0, 0], new int[8]);
        var growing = Of(5, [1, 1, 1, 1, 1, 1, 1, 1], new int[8]);

        Assert.Equal((DrainOutcome.NotEvaluated, "nothing left in the last 8 weeks"), (quiet.Outcome, quiet.Missing));
        Assert.Equal((DrainOutcome.NotEvaluated, "nothing left in the last 8 weeks"), (once.Outcome, once.Missing));
        Assert.Equal(
            (DrainOutcome.Never, "8 arrived and none left in the last 8 weeks"),
            (growing.Outcome, growing.Missing)
        );
    }

    /// <summary>The completions are 1 on average, so √1.375 + 1.5 squared, less 0.375, is 6.8: 40 drops count as 6.</summary>
    [Fact]
    public void A_mass_deletion_is_not_a_pace() =>
        Assert.Equal([1, 4, 7, 1], RecentWeeks.Usual([1, 1, 1, 1], [0, 3, 40, 0]));

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
