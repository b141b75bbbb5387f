using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Tests.Analytics;

/// <summary>The figures of a whole year.</summary>
public sealed class YearOfEvidenceTests
{
    private static readonly ImprovementReport Report = YearOfEvidence.Report;

    [Fact]
    public void It_counts_what_was_identified_and_executed()
    {
        Assert.Equal(156, Report.Flow.Identified.Value);
        Assert.Equal(104, Report.Flow.Executed.Value);
        Assert.Equal("67%", $"{Report.Flow.ExecutionRate.Value:0%}");
    }

    [Fact]
    public void The_totals_agree_with_the_period()
    {
        Assert.Equal((156, 104, 52), (Report.Stock.Identified, Report.Stock.Executed, Report.Stock.Open));
        Assert.Equal(2 / 3d, Report.Stock.ExecutionRate.Value!.Value, 12);
    }

    [Fact]
    public void It_counts_per_week()
    {
        Assert.Equal(3, Report.Flow.ArrivalsPerWeek.Value);
        Assert.Equal(2, Report.Flow.DeparturesPerWeek.Value);
        Assert.Equal(52, Report.Weeks.Length);
        Assert.All(Report.Weeks, week => Assert.Equal((7, 3, 2), (week.Days, week.Captured, week.Departed)));
        Assert.Equal((30, 20, 10), (Report.Weeks[9].Identified, Report.Weeks[9].Executed, Report.Weeks[9].Open));
    }

    [Fact]
    public void It_counts_completions_by_category() =>
        Assert.Equal(
            [
                (Category.Performance, 35, "34%"),
                (Category.Quality, 28, "27%"),
                (Category.DeveloperExperience, 23, "22%"),
                (Category.TechnicalDebt, 18, "17%"),
            ],
            Report.Categories.Select(one => (one.Category!.Value, one.Completed, $"{one.Share:0%}"))
        );

    /// <summary>35 × 15 minutes are 525 minutes, 8.75 hours a week.</summary>
    [Fact]
    public void It_sums_the_time_saved_per_week_of_a_category()
    {
        Assert.Equal(525, 60 * Report.Categories[0].HoursSavedPerWeek.Value!.Value, 9);
        Assert.Null(Report.Categories[1].HoursSavedPerWeek.Value);
    }

    /// <summary>104 × 4 hours are what a fifth of 52 weeks of 40 hours is.</summary>
    [Fact]
    public void It_compares_the_hours_spent_with_the_capacity()
    {
        Assert.Equal(416, Report.Investment.HoursSpent.Value);
        Assert.Equal(416, Report.Investment.CapacityHours, 9);
        Assert.Equal(0.2, Report.Investment.ShareOfWorkingTime.Value!.Value, 12);
        Assert.Equal((104, 104), (Report.Investment.Logged, Report.Investment.Completed));
    }

    /// <summary>525 minutes × 52 are 27,300 minutes, 455 hours; 455 ÷ 416 = 1.094, and (455 − 416) ÷ 416 = 9.4%.</summary>
    [Fact]
    public void At_full_pace_the_return_is_positive()
    {
        Assert.Equal(455, Report.AtFullPace.HoursSaved.Value!.Value, 9);
        Assert.Equal("1.09", $"{Report.AtFullPace.Gross.Value:0.00}");
        Assert.Equal("9%", $"{Report.AtFullPace.Net.Value:0%}");
    }

    /// <summary>40 minutes of planning in each of 52 weeks are 34.67 hours: 455 ÷ 450.67 = 1.0096.</summary>
    [Fact]
    public void Planning_hours_are_computed_separately()
    {
        Assert.Equal("34.67", $"{Report.Investment.PlanningHours:0.00}");
        Assert.Equal("1.01", $"{Report.AtFullPace.GrossWithPlanning.Value:0.00}");
        Assert.Equal("1%", $"{Report.AtFullPace.NetWithPlanning.Value:0%}");
    }

