using System.Collections.Immutable;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Analytics;

public sealed class PeriodComparisonTests
{
    /// <summary>The year begins with its first capture, so each half has 26 weeks: 78 captures and 52 completions.</summary>
    [Fact]
    public void A_period_with_nothing_before_it_is_halved()
    {
        var (now, before) = Spans(YearOfEvidence.Report);

        Assert.Equal((new DateOnly(2025, 7, 7), YearOfEvidence.LastDay), (now.From, now.To));
        Assert.Equal((YearOfEvidence.FirstDay, new DateOnly(2025, 7, 6)), (before.From, before.To));
        Assert.Equal((78, 52, 52), (now.Captured, now.Completed, now.Open));
        Assert.Equal((78, 52, 26), (before.Captured, before.Completed, before.Open));
        Assert.Equal((4, 4), (now.CycleDays.Median, before.CycleDays.Median));
        Assert.Equal((208, 208), (now.HoursSpent.Value, before.HoursSpent.Value));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1)]
    public void A_short_period_is_compared_with_as_many_weeks_before(int weeks)
    {
        var evidence = GeneratedTeam.Of(20, _ => 3, week => week >= 20 - weeks ? 2 : 1);
        var to = GeneratedTeam.LastDay(20);

        var (now, before) = Spans(YearOfEvidence.Of(evidence, GateSettings.Default, to.AddDays(1 - (7 * weeks)), to));

        Assert.Equal((weeks, weeks), (now.Weeks, before.Weeks));
        Assert.Equal((2 * weeks, weeks), (now.Completed, before.Completed));
        Assert.Equal(before.Open + now.Captured - now.Completed, now.Open);
    }

    [Fact]
    public void Less_than_8_weeks_of_a_year_are_not_compared()
    {
        var comparison = Report(7, _ => 1, _ => 1).Comparison!;

        Assert.Null(comparison.Before);
        Assert.Equal("7 of 8 weeks are known", comparison.Missing);
        Assert.Equal(7, comparison.Now.Completed);
    }

    [Fact]
    public void A_report_of_a_year_does_not_compare_single_weeks()
    {
        var to = GeneratedTeam.LastDay(3);

        var comparison = YearOfEvidence
            .Of(GeneratedTeam.Of(3, _ => 1, _ => 1), GateSettings.Default, to.AddDays(-363), to)
            .Comparison!;

        Assert.Equal("3 of 8 weeks are known", comparison.Missing);
    }

    [Fact]
    public void Without_a_history_there_is_no_comparison()
    {
        var report = YearOfEvidence.Of("- [ ] one\n- [x] two\n");

        Assert.True(report.Comparison is null or { Before: null });
        Assert.Equal(Trend.Unknown, report.Trend);
    }

    [Theory]
    [InlineData(3, 1, 3, nameof(Trend.Better))] // 39 completions after 13
    [InlineData(3, 3, 1, nameof(Trend.Worse))] // 13 after 39, and the backlog grows
    [InlineData(2, 2, 2, nameof(Trend.Same))]
    [InlineData(6, 1, 4, nameof(Trend.Mixed))] // more completions, but the backlog grows
    public void A_trend_follows_from_completions_and_growth(int captured, int early, int late, string trend) =>
        Assert.Equal(trend, $"{Report(26, _ => captured, week => week < 13 ? early : late).Trend}");

    [Fact]
    public void A_difference_that_chance_explains_is_not_a_trend() =>
        // 16 completions after 13 are 0.6 standard errors.
        Assert.Equal(Trend.Same, Report(26, _ => 1, week => week is 14 or 17 or 20 ? 2 : 1).Trend);

    [Theory]
    [InlineData(false, 20, "build time above its limit", nameof(Trend.Worse))]
    [InlineData(true, 20, null, nameof(Trend.Better))]
    [InlineData(false, 5, null, nameof(Trend.Better))]
    [InlineData(true, 5, "coverage below its limit", nameof(Trend.Worse))]
    [InlineData(false, 10, null, nameof(Trend.Unknown))]
    public void A_metric_beyond_its_limits_is_a_trend(bool isHigherBetter, double last, string? signal, string trend)
    {
        var metric = new MetricChart("m", new(isHigherBetter ? Better.Higher : Better.Lower))
        {
            Points = [new(YearOfEvidence.LastDay, last, last != 10, null)],
            Lower = 8,
            Mean = 10,
            Upper = 12,
            Signal = signal,
        };

        Assert.Equal(trend, $"{Trends.Of(null, [metric])}");
    }

    [Fact]
    public void Each_backlog_has_its_own_figures()
    {
        var (one, other) = (GeneratedTeam.Of(26, _ => 3, _ => 2)[0], GeneratedTeam.Of(26, _ => 1, _ => 1)[0]);
        one = one with { Backlog = one.Backlog with { File = SourceFile.Named("one/IMPROVEMENTS.md") } };
        other = other with { Backlog = other.Backlog with { File = SourceFile.Named("other/IMPROVEMENTS.md") } };

        var report = YearOfEvidence.Of(
            [one, other],
            GateSettings.Default,
            GeneratedTeam.LastDay(0).AddDays(1),
            GeneratedTeam.LastDay(26)
        );

        Assert.Equal(
            [("one/IMPROVEMENTS.md", 26), ("other/IMPROVEMENTS.md", 0)],
            report.Backlogs.Select(row => (row.File.Path, row.Open))
        );
        Assert.Equal([26, 13], report.Backlogs.Select(row => row.Comparison!.Now.Completed));
        Assert.Equal([26, 13], report.Backlogs.Select(row => row.Comparison!.Before!.Completed));
        Assert.Equal(report.Stock.Open, report.Backlogs.Sum(row => row.Open));
        Assert.Equal(report.Comparison!.Now.Completed, report.Backlogs.Sum(row => row.Comparison!.Now.Completed));
        Assert.All(
            report.Backlogs,
            row =>
                Assert.Equal(
                    report.Verdict.Findings.Any(finding => finding.File == row.File && report.Verdict.FailsBy(finding)),
                    row.Outcome is Outcome.Fail
                )
        );
    }

    private static (SpanFigures Now, SpanFigures Before) Spans(ImprovementReport report) =>
        (report.Comparison!.Now, report.Comparison.Before!);

    private static ImprovementReport Report(int weeks, Func<int, int> captured, Func<int, int> completed) =>
        YearOfEvidence.Of(
            GeneratedTeam.Of(weeks, captured, completed),
            GateSettings.Default,
            GeneratedTeam.LastDay(0).AddDays(1),
            GeneratedTeam.LastDay(weeks)
        );
}
