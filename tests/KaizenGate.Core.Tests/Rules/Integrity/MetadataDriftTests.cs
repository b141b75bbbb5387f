using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class MetadataDriftTests
{
    /// <summary>3 open, 1 of them deferred, 2 done and 1 rejected: 6 in all, 5 identified, 40% executed.</summary>
    private static readonly Backlog File = Sample.Backlog(
        Sample.Item("To do"),
        Sample.Item("Started", status: Status.InProgress),
        Sample.Item("Deferred", status: Status.Deferred),
        Sample.Item("Done 1", status: Status.Done),
        Sample.Item("Done 2", status: Status.Done),
        Sample.Item("Rejected", status: Status.Rejected)
    );

    /// <summary>The same with 5 more in the archive, all done: 11 in all, 10 identified, 70% executed.</summary>
    private static readonly Backlog WithArchive = File with
    {
        Archive = Sample.Backlog(
            Enumerable.Range(0, 5).Select(number => Sample.Item($"Old {number}", status: Status.Done))
        ),
    };

    [Theory]
    [InlineData(6)]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(10)]
    public void A_total_with_or_without_rejected_and_archived_ones_is_right(int total) =>
        Assert.Empty(Check(WithArchive, new Metadata { TotalItems = Sample.Written(total) }));

    [Fact]
    public void An_unexplained_total_is_drift()
    {
        var found = Check(WithArchive, new Metadata { TotalItems = Sample.Written(7, 6, 20) }).OnlyViolation();

        Assert.Equal((6, 20), (found.Span.Line, found.Span.Column));
        Assert.Equal("Total Items is 7, but the file has 6 and its archive 5 more", found.Message);
    }

    [Fact]
    public void Without_an_archive_the_total_of_one_with_it_is_drift() =>
        Assert.Equal(
            "Total Items is 11, but the file has 6",
            Check(File, new Metadata { TotalItems = Sample.Written(11) }).OnlyViolation().Message
        );

    [Fact]
    public void Unread_entries_may_be_the_missing_ones()
    {
        var metadata = new Metadata { TotalItems = Sample.Written(8), ExecutionRate = Sample.Written(50.0) };

        Assert.Equal(
            "2 entries are unread; `dotnet kaizen read` shows them",
            Check(File.WithUnread(), metadata).OnlyNotEvaluated().Reason
        );
        Assert.Empty(Check(File.WithUnread(), new Metadata { TotalItems = Sample.Written(6) }));
    }

    [Fact]
    public void Unread_entries_do_not_hide_a_date_in_the_future() =>
        Assert.Contains(
            "but today is",
            Check(File.WithUnread(), new Metadata { LastUpdated = Sample.Written(Sample.DaysAgo(-9)) })
                .OnlyViolation()
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_rate_leaves_rejected_ones_out_and_deferred_ones_in() =>
        Assert.Empty(Check(File, new Metadata { ExecutionRate = Sample.Written(40.0) }));

    [Fact]
    public void The_rate_counts_the_archive() =>
        Assert.Equal(
            "Execution Rate is 40%, but 7 of 10 improvements are completed (70%)",
            Check(WithArchive, new Metadata { ExecutionRate = Sample.Written(40.0) }).OnlyViolation().Message
        );

    // 104 of 156 is 66.67%.
    [Theory]
    [InlineData(67, true)]
    [InlineData(66.7, true)]
    [InlineData(66.67, true)]
    [InlineData(66, false)]
    [InlineData(66.6, false)]
    public void The_rate_is_compared_at_the_decimals_that_are_written(double written, bool isRight)
    {
        var items = Enumerable
            .Range(0, 156)
            .Select(number => Sample.Item($"{number}", status: number < 104 ? Status.Done : Status.ToDo));

        var found = Check(Sample.Backlog(items), new Metadata { ExecutionRate = Sample.Written(written) });

        Assert.Equal(isRight, found.Length == 0);
    }

    [Fact]
    public void The_counts_after_the_rate_are_compared_too()
    {
        var rate = new Metadata { ExecutionRate = Sample.Written(40.0) };

        Assert.Empty(Check(File, rate with { Completed = Sample.Written(2), RateTotal = Sample.Written(5) }));
        Assert.StartsWith(
            "Execution Rate counts 4 completed,",
            Check(File, rate with { Completed = Sample.Written(4), RateTotal = Sample.Written(10) })
                .OnlyViolation()
                .Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Execution Rate counts 6 in total,",
            Check(File, rate with { Completed = Sample.Written(2), RateTotal = Sample.Written(6) })
                .OnlyViolation()
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_no_improvements_no_part_is_executed() =>
        Assert.Empty(Check(Sample.Backlog(), new Metadata { ExecutionRate = Sample.Written(0.0) }));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(-2, false)]
    public void Last_Updated_is_not_in_the_future(int daysAgo, bool isRight) =>
        Assert.Equal(isRight, Check(File, Updated(daysAgo)).Length == 0);

    [Fact]
    public void Last_Updated_is_not_older_than_the_last_event()
    {
        var done = Sample.Item("Done", status: Status.Done) with
        {
            Completed = Sample.Written(Sample.DaysAgo(10), 12, 18),
        };

        Assert.Empty(Check(Sample.Backlog(done), Updated(10)));
        Assert.Equal(
            "Last Updated is 2026-02-19, but line 12 has the newer date 2026-02-20",
            Check(Sample.Backlog(done), Updated(11)).OnlyViolation().Message
        );
    }

    [Fact]
    public void The_newest_date_is_named()
    {
        var item = Sample.Item("Item") with
        {
            Captured = Sample.Written(Sample.DaysAgo(4)),
            Started = Sample.Written(Sample.DaysAgo(3)),
        };

        Assert.EndsWith(
            "has the newer date 2026-02-27",
            Check(Sample.Backlog(item), Updated(5)).OnlyViolation().Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Somewhere it is tomorrow already.</summary>
    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-2, 0)]
    public void A_date_of_tomorrow_counts_and_a_later_one_does_not(int daysAgo, int findings)
    {
        var item = Sample.Item("Item") with { Captured = Sample.Written(Sample.DaysAgo(daysAgo)) };

        Assert.Equal(findings, Check(Sample.Backlog(item), Updated(0)).Length);
    }

    [Fact]
    public void Plans_are_not_events()
    {
        var item = Sample.Item("Item") with
        {
            TargetDate = Sample.Written(Sample.DaysAgo(-30)),
            ReviewDate = Sample.Written(Sample.DaysAgo(2)),
        };

        Assert.Empty(Check(Sample.Backlog(item), Updated(5)));
    }

    [Fact]
    public void A_file_without_metadata_passes() => Assert.Empty(Sample.Check(MetadataDrift.Rule, File));

    private static Metadata Updated(int daysAgo) => new() { LastUpdated = Sample.Written(Sample.DaysAgo(daysAgo)) };

    private static RuleResult[] Check(Backlog backlog, Metadata metadata) =>
        Sample.Check(MetadataDrift.Rule, backlog with { Metadata = metadata });
}
