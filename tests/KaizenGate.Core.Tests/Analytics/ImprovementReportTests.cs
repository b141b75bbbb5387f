using System.Collections.Immutable;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Analytics;

public sealed class ImprovementReportTests
{
    private static readonly ImprovementReport Healthy = Report(
        GeneratedTeam.Of(26, _ => 3, week => week < 6 ? 2 : 4),
        26
    );

    private static readonly ImprovementReport Unhealthy = Report(
        GeneratedTeam.Of(26, _ => 4, week => week < 6 ? 1 : 0),
        26
    );

    /// <summary>78 are captured. 12 are completed in 6 weeks, 4 in each of the next ones, until the 66 that came meanwhile are gone too.</summary>
    [Fact]
    public void A_healthy_team_executes_what_it_identifies()
    {
        Assert.Equal((78, 78), (Healthy.Flow.Identified.Value, Healthy.Flow.Executed.Value));
        Assert.Equal(DrainOutcome.Empty, Healthy.Drain.Outcome);
        Assert.True(Healthy.Weeks[5].Open > Healthy.Weeks[^1].Open);
    }

    [Fact]
    public void An_unhealthy_team_never_drains()
    {
        Assert.Equal(
            (104, 6, 98),
            (Unhealthy.Flow.Identified.Value, Unhealthy.Flow.Executed.Value, Unhealthy.Stock.Open)
        );
        Assert.Equal("nothing left in the last 12 weeks", Unhealthy.TodaysOpen.Missing);
        Assert.Equal(DrainOutcome.Never, Unhealthy.Drain.Outcome);
        Assert.Equal(Outcome.Fail, Unhealthy.Verdict.Outcome);
        Assert.Equal(0, Unhealthy.Weeks[^1].ExecutionRate.Value);
    }

    /// <summary>The hours of half of the completions are summed and counted.</summary>
    [Fact]
    public void Completions_without_hours_are_counted()
    {
        Assert.Equal(
            (39, 78, 156d),
            (Healthy.Investment.Logged, Healthy.Investment.Completed, Healthy.Investment.HoursSpent.Value)
        );
        Assert.Equal(39, Healthy.Accrued.Measured);
    }

    [Fact]
    public void Without_dates_figures_are_missing_instead_of_zero()
    {
        var report = Report(
            [
                new(
                    Sample.Backlog(Sample.Item("a", 8, 2), Sample.Item("b", status: Status.Done)),
                    new NoHistory("write dates", 0, 2)
                ),
            ],
            26
        );

        Assert.Equal((null, "write dates"), (report.Flow.Identified.Value, report.Flow.Identified.Missing));
        Assert.Equal((null, "write dates"), (report.Flow.ExecutionRate.Value, report.Flow.ExecutionRate.Missing));
        Assert.Equal((null, "write dates"), (report.Flow.ArrivalsPerWeek.Value, report.Flow.ArrivalsPerWeek.Missing));
        Assert.Equal(DrainOutcome.NotEvaluated, report.Drain.Outcome);
        Assert.Null(report.Investment.HoursSpent.Value);
        Assert.Null(report.Investment.Completed);
        Assert.Null(report.Accrued.Gross.Value);
        Assert.Null(report.CycleDays.Median);
        Assert.Empty(report.Weeks);
        Assert.Equal((2, 1, 1), (report.Stock.Identified, report.Stock.Executed, report.Stock.Open));
    }

    [Fact]
    public void Pruning_changes_no_figure_of_the_completions()
    {
        var evidence = GeneratedTeam.Of(26, _ => 1, _ => 1)[0];
        var timeline = (Timeline)evidence.History;
        ImmutableArray<Improvement> items =
        [
            .. evidence.Backlog.Improvements.Select(item =>
                item with
                {
                    Category = Sample.Written<Category?>(Category.Quality),
                    MeasuredImpact = Sample.Written(new Measurement(null, 9, 3, "s", true)),
                }
            ),
        ];
        var pruned = timeline with
        {
            Pruned = items.ToDictionary(
                item => item.Key,
                item => StatedOutcome.Completed(StatedOutcome.Of(item), item.Key, item.Id, item.Title)
            ),
        };

        var kept = Report([evidence with { Backlog = Sample.Backlog([.. items]) }], 26);
        var report = Report([evidence with { Backlog = Sample.Backlog(), History = pruned }], 26);

        Assert.Equal(
            kept.Completions.Select(one => one with { Line = null }),
            report.Completions.Select(one => one with { Line = null })
        );
        Assert.Equal(kept.Categories, report.Categories);
        Assert.Equal(kept.Investment, report.Investment);
        Assert.All(report.Completions, one => Assert.Null(one.Line));
    }

