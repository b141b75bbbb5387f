using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Rules.Execute;
using KaizenGate.Core.Timelines;
using Kind = KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>Rules that could use written dates although there is a history.</summary>
public sealed class HistoryTests
{
    public static TheoryData<string> ThatNeedIt =>
        ["KZ103", "KZ301", "KZ302", "KZ303", "KZ304", "KZ305", "KZ306", "KZ310", "KZ312", "KZ402"];

    /// <summary>Improvements for which each of these rules would fire by the dates in the file.</summary>
    [Theory]
    [MemberData(nameof(ThatNeedIt))]
    public void An_unknown_history_is_not_guessed_from_the_file(string id)
    {
        var items = Enumerable
            .Range(0, 12)
            .Select(number =>
                Sample.Item($"old {number}", 9, 1) with
                {
                    Captured = Sample.Written(Sample.DaysAgo(200)),
                }
            )
            .Append(Sample.Item("done", status: Status.Done))
            .Append(
                Sample.Item("begun", status: Status.InProgress) with
                {
                    Started = Sample.Written(Sample.DaysAgo(150)),
                }
            );

        Assert.Equal(
            new NotEvaluated("shallow clone: fetch with depth 0"),
            HistorySample.Check(RuleCatalog.Find(id)!, HistorySample.Shallow, [.. items]).OnlyNotEvaluated()
        );
    }

    [Fact]
    public void A_review_date_that_has_passed_needs_no_history() =>
        HistorySample
            .Check(
                StaleImprovement.Rule,
                HistorySample.Shallow,
                Sample.Item("a", status: Status.Deferred) with
                {
                    ReviewDate = Sample.Written(Sample.DaysAgo(1)),
                }
            )
            .OnlyViolation();

    [Theory]
    [InlineData(28, Severity.Warning)]
    [InlineData(29, Severity.Error)]
    internal void An_empty_backlog_is_dated_by_the_last_event_of_its_history(int daysAgo, Severity expected) =>
        Assert.Equal(
            expected,
            HistorySample
                .Check(
                    EmptyBacklog.Rule,
                    HistorySample.Of(
                        100,
                        [],
                        HistorySample.Event(Kind.Captured, "a", 90),
                        HistorySample.Event(Kind.Completed, "a", daysAgo),
                        HistorySample.Event(Kind.Pruned, "a", 1)
                    )
                )
                .OnlyViolation()
                .Severity
        );

    [Fact]
    public void An_empty_backlog_is_as_old_as_its_history() =>
        Assert.Equal(
            "no improvement is open, and the last capture or completion was at least 100 days ago (2025-11-22); capture at least one improvement",
            HistorySample
                .Check(
                    EmptyBacklog.Rule,
                    HistorySample.Of(
                        100,
                        [],
                        HistorySample.Stock(Kind.Captured, "a", 100),
                        HistorySample.Stock(Kind.Completed, "a", 100)
                    ),
                    Sample.Item("a", status: Status.Done)
                )
                .OnlyViolation()
                .Message
        );

    [Fact]
    public void A_completion_before_the_history_is_undated() =>
        HistorySample
            .Check(
                UndatedCompletion.Rule,
                HistorySample.Of(100, [], HistorySample.Stock(Kind.Completed, "a", 100)),
                Sample.Item("a", status: Status.Done)
            )
            .OnlyViolation();

    [Fact]
    public void A_completion_dated_by_the_history_must_be_measured() =>
        Assert.Contains(
            "20 days after completion",
            HistorySample
                .Check(
                    UnmeasuredCompletion.Rule,
                    HistorySample.Of(100, [], HistorySample.Event(Kind.Completed, "a", 20)),
                    Sample.Item("a", status: Status.Done)
                )
                .OfType<Violation>()
                .Single()
                .Message,
            StringComparison.Ordinal
        );

    /// <summary>Of eight, four were there when the history began: at least 91 days old, or of unknown age.</summary>
    [Theory]
    [InlineData(91, true)]
    [InlineData(90, false)]
    public void An_improvement_older_than_the_history_has_a_minimum_age(int startDaysAgo, bool fires)
    {
        TimelineEvent[] events =
        [
            .. Enumerable.Range(0, 4).Select(at => HistorySample.Stock(Kind.Captured, $"item {at}", startDaysAgo)),
            .. Enumerable.Range(4, 4).Select(at => HistorySample.Event(Kind.Captured, $"item {at}", 5)),
        ];
        Improvement[] items = [.. Enumerable.Range(0, 8).Select(at => Sample.Item($"item {at}"))];
        var results = HistorySample.Check(SomedayMaybe.Rule, HistorySample.Of(startDaysAgo, [], events), items);

        Assert.Equal(fires, Assert.Single(results) is Violation);
        Assert.Equal(!fires, results[0] is NotEvaluated { Has: 4, Needs: 8 });
    }