    /// <summary>
    /// What is done on the Sunday of week w saves a quarter of an hour in each of the 52 − w weeks that are left. An even ramp,
    /// 8.75 ÷ 52 hours more each week, saves 8.75 ÷ 52 × (51 + 50 + … + 0) = 8.75 × 25.5 = 223.1 hours, 0.536 of 416.
    /// </summary>
    [Fact]
    public void Time_saved_accrues_from_the_day_of_completion()
    {
        var byHand = 0d;
        for (var number = 0; number < 104; number++)
        {
            byHand += YearOfEvidence.IsPerformance(number) ? 0.25 * (52 - ((number / 2) + 1)) : 0;
        }

        Assert.Equal(byHand, Report.Accrued.HoursSaved.Value!.Value, 9);
        Assert.Equal("0.54", $"{8.75 * 25.5 / 416:0.00}");
        Assert.Equal("0.54", $"{Report.Accrued.Gross.Value:0.00}");
        Assert.Equal("-46%", $"{Report.Accrued.Net.Value:0%}");
        Assert.Equal(35, Report.Accrued.Measured);
    }

    /// <summary>4 hours ÷ a quarter of an hour a week.</summary>
    [Fact]
    public void An_improvement_has_paid_back_when_it_saved_what_it_cost()
    {
        var first = Report.Completions.First(one => one.HoursSavedPerWeek is not null);

        Assert.Equal(16, first.PaybackWeeks.Value);
        Assert.Equal(first.HoursSaved / 4, first.Roi.Value);
    }

    [Fact]
    public void Percentiles_of_days_are_exact()
    {
        Assert.Equal(new Spread(104, 4, 4, 4, null), Report.CycleDays);
        Assert.Equal(new Spread(104, 6, 6, 6, null), Report.LeadDays);
        Assert.Equal(52, Report.AgeDays.Count);
        Assert.Equal(6 + (7 * 25.5), Report.AgeDays.Median);
    }

    /// <summary>52 open at 2 a week, every week the same.</summary>
    [Fact]
    public void The_open_improvements_take_half_a_year() =>
        Assert.All(
            Report.TodaysOpen.Chances,
            chance => Assert.Equal((26, new DateOnly(2026, 7, 5)), (chance.Weeks, chance.Day))
        );

    [Fact]
    public void The_backlog_never_drains_when_more_arrives_than_leaves()
    {
        Assert.Equal(DrainOutcome.Never, Report.Drain.Outcome);
        Assert.Equal("36 arrived and 24 left in the last 12 weeks", Report.Drain.Missing);
    }

    /// <summary>1.01⁵² = 1.678; 8.75 hours on top of 40 are 1.219.</summary>
    [Fact]
    public void The_measured_improvement_is_compared_with_one_percent_per_week()
    {
        var last = Report.Compounding[^1];

        Assert.Equal("1.678", $"{last.OnePercent:0.000}");
        Assert.Equal("1.219", $"{last.ByHours.Value:0.000}");
        Assert.Equal("no metric is declared", last.ByMetrics.Missing);
        Assert.Equal(
            (0d, 1d, 1d),
            (Report.Compounding[0].Weeks, Report.Compounding[0].OnePercent, Report.Compounding[0].ByHours.Value)
        );
    }

    /// <summary>In 12 weeks 36 captures and 24 completions: Wilson's interval of 24 ÷ 60 is 28.6% to 52.6%, as odds 0.40 to 1.11, which ends at all.</summary>
    [Fact]
    public void The_rate_over_time_has_its_interval()
    {
        var rate = Report.Weeks[^1].ExecutionRate;

        Assert.Equal(2 / 3d, rate.Value!.Value, 12);
        Assert.Equal(("0.40", "1.00"), ($"{rate.Low:0.00}", $"{rate.High:0.00}"));
        Assert.Equal("3 of 4 weeks are known", Report.Weeks[2].ExecutionRate.Missing);
    }
}