    [Fact]
    public void A_completion_that_was_reopened_and_dropped_later_has_no_hours()
    {
        var evidence = GeneratedTeam.Of(26, _ => 1, _ => 1);
        var pruned = evidence[0] with { Backlog = Sample.Backlog() };

        var report = Report([pruned], 26);

        Assert.Equal(26, report.Completions.Length);
        Assert.Equal("item 3", report.Completions[3].Title);
        Assert.Equal(
            "the file no longer has it; move completed improvements to an archive",
            report.Completions[3].Roi.Missing
        );
        Assert.Equal("none of 26 completions has `Time Spent:`", report.Investment.HoursSpent.Missing);
    }

    /// <summary>Weeks are counted back from the last day: of 10 days the first week has 3.</summary>
    [Fact]
    public void The_first_week_may_be_short()
    {
        var to = GeneratedTeam.LastDay(26);

        var report = Report(GeneratedTeam.Of(26, _ => 1, _ => 1), 26, to.AddDays(-9));

        Assert.Equal([3, 7], report.Weeks.Select(week => week.Days));
        Assert.Equal([to.AddDays(-9), to.AddDays(-6)], report.Weeks.Select(week => week.First));
        Assert.Equal(report.Flow.Captured.Value, report.Weeks.Sum(week => week.Captured));
    }

    [Fact]
    public void A_period_is_limited_to_the_age_of_the_backlog()
    {
        var report = Report(GeneratedTeam.Of(26, _ => 1, _ => 1), 26, new DateOnly(2020, 1, 1));

        Assert.Equal(
            (new DateOnly(2025, 1, 6), new DateOnly(2020, 1, 1)),
            (report.Period.From, report.Period.Requested)
        );
        Assert.Null(report.Period.CutShortBy);
        Assert.Equal(26, report.Weeks.Length);
    }

    [Fact]
    public void A_truncated_history_gives_its_reason()
    {
        var evidence = GeneratedTeam.Of(26, _ => 1, _ => 1)[0];
        var cut = evidence with { History = (Timeline)evidence.History with { CutShortBy = "shallow clone" } };

        Assert.Equal("shallow clone", Report([cut], 26, new DateOnly(2020, 1, 1)).Period.CutShortBy);
    }

    /// <summary>At the end of week 6: 24 captured, 6 completed. Later events are ignored.</summary>
    [Fact]
    public void An_earlier_day_shows_the_state_of_that_day()
    {
        var evidence = GeneratedTeam.Of(26, _ => 4, week => week < 6 ? 1 : 0);
        var (from, to) = (GeneratedTeam.LastDay(0).AddDays(1), GeneratedTeam.LastDay(6));

        var report = YearOfEvidence.Of(evidence, GateSettings.Default, from, to, GeneratedTeam.LastDay(26));

        Assert.Equal((24, 6, 18), (report.Stock.Identified, report.Stock.Executed, report.Stock.Open));
        Assert.Equal(18, report.Open.Length);
        Assert.Equal(6 + (7 * 4), report.Open[0].AgeDays);
        Assert.All(report.Open, one => Assert.Null(one.Status));
    }

    [Fact]
    public void Several_backlogs_are_added_up()
    {
        var (one, other) = (GeneratedTeam.Of(26, _ => 3, _ => 2), GeneratedTeam.Of(26, _ => 1, _ => 1));

        var report = Report([one[0], other[0]], 26);

        Assert.Equal((104, 78), (report.Flow.Identified.Value, report.Flow.Executed.Value));
        Assert.Equal((104, 78, 26), (report.Weeks[^1].Identified, report.Weeks[^1].Executed, report.Weeks[^1].Open));
    }

    [Fact]
    public void The_state_at_the_start_of_the_history_is_not_an_arrival()
    {
        var evidence = GeneratedTeam.Of(26, _ => 1, _ => 0)[0];
        var timeline = (Timeline)evidence.History;
        var stock = evidence with
        {
            History = timeline with
            {
                Events = [timeline.Events[0] with { IsFromStart = true }, .. timeline.Events[1..]],
            },
        };

        var report = Report([stock], 26);

        Assert.Equal((25, 26), (report.Flow.Captured.Value, report.Stock.Identified));
        Assert.Equal((0, 1), (report.Weeks[0].Captured, report.Weeks[0].Identified));
        Assert.True(report.Open[0].IsAtLeastThatOld);
    }

