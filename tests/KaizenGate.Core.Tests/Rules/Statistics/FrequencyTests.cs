using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>
/// How often the rules fire, against the tables of <c>docs/statistics.md</c>. The seed is fixed, so a run is the same each
/// time; the tolerance is four standard errors of the simulation and the rounding of the page. With <c>KAIZEN_TESTS_LONG=1</c>
/// ten times as many teams are simulated.
/// </summary>
public sealed class FrequencyTests(ITestOutputHelper output)
{
    private static readonly int Teams = Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 20_000 : 2_000;

    public static TheoryData<string> Rates => [.. StatisticsPage.Table("execution rate").Select(row => row[0])];

    public static TheoryData<string> Lengths => [.. StatisticsPage.Table("values").Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Teams_fail_as_often_as_documented(string rate)
    {
        var random = new Random(20_260_302);
        var (low, growing, endless) = (0, 0, new int[3]);
        for (var number = 0; number < Teams; number++)
        {
            var team = new SimulatedTeam(random, Exact(rate));
            for (var week = 1; week <= 52; week++)
            {
                team.Work();
                if (week is 12)
                {
                    low += Fires(team.Check(LowExecutionRate.Rule), Severity.Error);
                    growing += Fires(team.Check(GrowingBacklog.Rule));
                }

                if (week is 12 or 26 or 52)
                {
                    endless[week / 20] += Fires(team.Check(EndlesslyGrowingBacklog.Rule));
                }
            }
        }

        AssertNear(Row("execution rate", rate), [low, growing, .. endless], Teams);
    }

    /// <summary>Four quarters of each team that do not overlap.</summary>
    [Fact]
    public void A_healthy_team_fails_in_fewer_than_one_quarter_of_a_hundred()
    {
        var random = new Random(301);
        var (failed, quarters) = (0, 0);
        for (var number = 0; number < Teams; number++)
        {
            var team = new SimulatedTeam(random, 2 / 3d);
            for (var week = 1; week <= 48; week++)
            {
                team.Work();
                if (week % 12 == 0)
                {
                    quarters++;
                    failed += Fires(team.Check(LowExecutionRate.Rule), Severity.Error);
                }
            }
        }

        Assert.InRange((double)failed / quarters, 0.0001, 0.0099);
    }

    [Fact]
    public void A_team_that_executes_nothing_always_fails_in_its_first_12_weeks()
    {
        var random = new Random(302);
        for (var number = 0; number < Teams; number++)
        {
            var team = new SimulatedTeam(random, 0);
            var caught = 0;
            for (var week = 1; week <= 12; week++)
            {
                team.Work();
                caught += Fires(team.Check(LowExecutionRate.Rule), Severity.Error);
            }

            Assert.True(caught > 0, $"team {number} was never caught");
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_steady_metric_fires_as_rarely_as_documented(string length)
    {
        const int metrics = 8_000;
        var random = new Random(405);
        var settings = GateSettings.Default with
        {
            Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add("m", new(Better.Lower)),
        };
        var fired = 0;
        for (var number = 0; number < metrics; number++)
        {
            var points = Enumerable
                .Range(0, int.Parse(length))
                .Select(at => new MetricPoint(Sample.AsOf.AddDays(at - 99), Normal(random), default));
            var backlog = Sample.Backlog() with { Metrics = [new("m", [.. points])] };
            fired += Fires(Sample.Check(SystemDegrading.Rule, backlog, settings));
        }

        AssertNear(Row("values", length), [fired], metrics);
    }

    /// <summary>The rates of the page are rounded thirds and sixths.</summary>
    private static double Exact(string rate) => Math.Round(6 * double.Parse(rate.TrimEnd('%')) / 100) / 6;

    private static string[] Row(string header, string first) =>
        StatisticsPage.Table(header).Single(row => row[0] == first);

    private static int Fires(RuleResult[] results, Severity? severity = null) =>
        results.OfType<Violation>().Any(found => severity is null || found.Severity == severity) ? 1 : 0;

    private void AssertNear(string[] row, int[] fired, int trials)
    {
        output.WriteLine($"{row[0]}: {string.Join(" · ", fired.Select(count => $"{100d * count / trials:0.0}"))}");
        for (var column = 0; column < fired.Length; column++)
        {
            var expected = double.Parse(row[column + 1]) / 100;
            var error = Math.Sqrt(Math.Max(expected * (1 - expected), 0.0005) / trials);
            Assert.Equal(expected, (double)fired[column] / trials, (4 * error) + 0.0005);
        }
    }

    /// <summary>A standard normal number by the method of Box and Muller.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
