using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class RejectedWithoutReasonTests
{
    private static readonly Improvement Rejected = Sample.Item("One", status: Status.Rejected);

    [Theory]
    [InlineData(0, true)]
    [InlineData(83, true)]
    [InlineData(84, false)]
    public void A_rejection_of_the_last_12_weeks_needs_a_reason(int daysAgo, bool fires) =>
        Assert.Equal(fires, Check(Dated(daysAgo)).Length == 1);

    [Fact]
    public void It_says_what_to_add() =>
        Assert.Equal("rejected without a reason; add one", Check(Dated(3)).OnlyViolation().Message);

    [Theory]
    [InlineData("the importer is replaced", true)]
    [InlineData("duplicate", true)]
    [InlineData("#12", true)]
    [InlineData("n/a", false)]
    [InlineData("reason", false)]
    public void A_placeholder_is_not_a_reason(string reason, bool isReason) =>
        Assert.Equal(isReason, Check(Dated(3) with { Reason = Sample.Written(reason) }).Length == 0);

    [Theory]
    [InlineData("Rejected (too costly)", "Rejected", true)]
    [InlineData("Won't do: duplicate", "Rejected", true)]
    [InlineData("Rejected", "Rejected", false)]
    [InlineData("Rejected (2026-02-01)", "Rejected", false)]
    [InlineData("Deferred (too costly)", "Deferred", false)]
    public void A_remark_on_the_status_is_a_reason(string text, string status, bool isReason)
    {
        var sign = new StatusSign(StatusSource.Field, Enum.Parse<Status>(status), text, SourceSpan.FileStart);

        Assert.Equal(isReason, Check(Dated(3) with { StatusSigns = [sign] }).Length == 0);
    }

    [Fact]
    public void Other_improvements_need_none() =>
        Assert.Empty(
            Check(
                Sample.Item("Open"),
                Sample.Item("Done", status: Status.Done),
                Sample.Item("Deferred", status: Status.Deferred)
            )
        );

    [Theory]
    [InlineData(10, true)]
    [InlineData(100, false)]
    public void The_history_dates_it(int daysAgo, bool fires) =>
        Assert.Equal(
            fires,
            HistorySample
                .Check(
                    RejectedWithoutReason.Rule,
                    HistorySample.Of(200, [10], HistorySample.Event(TimelineEventKind.Rejected, "One", daysAgo)),
                    Rejected
                )
                .Length == 1
        );

    [Fact]
    public void What_was_rejected_before_the_history_is_old() =>
        Assert.Empty(
            HistorySample.Check(
                RejectedWithoutReason.Rule,
                HistorySample.Of(10, [10], HistorySample.Stock(TimelineEventKind.Rejected, "One", 10)),
                Rejected
            )
        );

    [Fact]
    public void Without_a_day_it_is_not_evaluated() =>
        Assert.Equal(
            "the day of 1 of 1 rejection without a reason is unknown; add `Completed:` dates",
            Check(Rejected).OnlyNotEvaluated().Reason
        );

    [Fact]
    public void A_hidden_history_says_so() =>
        Assert.Equal(
            "shallow clone: fetch with depth 0",
            HistorySample.Check(RejectedWithoutReason.Rule, HistorySample.Shallow, Rejected).OnlyNotEvaluated().Reason
        );

    /// <summary>An improvement is not hidden by moving it.</summary>
    [Fact]
    public void Archived_rejections_are_counted()
    {
        var archive = Sample.Backlog(Dated(3), Dated(5), Dated(300)) with { File = SourceFile.Named("ARCHIVE.md") };
        var found = Sample
            .Check(RejectedWithoutReason.Rule, Sample.Backlog() with { Archive = archive })
            .OnlyViolation();

        Assert.Equal(
            "2 archived improvements were rejected without a reason in the last 12 weeks; add one to each",
            found.Message
        );
        Assert.Equal("ARCHIVE.md", found.File!.Path);
    }

    private static Improvement Dated(int daysAgo) =>
        Rejected with
        {
            Completed = Sample.Written(Sample.DaysAgo(daysAgo)),
        };

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(RejectedWithoutReason.Rule, Sample.Backlog(items));
}
