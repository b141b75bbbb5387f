using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

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
        var figures = TestRules.Judge(Mixed).Figures;
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
                .Judge(Sample.Backlog(Sample.Item("a", status: Status.Deferred), Sample.Item("b", status: Status.Done)))
                .Figures.ExecutionRate
        );

    [Fact]
    public void A_rejected_item_leaves_the_execution_rate() =>
        Assert.Equal(
            1,
            TestRules
                .Judge(Sample.Backlog(Sample.Item("a", status: Status.Rejected), Sample.Item("b", status: Status.Done)))
                .Figures.ExecutionRate
        );

    [Fact]
    public void An_empty_file_has_no_rate() => Assert.Null(TestRules.Judge(Sample.Backlog()).Figures.ExecutionRate);

    [Fact]
    public void Several_backlogs_are_added_up_and_their_rate_is_that_of_the_sum()
    {
        var other = Sample.Backlog(Sample.Item("x"), Sample.Item("y", status: Status.Done));
        var verdict = TestRules.Judge([Mixed, other], GateSettings.Default, null);
        Assert.Equal((5, 11, 6), (verdict.Figures.Open, verdict.Figures.Identified, verdict.Figures.Executed));
        Assert.Equal(6.0 / 11, verdict.Figures.ExecutionRate);
        Assert.Equal(0.5, verdict.Backlogs[1].Figures.ExecutionRate);
    }

    [Fact]
    public void The_drain_time_is_the_open_ones_over_the_pace_of_the_window() =>
        // 3 open; 4 done and 2 rejected in 12 weeks leave at 0.5 a week: 6 weeks.
        Assert.Equal(6, TestRules.Judge(Dated(open: 3, done: 4, rejected: 2)).Figures.DrainWeeks!.Value, 9);

    [Fact]
    public void The_paces_of_several_backlogs_are_added_up() =>
        // 3 + 5 open; 6 and 2 leave in 12 weeks, 2/3 a week: 12 weeks.
        Assert.Equal(
            12,
            TestRules.Judge([Dated(3, 4, 2), Dated(5, 2, 0)], GateSettings.Default, null).Figures.DrainWeeks!.Value,
            9
        );

    [Fact]
    public void The_drain_time_is_unknown_when_the_past_of_one_backlog_is() =>
        Assert.Null(TestRules.Judge([Dated(3, 4, 2), Mixed], GateSettings.Default, null).Figures.DrainWeeks);

    [Fact]
    public void The_drain_time_is_unknown_when_nothing_leaves() =>
        Assert.Null(TestRules.Judge(Dated(3, 0, 0)).Figures.DrainWeeks);

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
