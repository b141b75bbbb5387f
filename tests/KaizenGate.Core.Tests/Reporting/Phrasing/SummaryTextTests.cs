using System.Collections.Immutable;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Phrasing;

public sealed class SummaryTextTests
{
    private static ImprovementReport Year => YearOfEvidence.Report;

    [Fact]
    public void A_year_in_three_sentences() =>
        Assert.Equal(
            [
                "Getting worse: 52 improvements were completed in the last 26 weeks and 52 in the 26 weeks before; the backlog grew from 26 to 52.",
                "What it brought: 104 improvements were completed in 52 weeks; 225 hours saved for 416 hours spent (stated by 35 of 104).",
                "What is stuck: 39 of 52 active improvements are older than 90 days; the oldest is “Improvement number 3” with 363 days; the backlog grows, as 36 arrived and 24 left in the last 12 weeks.",
            ],
            SummaryText.Of(Year).Select(one => one.ToString())
        );

    [Fact]
    public void Without_a_history_they_say_what_is_missing() =>
        Assert.Equal(
            [
                "Not known yet whether it gets better: there is nothing to compare with (dates are missing from 2 of 2 improvements; add `Captured:` and `Completed:` dates).",
                "What it brought: unknown without a history.",
                "What is stuck: unknown, because no active improvement has a known capture.",
            ],
            SummaryText.Of(YearOfEvidence.Of("- [ ] one\n- [x] two\n")).Select(one => one.ToString())
        );

    [Fact]
    public void An_empty_backlog_has_nothing_stuck() =>
        Assert.Equal(
            "nothing, because nothing is open.",
            SummaryText.Stuck(YearOfEvidence.Of("# Improvement Backlog\n")).Facts
        );

    [Theory]
    [InlineData(1.256, "; the metrics are 26% better than at the start")]
    [InlineData(0.9, "; the metrics are 10% worse than at the start")]
    [InlineData(1.001, "; the metrics are as at the start")]
    [InlineData(null, "")]
    public void Metrics_are_named_if_they_were_measured(double? factor, string ending)
    {
        var report = Year with
        {
            Compounding =
            [
                Year.Compounding[^1] with
                {
                    ByMetrics = factor is { } known ? Figure.Of(known) : Figure.Without("no metric is declared"),
                },
            ],
        };

        Assert.EndsWith($"(stated by 35 of 104){ending}.", SummaryText.Brought(report).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void Completions_without_hours_brought_what_they_measured()
    {
        var report = Year with { Accrued = Year.Accrued with { HoursSaved = Figure.Without("none") } };

        Assert.Equal(
            "104 improvements were completed in 52 weeks; none says what it saves or has a measured result.",
            SummaryText.Brought(report).Facts
        );
        Assert.Equal(
            "1 improvement was completed in 52 weeks; 1 of 1 has a measured result, and none says how much time it saves.",
            SummaryText
                .Brought(report with { Completions = [Year.Completions[0] with { Measured = "p95 4 s -> 2 s" }] })
                .Facts
        );
    }

    [Fact]
    public void Deferred_items_are_not_stuck()
    {
        var report = Year with { Open = [.. Year.Open.Select(one => one with { Status = Status.Deferred })] };

        Assert.Equal("nothing; all that is open is deferred.", SummaryText.Stuck(report).Facts);
    }

    [Fact]
    public void A_metric_that_got_worse_is_named()
    {
        var metric = new MetricChart("Build time", new(Better.Lower)) { Signal = "above its limit" };
        var report = Year with { Metrics = [metric] };

        Assert.EndsWith("; Build time got worse.", SummaryText.Better(report).Facts, StringComparison.Ordinal);
        Assert.EndsWith(
            "; 3 metrics got worse.",
            SummaryText.Better(report with { Metrics = [metric, metric, metric] }).Facts,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_long_title_is_cut()
    {
        var report = Year with { Open = [.. Year.Open.Select(one => one with { Title = new string('x', 500) })] };

        Assert.InRange(SummaryText.Stuck(report).Facts.Length, 100, 260);
    }
}
