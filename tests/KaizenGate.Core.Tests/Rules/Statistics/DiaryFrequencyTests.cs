using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Statistics;

/// <summary>
/// How often teams get the error of KZ313, against the table of <c>docs/statistics.md</c>. The seed is fixed; the tolerance is four
/// standard errors and the rounding of the page. With <c>KAIZEN_TESTS_LONG=1</c> twenty times as many teams are simulated.
/// </summary>
public sealed class DiaryFrequencyTests(ITestOutputHelper output)
{
    private const string Header = "share of diary commits";
    private const double CommitsAWeek = 1.65;

    private static readonly int Teams = Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 4_000 : 200;

    public static TheoryData<string> Shares => [.. StatisticsPage.Table(Header).Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Shares))]
    public void Teams_fail_as_often_as_documented(string share)
    {
        var random = new Random(313);
        var exact = share is "33%" ? 1 / 3d : double.Parse(share.TrimEnd('%')) / 100;
        var (quarter, year) = (0, 0);
        for (var number = 0; number < Teams; number++)
        {
            var week = FirstError(random, exact);
            quarter += week <= 13 ? 1 : 0;
            year += week <= 52 ? 1 : 0;
        }

        output.WriteLine($"{share}: {100d * quarter / Teams:0.0} · {100d * year / Teams:0.0}");
        var row = StatisticsPage.Table(Header).Single(row => row[0] == share);
        AssertNear(row[1], quarter);
        AssertNear(row[2], year);
    }

    private static void AssertNear(string shown, int failed)
    {
        var expected = double.Parse(shown) / 100;
        var error = Math.Sqrt(Math.Max(expected * (1 - expected), 0.0005) / Teams);
        Assert.Equal(expected, (double)failed / Teams, (4 * error) + 0.0005);
    }

    /// <summary>The first week of a year with an error; 53 for none.</summary>
    private static int FirstError(Random random, double share)
    {
        var commits = new List<(int Week, bool IsDiary)>();
        for (var week = 1; week <= 52; week++)
        {
            for (var left = SimulatedTeam.Poisson(random, CommitsAWeek); left > 0; left--)
            {
                commits.Add((week, random.NextDouble() < share));
            }

            var results = DiaryTeam.Check(commits.Select(commit => (7 * (week - commit.Week), commit.IsDiary)));
            if (results is [Violation { Severity: Severity.Error }])
            {
                return week;
            }
        }

        return 53;
    }
}
