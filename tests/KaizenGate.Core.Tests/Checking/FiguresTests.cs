using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Rules;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Checking;

public sealed class FiguresTests
{
    /// <summary>Two to do, one in progress, one deferred, three done, one rejected; two more done and one more rejected in the archive.</summary>
    private static readonly Backlog Mixed = Sample.Backlog(
        Sample.Item("a"),
        Sample.Item("b"),
        Sample.Item("c", status: Status.InProgress),
        Sample.Item("d", status: Status.Deferred),
        Sample.Item("e", status: Status.Done),
        Sample.Item("f", status: Status.Done),
        Sample.Item("g", status: Status.Done),
        Sample.Item("h", status: Status.Rejected)
    ) with
    {
        Archive = Sample.Backlog(
            Sample.Item("i", status: Status.Done),
            Sample.Item("j", status: Status.Done),
            Sample.Item("k", status: Status.Rejected)
        ),
    };

    [Fact]
    public void A_file_is_counted_by_status_and_with_its_archive_for_the_rate()
    {
        var figures = TestRules.Check(Mixed).Figures;
        Assert.Equal((4, 3, 1), (figures.Open, figures.Active, figures.InProgress));
        Assert.Equal((3, 1, 1), (figures.Done, figures.Deferred, figures.Rejected));
        Assert.Equal((9, 5), (figures.Identified, figures.Executed));
        Assert.Equal(5.0 / 9, figures.ExecutionRate);
    }

    [Fact]
    public void A_deferred_item_stays_in_the_execution_rate() =>
        Assert.Equal(
            0.5,
            TestRules
                .Check(Sample.Backlog(Sample.Item("a", status: Status.Deferred), Sample.Item("b", status: Status.Done)))
                .Figures.ExecutionRate
        );

    [Fact]
    public void A_rejected_item_leaves_the_execution_rate() =>
        Assert.Equal(
            1,
            TestRules
                .Check(Sample.Backlog(Sample.Item("a", status: Status.Rejected), Sample.Item("b", status: Status.Done)))
                .Figures.ExecutionRate
        );

    [Fact]
    public void An_empty_file_has_no_rate() => Assert.Null(TestRules.Check(Sample.Backlog()).Figures.ExecutionRate);

    [Fact]
    public void Several_backlogs_are_added_up_and_their_rate_is_that_of_the_sum()
    {
        var other = Sample.Backlog(Sample.Item("x"), Sample.Item("y", status: Status.Done));
        var verdict = TestRules.Check([Mixed, other], GateSettings.Default, null);
        Assert.Equal((5, 11, 6), (verdict.Figures.Open, verdict.Figures.Identified, verdict.Figures.Executed));
        Assert.Equal(6.0 / 11, verdict.Figures.ExecutionRate);
        Assert.Equal(0.5, verdict.Backlogs[1].Figures.ExecutionRate);
    }

    [Fact]
    public void The_drain_time_divides_open_improvements_by_departures_per_week() =>
        // 3 open; 4 done and 2 rejected in 12 weeks leave at 0.5 a week: 6 weeks.
        Assert.Equal(6, TestRules.Check(Dated(open: 3, done: 4, rejected: 2)).Figures.DrainWeeks!.Value, 9);

    [Fact]
    public void The_rates_of_several_backlogs_are_added_up() =>
        // 3 + 5 open; 6 and 2 leave in 12 weeks, 2/3 a week: 12 weeks.
        Assert.Equal(
            12,
            TestRules.Check([Dated(3, 4, 2), Dated(5, 2, 0)], GateSettings.Default, null).Figures.DrainWeeks!.Value,
            9
        );

    [Fact]
    public void The_drain_time_is_unknown_without_the_history_of_one_backlog() =>
        Assert.Null(TestRules.Check([Dated(3, 4, 2), Mixed], GateSettings.Default, null).Figures.DrainWeeks);

    [Fact]
    public void The_drain_time_is_unknown_when_nothing_leaves() =>
        Assert.Null(TestRules.Check(Dated(3, 0, 0)).Figures.DrainWeeks);

