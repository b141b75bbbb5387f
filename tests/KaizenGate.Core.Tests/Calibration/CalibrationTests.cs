using System.Collections.Concurrent;
using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Tests.Calibration;

/// <summary>
/// Teams with a known law, checked on every Monday: the healthy ones must rarely fail, the others soon. With
/// <c>KAIZEN_TESTS_LONG=1</c> hundreds of teams of each kind are checked, and the shares themselves must keep the bounds.
/// A short run has a few teams, whose failures are counted: the seeds are fixed, so it does not depend on chance, and if the rules
/// change while the share is exactly at its bound, it fails with a probability below 1 in 10,000 per bound.
/// </summary>
public sealed class CalibrationTests
{
    private const double Chance = 0.0001;
    private const int ShortRun = 6;
    private const int LongRun = 200;
    private const int Years = 50;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1";
    private static readonly ConcurrentDictionary<string, CalibrationRow> Done = new();

    public static TheoryData<string> Names => [.. TeamLaws.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Teams_fail_as_often_as_they_may(string name)
    {
        var row = RowOf(name);
        var (law, count) = (row.Law, row.Lives.Count);

        AssertShare(law.Early, row.Early, "weeks 1 to 13");
        AssertShare(law.Late, row.Late, "weeks 14 to 26");
        if (IsLong && law.CaughtBy is { } week)
        {
            Assert.InRange(row.MedianWeek ?? int.MaxValue, 1, week);
        }

        void AssertShare(double bound, int failed, string when) =>
            Assert.True(
                Keeps(law, bound, failed, count),
                $"{failed} of {count} failed in {when}, the bound is {bound}: {Reasons(row)}"
            );
    }

    /// <summary>The table on the page keeps its own bounds, and a long run prints the same table.</summary>
    [Fact]
    public void The_page_shows_the_last_long_run()
    {
        if (IsLong)
        {
            var rows = TeamLaws.All.Select(law => RowOf(law.Name)).ToList();
            GeneratedPart.Verify(
                CalibrationPage.Path,
                CalibrationPage.Open,
                CalibrationPage.Close,
                CalibrationPage.Text(rows, DayOfPage(rows))
            );
        }

        var page = CalibrationPage.Rows;
        Assert.Equal(TeamLaws.All.Select(law => law.Name), page.Keys);
        Assert.All(
            TeamLaws.All,
            law =>
            {
                var cells = page[law.Name];
                Assert.True(IsWithin(law, law.Early, PercentOf(cells[1])), $"{law.Name}: {cells[1]}");
                Assert.True(IsWithin(law, law.Late, PercentOf(cells[3])), $"{law.Name}: {cells[3]}");
                Assert.True(law.IsHealthy || int.Parse(cells[5]) <= law.CaughtBy, $"{law.Name}: week {cells[5]}");
            }
        );
    }

    private static CalibrationRow RowOf(string name) =>
        Done.GetOrAdd(
            name,
            _ =>
            {
                var law = TeamLaws.All.Single(law => law.Name == name);
                return CalibrationRow.Simulate(law, IsLong ? LongRun : ShortRun, IsLong && law.IsHealthy ? Years : 0);
            }
        );

    /// <summary>Today, or the day on the page if the run of that day printed the same.</summary>
    private static DateOnly DayOfPage(IReadOnlyList<CalibrationRow> rows)
    {
        var text = File.ReadAllText(CalibrationPage.Path);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return Enumerable
            .Range(0, 3_650)
            .Select(back => today.AddDays(-back))
            .FirstOrDefault(day => text.Contains(CalibrationPage.Text(rows, day), StringComparison.Ordinal), today);
    }

    private static bool Keeps(TeamLaw law, double bound, int failed, int count) =>
        IsLong ? IsWithin(law, bound, (double)failed / count)
        : law.IsHealthy ? Binomial.AtMost(count - failed, count, 1 - bound) >= Chance
        : Binomial.AtMost(failed, count, bound) >= Chance;

    private static bool IsWithin(TeamLaw law, double bound, double share) =>
        law.IsHealthy ? share < bound : share >= bound;

    private static double PercentOf(string cell) => double.Parse(cell.TrimEnd('%')) / 100;

    private static string Reasons(CalibrationRow row) =>
        string.Join(
            ", ",
            row.Lives.SelectMany(life => life.Failures.Select(failure => failure.Rule).Distinct())
                .CountBy(rule => rule)
                .Select(rule => $"{rule.Key} failed {rule.Value}")
        );
}
