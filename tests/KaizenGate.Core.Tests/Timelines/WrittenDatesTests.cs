using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Timelines;

public sealed class WrittenDatesTests
{
    [Fact]
    public void Every_capture_and_every_completion_becomes_an_event_oldest_first()
    {
        var timeline = Timeline(Done("b", captured: 20, completed: 5), Open("a", captured: 10));

        Assert.Equal(
            [
                (TimelineEventKind.Captured, "b", Sample.DaysAgo(20)),
                (TimelineEventKind.Captured, "a", Sample.DaysAgo(10)),
                (TimelineEventKind.Completed, "b", Sample.DaysAgo(5)),
            ],
            timeline.Events.Select(one => (one.Kind, one.Key, one.Date))
        );
    }

    [Fact]
    public void Events_of_one_day_keep_the_order_of_the_file()
    {
        var keys = Enumerable.Range(0, 40).Select(number => $"item {number}").ToArray();
        var timeline = Timeline([.. keys.Select(key => Done(key, captured: 10, completed: 10))]);

        Assert.Equal(
            keys.SelectMany(key => new[] { (TimelineEventKind.Captured, key), (TimelineEventKind.Completed, key) }),
            timeline.Events.Select(one => (one.Kind, one.Key))
        );
    }

    [Fact]
    public void It_starts_with_the_oldest_date() =>
        Assert.Equal(Sample.DaysAgo(20), Timeline(Open("a", 10), Done("b", 20, 5)).Start);

    [Fact]
    public void Its_first_two_weeks_are_existing_stock()
    {
        var timeline = Timeline(Open("a", 30), Open("b", 17), Open("c", 16));

        Assert.Equal(["c"], timeline.Events.Where(timeline.IsArrival).Select(one => one.Key));
    }

    [Fact]
    public void A_start_date_is_an_event_too() =>
        Assert.Contains(
            Timeline(Open("a", 10) with { Started = Sample.Written(Sample.DaysAgo(4)) }).Events,
            one => one is { Kind: TimelineEventKind.Started } && one.Date == Sample.DaysAgo(4)
        );

    [Fact]
    public void One_undated_capture_makes_the_history_unknown_and_counts_the_dated_ones()
    {
        var none = NoTimeline(Open("a", 10), Done("b", 20, 5), Sample.Item("c"));

        Assert.Equal((2, 3), (none.Has, none.Needs));
        Assert.Equal("dates are missing from 1 of 3 improvements; add `Captured:` and `Completed:` dates", none.Reason);
    }

    [Fact]
    public void One_undated_completion_makes_the_history_unknown() =>
        Assert.Equal(1, NoTimeline(Open("a", 10), Open("b", 20) with { Status = Status.Done }).Has);

    [Fact]
    public void The_archive_counts_for_events_and_for_missing_dates()
    {
        var file = Sample.Backlog(Open("a", 10));

        var whole = WrittenDates.Read(file with { Archive = Sample.Backlog(Done("b", 300, 200)) }, Sample.AsOf);
        var gap = WrittenDates.Read(file with { Archive = Sample.Backlog(Sample.Item("b")) }, Sample.AsOf);

        Assert.Equal(Sample.DaysAgo(300), Assert.IsType<Timeline>(whole).Start);
        Assert.Equal(1, Assert.IsType<NoHistory>(gap).Has);
    }

    [Fact]
    public void An_undated_rejection_departs_on_the_day_of_its_capture() =>
        Assert.Equal(
            Sample.DaysAgo(10),
            Rejection(Timeline(Open("a", 10) with { Status = Status.Rejected, Completed = null })).Date
        );

    [Fact]
    public void A_dated_rejection_departs_on_its_date() =>
        Assert.Equal(Sample.DaysAgo(3), Rejection(Timeline(Done("a", 10, 3) with { Status = Status.Rejected })).Date);

    [Fact]
    public void Dates_after_today_are_ignored()
    {
        var timeline = Timeline(Open("tomorrow", -1), Done("a", 10, -1), Open("today", 0));

        Assert.Equal(["a", "today"], timeline.Events.Select(one => one.Key));
    }