    /// <summary>
    /// Six captured of which two are done and pruned, one is rejected, one dropped, one done and reopened, one open.
    /// </summary>
    [Fact]
    public void With_a_history_pruned_improvements_are_counted()
    {
        var figures = Check(Remembered).Figures;

        Assert.Equal((2, 5, 2), (figures.Open, figures.Identified, figures.Executed));
        Assert.Equal(2 / 5d, figures.ExecutionRate);
    }

    /// <summary>The history is 70 days old, 71 ÷ 7 weeks with today; four are captured in it, two done, one rejected and one dropped.</summary>
    [Fact]
    public void Rates_are_those_of_the_known_weeks()
    {
        var figures = Check(Remembered).Figures;
        var weeks = 71 / 7d;

        Assert.Equal(weeks, figures.KnownWeeks!.Value, 1e-12);
        Assert.Equal(4 / weeks, figures.ArrivalsPerWeek!.Value, 1e-12);
        Assert.Equal(4 / weeks, figures.DeparturesPerWeek!.Value, 1e-12);
        Assert.Equal(2 / (4 / weeks), figures.DrainWeeks!.Value, 1e-12);
    }

    /// <summary>From start to completion 10 and 4 days: median 7, and 4 + 0.85 × 6 = 9.1. Open for 50 and 20 days: 35, and 45.5.</summary>
    [Fact]
    public void Days_are_measured_by_the_history()
    {
        var figures = Check(Remembered).Figures;

        Assert.Equal((2, 7), (figures.CycleDays.Count, figures.CycleDays.Median));
        Assert.Equal(9.1, figures.CycleDays.Percentile85!.Value, 1e-9);
        Assert.Equal((2, 35), (figures.OpenDays.Count, figures.OpenDays.Median));
        Assert.Equal(45.5, figures.OpenDays.Percentile85!.Value, 1e-9);
    }

    /// <summary>The same backlog twice, and one that is open for 80 days: of 20, 20, 50, 50, 80 the median is 50, where medians of 35 and 80 would give 57.5.</summary>
    [Fact]
    public void Days_of_several_backlogs_are_pooled()
    {
        var old = new Evidence(
            Sample.Backlog(Sample.Item("old")),
            HistorySample.Of(100, [], HistorySample.Event(Captured, "old", 80))
        );
        var figures = Check(Remembered, Remembered, old).Figures;

        Assert.Equal((5, 50), (figures.OpenDays.Count, figures.OpenDays.Median));
        Assert.Equal((4, 7), (figures.CycleDays.Count, figures.CycleDays.Median));
        Assert.Equal(71 / 7d, figures.KnownWeeks!.Value, 1e-12);
        Assert.Equal((8 / (71 / 7d)) + (1 / 12d), figures.ArrivalsPerWeek!.Value, 1e-12);
    }

    [Fact]
    public void A_figure_that_is_unknown_for_one_backlog_is_unknown_for_all()
    {
        var figures = Check(Remembered, new Evidence(Mixed, new NoHistory("shallow"))).Figures;

        Assert.Null(figures.KnownWeeks);
        Assert.Null(figures.ArrivalsPerWeek);
        Assert.Null(figures.DeparturesPerWeek);
        Assert.Null(figures.DrainWeeks);
        Assert.Equal(2, figures.CycleDays.Count);
    }

    /// <summary>Days 5 to 0 are less than a week.</summary>
    [Fact]
    public void A_history_of_days_has_no_rates() =>
        Assert.Null(
            Check(
                new Evidence(
                    Sample.Backlog(Sample.Item("a")),
                    HistorySample.Of(5, [], HistorySample.Event(Captured, "a", 2))
                )
            ).Figures.ArrivalsPerWeek
        );

    /// <summary>From day 6 to today is one week, in which one was captured.</summary>
    [Fact]
    public void A_history_of_one_week_has_rates_per_week() =>
        Assert.Equal(
            1,
            Check(
                new Evidence(
                    Sample.Backlog(Sample.Item("a")),
                    HistorySample.Of(6, [], HistorySample.Event(Captured, "a", 2))
                )
            ).Figures.ArrivalsPerWeek
        );