    [Fact]
    public void A_high_score_older_than_a_short_history_may_have_waited_longer() =>
        Assert.Equal(
            new NotEvaluated("needs 7 days of history, found 6", 6, 7),
            HistorySample
                .Check(
                    UnscheduledHighPriority.Rule,
                    HistorySample.Of(6, [], HistorySample.Stock(Kind.Captured, "a", 6)),
                    Sample.Item("a", 9, 1)
                )
                .OnlyNotEvaluated()
        );

    /// <summary>Where the history is cut short, what it saw first may have lain there for long.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("why", true)]
    public void A_text_older_than_a_truncated_history_may_be_stale(string? cutShortBy, bool isUnjudged)
    {
        var timeline = HistorySample.Of(30, [], HistorySample.Stock(Kind.Captured, "a", 30)) with
        {
            CutShortBy = cutShortBy,
            Touched = ImmutableDictionary<string, DateOnly>.Empty.Add("a", Sample.DaysAgo(30)),
        };
        var results = HistorySample.Check(StaleImprovement.Rule, timeline, Sample.Item("a"));

        Assert.Equal(
            isUnjudged ? [new NotEvaluated("needs 60 days of history, found 30: why", 30, 60)] : [],
            results.Cast<NotEvaluated>()
        );
    }

    [Fact]
    public void A_written_date_of_the_day_on_which_the_history_begins_is_exact() =>
        Assert.Empty(
            HistorySample.Check(
                UnscheduledHighPriority.Rule,
                HistorySample.Of(6, [], HistorySample.Stock(Kind.Captured, "a", 6)),
                Sample.Item("a", 9, 1) with
                {
                    Captured = Sample.Written(Sample.DaysAgo(6)),
                }
            )
        );

    /// <summary>Unlike what was there when the history began, which is at least as old as the history.</summary>
    [Theory]
    [InlineData("KZ103", "nothing captured for 100 days (")]
    [InlineData("KZ304", "nothing completed for 100 days (")]
    public void An_event_on_the_first_day_of_a_history_is_dated_exactly(string id, string expected) =>
        Assert.StartsWith(
            expected,
            HistorySample
                .Check(
                    RuleCatalog.Find(id)!,
                    HistorySample.Of(
                        100,
                        [.. Enumerable.Range(0, 100)],
                        HistorySample.Event(Kind.Captured, "open", 100),
                        HistorySample.Event(Kind.Completed, "done", 100)
                    ),
                    Sample.Item("open")
                )
                .OnlyViolation()
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_last_work_on_an_empty_backlog_may_be_of_the_first_day_of_its_history() =>
        Assert.Contains(
            "the last capture or completion was 100 days ago",
            HistorySample
                .Check(
                    EmptyBacklog.Rule,
                    HistorySample.Of(
                        100,
                        [],
                        HistorySample.Stock(Kind.Captured, "a", 100),
                        HistorySample.Event(Kind.Completed, "a", 100)
                    )
                )
                .OnlyViolation()
                .Message,
            StringComparison.Ordinal
        );

    /// <summary>It may have been changed before the history begins, but not within the 60 days since its date.</summary>
    [Fact]
    public void A_written_date_before_a_cut_history_is_old_enough_to_be_stale() =>
        Assert.StartsWith(
            "untouched for at least 60 days (",
            HistorySample
                .Check(
                    StaleImprovement.Rule,
                    HistorySample.Of(30, []) with
                    {
                        CutShortBy = "why",
                    },
                    Sample.Item("a") with
                    {
                        Captured = Sample.Written(Sample.DaysAgo(60)),
                    }
                )
                .OnlyViolation()
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_retitled_improvement_keeps_its_history()
    {
        var timeline = HistorySample.Of(100, [], HistorySample.Event(Kind.Captured, "old title", 20)) with
        {
            Renamed = ImmutableDictionary<string, string>.Empty.Add("new title", "old title"),
        };

        Assert.Contains(
            "for 20 days",
            HistorySample
                .Check(UnscheduledHighPriority.Rule, timeline, Sample.Item("new title", 9, 1))
                .OnlyViolation()
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rate_states_the_number_of_drops() =>
        Assert.Equal(
            "the execution rate is 50% (6 completed of 12 identified in the last 12 weeks, 2 dropped); at least 66.7% is expected",
            FlowSample.Check(LowExecutionRate.Rule, FlowSample.Timeline(12, 6, dropped: 2)).OnlyViolation().Message
        );

    [Fact]
    public void A_truncated_history_gives_its_reason_with_too_few_events() =>
        Assert.Equal(
            new NotEvaluated("needs 10 captured improvements, found 3 since 2026-01-31: why", 3, 10),
            FlowSample
                .Check(LowExecutionRate.Rule, FlowSample.Timeline(3, 0, startDaysAgo: 30) with { CutShortBy = "why" })
                .OnlyNotEvaluated()
        );
}
