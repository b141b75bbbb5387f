using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>
/// How often the rules fire, against the tables of <c>docs/statistics.md</c>. The seed is fixed, so a run is the same each
/// time; the tolerance is four standard errors of the simulation and the rounding of the page. With <c>KAIZEN_TESTS_LONG=1</c>
/// twenty times as many teams are simulated.
/// </summary>
public sealed class FrequencyTests(ITestOutputHelper output)
{
    private static readonly int Teams = Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 20_000 : 1_000;

    public static TheoryData<string> Rates => [.. StatisticsPage.Table("execution rate").Select(row => row[0])];

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
    public void Of_a_thousand_teams_that_execute_nothing_one_does_not_fail_in_its_first_12_weeks()
    {
        var random = new Random(302);
        var missed = 0;
        for (var number = 0; number < Teams; number++)
        {
            var team = new SimulatedTeam(random, 0);
            var caught = 0;
            for (var week = 1; week <= 12; week++)
            {
                team.Work();
                caught += Fires(team.Check(LowExecutionRate.Rule), Severity.Error);
            }

            missed += caught == 0 ? 1 : 0;
        }

        Assert.InRange(missed, 0, Teams / 1000);
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
        StatisticsPage.AssertNear(row[1..], fired, trials);
    }
}
