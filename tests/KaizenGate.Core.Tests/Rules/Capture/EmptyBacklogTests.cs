using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Capture;

public class EmptyBacklogTests
{
    [Theory]
    [InlineData(Status.ToDo)]
    [InlineData(Status.InProgress)]
    [InlineData(Status.Deferred)]
    internal void One_open_improvement_is_enough(Status status) =>
        Assert.Empty(Check(Sample.Backlog(Sample.Item("Cache the restore", status: status))));

    [Fact]
    public void A_backlog_without_any_improvement_is_an_error()
    {
        var found = Check(Sample.Backlog()).OnlyViolation();

        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(SourceSpan.FileStart, found.Span);
        Assert.Equal("the backlog has no improvements; capture at least one", found.Message);
    }

    [Fact]
    public void A_completion_28_days_ago_is_recent_work() =>
        Assert.Equal(Severity.Warning, Check(Sample.Backlog(Done(28))).OnlyViolation().Severity);

    [Fact]
    public void After_29_days_without_work_it_is_an_error()
    {
        var found = Check(Sample.Backlog(Done(40), Done(29))).OnlyViolation();

        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(
            "no improvement is open, and the last capture or completion was 29 days ago (2026-02-01); capture at least one improvement",
            found.Message
        );
    }

    [Fact]
    public void The_threshold_moves_the_edge()
    {
        var numbers = ImmutableDictionary<string, double>.Empty.Add("maxQuietDays", 29);
        var settings = GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add("KZ102", new RuleSettings { Numbers = numbers }),
        };

        var found = Sample.Check(EmptyBacklog.Rule, Sample.Backlog(Done(29)), settings).OnlyViolation();

        Assert.Equal(Severity.Warning, found.Severity);
    }

    [Fact]
    public void Recent_work_in_the_archive_counts()
    {
        var backlog = Sample.Backlog(Done(100)) with { Archive = Sample.Backlog(Done(3)) };

        Assert.Equal(Severity.Warning, Check(backlog).OnlyViolation().Severity);
    }

    [Fact]
    public void A_backlog_with_all_improvements_archived_has_a_history()
    {
        var backlog = Sample.Backlog() with { Archive = Sample.Backlog(Done(100)) };

        Assert.Contains("100 days ago", Check(backlog).OnlyViolation().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_improvement_shows_when_it_was_captured()
    {
        var rejected = Sample.Item("Rewrite it", status: Status.Rejected) with
        {
            Captured = Sample.Written(Sample.DaysAgo(5)),
        };

        Assert.Equal(Severity.Warning, Check(Sample.Backlog(Done(100), rejected)).OnlyViolation().Severity);
    }

    /// <summary>Rejected on day 3, or without that date captured on day 5.</summary>
    [Theory]
    [InlineData(3, "was 3 days ago")]
    [InlineData(null, "was 5 days ago")]
    public void The_last_work_on_a_rejected_improvement_is_its_rejection_or_else_its_capture(
        int? rejectedDaysAgo,
        string expected
    )
    {
        var rejected = Sample.Item("Rewrite it", status: Status.Rejected) with
        {
            Captured = Sample.Written(Sample.DaysAgo(5)),
            Completed = rejectedDaysAgo is { } days ? Sample.Written(Sample.DaysAgo(days)) : null,
        };

        Assert.Contains(expected, Check(Sample.Backlog(rejected)).OnlyViolation().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_without_any_improvement_says_no_more_than_the_file() =>
        Assert.Equal(
            "the backlog has no improvements; capture at least one",
            HistorySample.Check(EmptyBacklog.Rule, HistorySample.Of(100, [])).OnlyViolation().Message
        );

    [Fact]
    public void An_undated_completion_makes_it_not_evaluated()
    {
        var undated = Sample.Item("Add a linter", status: Status.Done) with
        {
            Captured = Sample.Written(Sample.DaysAgo(200)),
        };

        var found = Check(Sample.Backlog(Done(100), undated)).OnlyViolation();

        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Contains("\"Add a linter\" has no date", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_completion_in_the_far_future_does_not_count() =>
        Assert.Contains(
            "has no date",
            Check(Sample.Backlog(Done(-2))).OnlyViolation().Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_completion_dated_tomorrow_counts_as_today() =>
        Assert.Contains(
            "0 days ago",
            Check(Sample.Backlog(Done(-1))).OnlyViolation().Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Undated_work_in_the_archive_counts_only_without_dated_work()
    {
        var archive = Sample.Backlog(Sample.Item("Once", status: Status.Done));

        var undated = Check(Sample.Backlog() with { Archive = archive }).OnlyViolation();
        Assert.Equal(Severity.Warning, undated.Severity);
        Assert.Contains("because \"Once\" has no date", undated.Message, StringComparison.Ordinal);
        Assert.Contains(
            "100 days ago",
            Check(Sample.Backlog(Done(100)) with { Archive = archive }).OnlyViolation().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_backlog_with_unread_entries_may_not_be_empty()
    {
        Assert.Equal(
            "2 entries are unread; `dotnet kaizen read` shows them",
            Check(Sample.Backlog(Done(100)).WithUnread()).OnlyNotEvaluated().Reason
        );
        Assert.Empty(Check(Sample.Backlog(Sample.Item("Cache the restore")).WithUnread()));
    }

    private static Improvement Done(int daysAgo) =>
        Sample.Item($"Done {daysAgo}", status: Status.Done) with
        {
            Completed = Sample.Written(Sample.DaysAgo(daysAgo)),
        };

    private static RuleResult[] Check(Backlog backlog) => Sample.Check(EmptyBacklog.Rule, backlog);
}