    [Fact]
    public void An_empty_backlog_has_no_timeline() => Assert.Equal((0, 1), (NoTimeline().Has, NoTimeline().Needs));

    [Fact]
    public void A_section_that_removes_older_completions_moves_the_start()
    {
        var timeline = Assert.IsType<Timeline>(Pruned("Completed (Last 30 Days)", Open("a", 200), Done("b", 50, 20)));

        Assert.Equal(Sample.DaysAgo(30), timeline.Start);
        Assert.Equal(
            "the section \"Completed (Last 30 Days)\" drops older entries; keep them in the file or in an archive file",
            timeline.CutShortBy
        );
    }

    [Fact]
    public void A_backlog_younger_than_the_kept_period_is_complete()
    {
        var timeline = Assert.IsType<Timeline>(Pruned("Completed (Last 30 Days)", Open("a", 20), Done("b", 12, 2)));

        Assert.Equal((Sample.DaysAgo(20), null), (timeline.Start, timeline.CutShortBy));
    }

    [Fact]
    public void A_section_with_mostly_older_completions_removes_none() =>
        Assert.Equal(
            Sample.DaysAgo(90),
            Assert.IsType<Timeline>(Pruned("Completed (Last 30 Days)", Done("a", 90, 60), Done("b", 50, 20))).Start
        );

    [Fact]
    public void One_forgotten_old_completion_does_not_prove_that_all_are_kept() =>
        Assert.Equal(
            Sample.DaysAgo(30),
            Assert
                .IsType<Timeline>(Pruned("Last 30 days", Done("a", 400, 390), Done("b", 50, 20), Done("c", 40, 9)))
                .Start
        );

    [Fact]
    public void An_archive_keeps_the_completions_that_a_section_removes()
    {
        var backlog = InSection("Completed (Last 30 Days)", Open("a", 200), Done("b", 50, 20));

        var past = WrittenDates.Read(backlog with { Archive = Sample.Backlog() }, Sample.AsOf);

        Assert.Equal(Sample.DaysAgo(200), Assert.IsType<Timeline>(past).Start);
    }

    [Theory]
    [InlineData("Completed (Last 30 Days)", 30)]
    [InlineData("Done in the past 2 weeks", 14)]
    [InlineData("Shipped — last 3 months", 90)]
    [InlineData("Done, last 7d", 7)]
    [InlineData("Recently completed", 0)]
    [InlineData("Done this month", 0)]
    [InlineData("Completed last week", 0)]
    [InlineData("Last 99999999999 days", null)]
    [InlineData("Completed last", null)]
    [InlineData("At last: done", null)]
    [InlineData("Completed", null)]
    [InlineData("", null)]
    public void A_heading_names_the_days_it_keeps(string heading, int? days) =>
        Assert.Equal(days, RetentionPeriod.DaysIn(heading));

    private static Improvement Open(string title, int captured) =>
        Sample.Item(title) with
        {
            Captured = Sample.Written(Sample.DaysAgo(captured)),
        };

    private static Improvement Done(string title, int captured, int completed) =>
        Open(title, captured) with
        {
            Status = Status.Done,
            Completed = Sample.Written(Sample.DaysAgo(completed)),
        };

    private static TimelineEvent Rejection(Timeline timeline) =>
        Assert.Single(timeline.Events, one => one.Kind is TimelineEventKind.Rejected);

    private static Timeline Timeline(params Improvement[] items) =>
        Assert.IsType<Timeline>(WrittenDates.Read(Sample.Backlog(items), Sample.AsOf));

    private static NoHistory NoTimeline(params Improvement[] items) =>
        Assert.IsType<NoHistory>(WrittenDates.Read(Sample.Backlog(items), Sample.AsOf));

    private static HistoryResult Pruned(string heading, params Improvement[] items) =>
        WrittenDates.Read(InSection(heading, items), Sample.AsOf);

    private static Backlog InSection(string heading, params Improvement[] items) =>
        Sample.Backlog(items) with
        {
            Sections = [new Section(heading, 2, SourceSpan.FileStart, null, Status.Done)],
        };
}