    /// <summary>Two of four leave in four weeks, 0.5 per week, so the two that are open take four more; 27 days are too few to tell.</summary>
    [Theory]
    [InlineData(27, 4d)]
    [InlineData(26, null)]
    public void The_drain_time_needs_four_weeks_of_history(int startDaysAgo, double? weeks)
    {
        var timeline = HistorySample.Of(
            startDaysAgo,
            [],
            HistorySample.Stock(Captured, "a", startDaysAgo),
            HistorySample.Stock(Captured, "b", startDaysAgo),
            HistorySample.Stock(Captured, "c", startDaysAgo),
            HistorySample.Stock(Captured, "d", startDaysAgo),
            HistorySample.Event(Completed, "c", 10),
            HistorySample.Event(Completed, "d", 5)
        );
        var figures = Check(new Evidence(Sample.Backlog(Sample.Item("a"), Sample.Item("b")), timeline)).Figures;

        Assert.Equal(2 / ((startDaysAgo + 1) / 7d), figures.DeparturesPerWeek!.Value, 1e-12);
        Assert.Equal(weeks, figures.DrainWeeks);
    }

    /// <summary>0 and 4 days, median 2; neither an open one nor one that was completed before it was started has a cycle time.</summary>
    [Fact]
    public void Without_a_history_cycle_times_are_those_of_the_written_dates()
    {
        var backlog = Sample.Backlog(
            Written(Status.Done, started: 9, completed: 9),
            Written(Status.Done, started: 9, completed: 5),
            Written(Status.Done, started: 5, completed: 9),
            Written(Status.InProgress, started: 9, completed: 1)
        );
        var days = Check(new Evidence(backlog, new NoHistory("shallow"))).Figures.CycleDays;

        Assert.Equal((2, 2), (days.Count, days.Median));

        static Improvement Written(Status status, int started, int completed) =>
            Sample.Item($"{status} {started} {completed}", status: status) with
            {
                Started = Sample.Written(Sample.DaysAgo(started)),
                Completed = Sample.Written(Sample.DaysAgo(completed)),
            };
    }

    [Fact]
    public void An_improvement_with_a_capture_date_in_the_future_is_open_for_0_days()
    {
        var early = Sample.Item("a") with { Captured = Sample.Written(Sample.DaysAgo(-3)) };
        var days = Check(new Evidence(Sample.Backlog(early), new NoHistory("shallow"))).Figures.OpenDays;

        Assert.Equal((1, 0), (days.Count, days.Median));
    }

    private static Evidence Remembered { get; } =
        new(
            Sample.Backlog(Sample.Item("open"), Sample.Item("reopened")),
            HistorySample.Of(
                70,
                [],
                HistorySample.Stock(Captured, "done before", 70),
                HistorySample.Stock(Captured, "rejected", 70),
                HistorySample.Event(Captured, "done", 60),
                HistorySample.Event(Captured, "dropped", 55),
                HistorySample.Event(Captured, "reopened", 50),
                HistorySample.Event(Started, "done before", 45),
                HistorySample.Event(Completed, "done before", 35),
                HistorySample.Event(Started, "done", 34),
                HistorySample.Event(Completed, "done", 30),
                HistorySample.Event(Rejected, "rejected", 29),
                HistorySample.Event(Dropped, "dropped", 28),
                HistorySample.Event(Started, "reopened", 27),
                HistorySample.Event(Completed, "reopened", 26),
                HistorySample.Event(Captured, "open", 20),
                HistorySample.Event(Pruned, "done before", 10),
                HistorySample.Event(Pruned, "done", 10),
                HistorySample.Event(Reopened, "reopened", 5)
            )
        );

    private static Verdict Check(params ImmutableArray<Evidence> evidence) =>
        Gate.Check(evidence, GateSettings.Default, Sample.AsOf, "0.0.0");

    /// <summary>A backlog of more than 12 weeks; all that left did so a week ago.</summary>
    private static Backlog Dated(int open, int done, int rejected) =>
        Sample.Backlog([.. Items(open, Status.ToDo), .. Items(done, Status.Done), .. Items(rejected, Status.Rejected)]);

    private static IEnumerable<Improvement> Items(int count, Status status) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
                Sample.Item($"{status} {i}", status: status) with
                {
                    Captured = Sample.Written(Sample.DaysAgo(100)),
                    Completed = status is Status.ToDo ? null : Sample.Written(Sample.DaysAgo(7)),
                }
            );
}