    [Fact]
    public void Ages_fall_into_bands()
    {
        var report = Report(GeneratedTeam.Of(26, _ => 1, _ => 0), 26);

        // On the last Sunday the ages are 6, 13, … 181 days.
        Assert.Equal([1, 3, 9, 13, 0, 0], report.AgeBands.Select(band => band.Count));
        Assert.Equal(26, report.AgeBands.Sum(band => band.Count));
    }

    /// <summary>0 counts as half of the least other value, 2, and 4 ÷ 2 is 2.</summary>
    [Fact]
    public void A_metric_of_zero_counts()
    {
        var to = GeneratedTeam.LastDay(26);
        var evidence = GeneratedTeam.Of(26, _ => 1, _ => 1)[0] with
        {
            Recorded =
            [
                new("incidents", [new(to.AddDays(-100), 4, SourceSpan.FileStart), new(to, 0, SourceSpan.FileStart)]),
            ],
        };
        var settings = GateSettings.Default with
        {
            Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add(
                "incidents",
                new(Better.Lower) { Source = "m.csv" }
            ),
        };

        var report = YearOfEvidence.Of([evidence], settings, GeneratedTeam.LastDay(0).AddDays(1), to);

        Assert.Equal(2, report.Compounding[^1].ByMetrics.Value!.Value, 12);
    }

    /// <summary>From 40 to 30 is 40 ÷ 30 better when lower is better, from 10 to 12 is 1.2 times when higher is: together √(1.333 × 1.2) = 1.265.</summary>
    [Fact]
    public void Metrics_are_combined_by_their_geometric_mean()
    {
        var to = GeneratedTeam.LastDay(26);
        MetricSeries Series(string name, double first, double last) =>
            new(name, [new(to.AddDays(-100), first, SourceSpan.FileStart), new(to, last, SourceSpan.FileStart)]);
        var evidence = GeneratedTeam.Of(26, _ => 1, _ => 1)[0] with
        {
            Recorded = [Series("p95", 40, 30), Series("coverage", 10, 12)],
        };
        var settings = GateSettings.Default with
        {
            Metrics = ImmutableDictionary<string, MetricSettings>
                .Empty.Add("p95", new(Better.Lower) { Source = "m.csv" })
                .Add("coverage", new(Better.Higher) { Source = "m.csv" }),
        };

        var report = YearOfEvidence.Of([evidence], settings, GeneratedTeam.LastDay(0).AddDays(1), to);

        Assert.Equal("1.265", $"{report.Compounding[^1].ByMetrics.Value:0.000}");
        Assert.Null(report.Compounding[0].ByMetrics.Value);
        Assert.Equal("needs 6 dated values of \"coverage\" before the latest, found 1", report.Metrics[0].Missing);
    }

    [Fact]
    public void A_metric_with_a_single_value_is_not_compared()
    {
        var to = GeneratedTeam.LastDay(26);
        var evidence = GeneratedTeam.Of(26, _ => 1, _ => 1)[0] with
        {
            Recorded = [new("p95", [new(to.AddDays(-100), 40, SourceSpan.FileStart)])],
        };
        var settings = GateSettings.Default with
        {
            Metrics = ImmutableDictionary<string, MetricSettings>.Empty.Add(
                "p95",
                new(Better.Lower) { Source = "m.csv" }
            ),
        };

        var report = YearOfEvidence.Of([evidence], settings, GeneratedTeam.LastDay(0).AddDays(1), to);

        Assert.Equal("no metric has two values of 0 or more in the period", report.Compounding[^1].ByMetrics.Missing);
    }

    [Fact]
    public void Five_years_of_a_thousand_improvements_are_260_weeks()
    {
        var evidence = GeneratedTeam.Of(260, week => week % 5 == 4 ? 3 : 4, _ => 3);
        var to = GeneratedTeam.LastDay(260);

        var report = YearOfEvidence.Of(evidence, GateSettings.Default, to.AddDays(-1819), to);

        Assert.Equal(260, report.Weeks.Length);
        Assert.Equal((988, 780), (report.Flow.Identified.Value, report.Flow.Executed.Value));
    }

    private static ImprovementReport Report(ImmutableArray<Evidence> evidence, int weeks, DateOnly? from = null) =>
        YearOfEvidence.Of(
            evidence,
            GateSettings.Default,
            from ?? GeneratedTeam.LastDay(0).AddDays(1),
            GeneratedTeam.LastDay(weeks)
        );
}
