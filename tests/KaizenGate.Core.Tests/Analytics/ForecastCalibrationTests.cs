using System.Collections.Immutable;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Tests.Rules.Statistics;

namespace KaizenGate.Core.Tests.Analytics;

/// <summary>
/// How many simulated teams keep the 85% dates, against the table of <c>docs/report.md</c>. The seed is fixed, so a run is the
/// same each time; the tolerance is four standard errors. With <c>KAIZEN_TESTS_LONG=1</c> twenty times as many teams are simulated.
/// </summary>
public sealed class ForecastCalibrationTests(ITestOutputHelper output)
{
    private const int Weeks = 12;
    private static readonly DateOnly LastDay = new(2026, 3, 1);
    private static readonly int Teams = Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 4_000 : 200;

    public static TheoryData<string> Cases => [.. Table.Select(row => row[1])];

    private static IReadOnlyList<string[]> Table => StatisticsPage.Table("forecast", "report.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Teams_keep_as_many_dates_as_documented(string team)
    {
        var row = Table.Single(row => row[1] == team);
        var random = new Random(85);
        var (dated, kept) = (0, 0);
        for (var number = 0; number < Teams; number++)
        {
            var (forecast, weeks) = team switch
            {
                "60 open, 3 done per week" => Fifo(random, 60, 3),
                "10 open, one done in two weeks" => Fifo(random, 10, 0.5),
                "6 open, 3 captured and done per week" => Balanced(random, 6, 3),
                _ => HighestFirst(random, 60, 3),
            };
            if (forecast.Chances.FirstOrDefault(chance => chance.Probability is 0.85) is { Weeks: { } most })
            {
                dated++;
                kept += weeks <= most ? 1 : 0;
            }
        }

        output.WriteLine($"| {team} | {100d * dated / Teams:0.0} | {100d * kept / dated:0.0} |");
        StatisticsPage.AssertNear(row[2..3], [dated], Teams);
        StatisticsPage.AssertNear(row[3..4], [kept], dated);
    }

    [Fact]
    public void Of_the_documented_dates_eighty_to_ninety_percent_are_kept() =>
        Assert.All(Table, row => Assert.InRange(double.Parse(row[3]), 80, 90));

    private static (DrainForecast Forecast, int Weeks) Fifo(Random random, int open, double pace)
    {
        var departures = Sample(random, pace);
        return (
            DrainForecast.Of(open, [.. departures.Select(_ => 0)], departures, LastDay, 1_000),
            Until(open, () => -SimulatedMetric.Poisson(random, pace))
        );
    }

    private static (DrainForecast Forecast, int Weeks) Balanced(Random random, int open, double pace) =>
        (
            DrainForecast.Of(open, Sample(random, pace), Sample(random, pace), LastDay, 1_000),
            Until(open, () => SimulatedMetric.Poisson(random, pace) - SimulatedMetric.Poisson(random, pace))
        );

    /// <summary>The team has worked for half a year, so its stock are the low scores.</summary>
    private static (DrainForecast Forecast, int Weeks) HighestFirst(Random random, int stock, double pace)
    {
        var open = new PriorityQueue<double, double>();
        for (var number = 0; number < stock; number++)
        {
            Capture();
        }

        var captured = new List<double>[26];
        var done = new int[26];
        for (var week = 0; week < 26; week++)
        {
            captured[week] = [.. Enumerable.Range(0, SimulatedMetric.Poisson(random, pace)).Select(_ => Capture())];
            for (var left = SimulatedMetric.Poisson(random, pace); left > 0 && open.Count > 0; left--)
            {
                open.Dequeue();
                done[week]++;
            }
        }

        double[] highest = [.. open.UnorderedItems.Select(one => one.Element).OrderDescending().Take(10)];
        if (highest.Length == 0)
        {
            return (DrainForecast.Without(0, ""), 0);
        }

        ImmutableArray<int> outranking =
        [
            .. captured[^Weeks..].Select(week => week.Count(score => score > highest[^1])),
        ];
        return (
            DrainForecast.Of(highest.Length, outranking, [.. done[^Weeks..]], LastDay, 1_000),
            Until(
                highest.Length,
                () =>
                    Enumerable
                        .Range(0, SimulatedMetric.Poisson(random, pace))
                        .Count(_ => random.NextDouble() > highest[^1]) - SimulatedMetric.Poisson(random, pace)
            )
        );

        double Capture()
        {
            var score = random.NextDouble();
            open.Enqueue(score, -score);
            return score;
        }
    }

    private static ImmutableArray<int> Sample(Random random, double pace) =>
        [.. Enumerable.Range(0, Weeks).Select(_ => SimulatedMetric.Poisson(random, pace))];

    /// <summary>The weeks until nothing is left; longer than ten years is later than any date.</summary>
    private static int Until(int open, Func<int> change)
    {
        var weeks = 0;
        for (var left = open; left > 0 && weeks <= DrainForecast.MostWeeks; weeks++)
        {
            left += change();
        }

        return weeks;
    }
}
