using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Rules;
using KaizenGate.Core.Timelines;
using Kind = KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Planning;

/// <summary>On Monday, 2 March 2026, the last week is that from 23 February (7 days ago) to 1 March (1 day ago).</summary>
public sealed class ReviewerTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void Completions_from_Monday_to_Sunday_are_last_weeks(int daysAgo, bool isLastWeeks) =>
        Assert.Equal(
            isLastWeeks,
            Of(
                [HistorySample.Event(Kind.Captured, "a", 50), HistorySample.Event(Kind.Completed, "a", daysAgo)],
                Sample.Item("a", status: Status.Done)
            )
                .Last.Completed.Any()
        );

    [Theory]
    [InlineData(4, 5, "last")]
    [InlineData(4, 4, "this")]
    [InlineData(4, 0, "this")]
    [InlineData(6, 0, "this")]
    [InlineData(6, 6, "this")]
    [InlineData(6, 7, "last")]
    [InlineData(0, 0, "this")]
    [InlineData(2, -1, "none")]
    public void Completions_from_Monday_to_today_are_this_weeks(int daysAfterMonday, int daysAgo, string week)
    {
        var asOf = Sample.AsOf.AddDays(daysAfterMonday);
        var completed = HistorySample.Event(Kind.Completed, "a", daysAgo - daysAfterMonday);
        var review = Review.Of(
            [
                new Evidence(
                    Sample.Backlog(Sample.Item("a", status: Status.Done)),
                    HistorySample.Of(100, [1], HistorySample.Event(Kind.Captured, "a", 50), completed)
                ),
            ],
            GateSettings.Default,
            Capacity.Of(GateSettings.Default),
            asOf
        );

        Assert.Equal(new DateOnly(2026, 3, 2), review.ThisWeek.Monday);
        Assert.Equal(
            week switch
            {
                "last" => (1, 0),
                "this" => (0, 1),
                _ => (0, 0),
            },
            (review.Last.Completed.Length, review.Current.Completed.Length)
        );
    }

    [Fact]
    public void Improvements_that_the_first_revision_has_are_stated_in_this_week()
    {
        var review = Of([HistorySample.Stock(Kind.Captured, "a", 0)], startDaysAgo: 0, Sample.Item("a", 8, 2));

        Assert.Equal(
            "the history begins on 2026-03-02; improvements of that day do not count as captured",
            review.Backlogs[0].Limit
        );
    }

    [Fact]
    public void A_completion_is_measured_or_not_and_has_hours_or_not()
    {
        var review = Of(
            [
                HistorySample.Event(Kind.Completed, "a", 3),
                HistorySample.Event(Kind.Completed, "b", 2),
                HistorySample.Event(Kind.Completed, "c", 1),
            ],
            Sample.Item("a", status: Status.Done) with
            {
                TimeSpent = Sample.Written(3d),
                MeasuredImpact = new(new(null, 30, 5, "s", true), "30 s → 5 s", SourceSpan.FileStart),
            },
            Sample.Item("b", status: Status.Done) with
            {
                TimeSpent = Sample.Written(1.5),
            },
            Sample.Item("c", status: Status.Done) with
            {
                HoursSaved = Sample.Written(12d),
            }
        );

        Assert.Equal(
            [("a", true, 3d), ("b", false, 1.5), ("c", true, null)],
            review.Last.Completed.Select(one => (one.Title!, one.IsMeasured!.Value, one.Hours))
        );
        Assert.Equal(4.5, review.LoggedHours(review.Last));
    }

    [Fact]
    public void A_pruned_completion_counts_without_a_measurement()
    {
        var review = Of([
            HistorySample.Event(Kind.Completed, "GONE-1", 5) with
            {
                Title = "Cache it",
            },
            HistorySample.Event(Kind.Pruned, "GONE-1", 2),
        ]);

        var completed = Assert.Single(review.Last.Completed);
        Assert.Equal(("GONE-1", "Cache it", null), (completed.Id, completed.Title, completed.IsMeasured));
    }

    [Fact]
    public void A_reopened_completion_does_not_count()
    {
        var review = Of(
            [HistorySample.Event(Kind.Completed, "a", 5), HistorySample.Event(Kind.Reopened, "a", 3)],
            Sample.Item("a", 8, 2)
        );

        Assert.Empty(review.Last.Completed);
        Assert.Equal([Kind.Reopened], review.Backlogs[0].LastWeek.Moved.Select(one => one.Kind));
    }

    [Fact]
    public void The_state_at_the_start_of_the_history_is_not_an_event()
    {
        var review = Of(
            [HistorySample.Stock(Kind.Captured, "a", 4), HistorySample.Stock(Kind.Completed, "a", 4)],
            startDaysAgo: 4,
            Sample.Item("a", status: Status.Done)
        );

        Assert.Empty(review.Last.Completed);
        Assert.Empty(review.Backlogs[0].LastWeek.Captured);
        Assert.Equal(
            "the history begins on 2026-02-26; improvements of that day do not count as captured",
            review.Backlogs[0].Limit
        );
    }

    [Fact]
    public void Captures_and_other_events_are_listed_by_day()
    {
        var review = Of(
            [
                HistorySample.Event(Kind.Captured, "old", 9),
                HistorySample.Event(Kind.Captured, "new", 6),
                HistorySample.Event(Kind.Scored, "new", 6),
                HistorySample.Event(Kind.Rejected, "old", 5),
                HistorySample.Event(Kind.Captured, "gone", 4),
                HistorySample.Event(Kind.Dropped, "gone", 3),
                HistorySample.Event(Kind.Deferred, "new", 2),
            ],
            Sample.Item("new", 8, 2, Status.Deferred),
            Sample.Item("old", status: Status.Rejected)
        );

        Assert.Equal(["new", "gone"], review.Backlogs[0].LastWeek.Captured.Select(one => one.Key));
        Assert.Equal(
            [(Kind.Rejected, "old"), (Kind.Dropped, "gone"), (Kind.Deferred, "new")],
            review.Backlogs[0].LastWeek.Moved.Select(one => (one.Kind, one.Key))
        );
        Assert.Null(review.Backlogs[0].Limit);
    }

    [Fact]
    public void An_unknown_history_is_not_guessed()
    {
        var item = Sample.Item("a", status: Status.Done) with { Completed = Sample.Written(Sample.DaysAgo(3)) };
        var review = Review.Of(
            [new Evidence(Sample.Backlog(item), HistorySample.Shallow) { NoHistory = HistorySample.Shallow.Reason }],
            GateSettings.Default,
            Capacity.Of(GateSettings.Default),
            Sample.AsOf
        );

        Assert.Equal("shallow clone: fetch with depth 0", review.Backlogs[0].Unknown);
        Assert.Empty(review.Last.Completed);
        Assert.Null(review.LoggedHours(review.Last));
    }

    [Fact]
    public void A_review_from_dates_in_the_file_states_what_is_missing()
    {
        var item = Sample.Item("a", status: Status.Done) with
        {
            Captured = Sample.Written(Sample.DaysAgo(30)),
            Completed = Sample.Written(Sample.DaysAgo(3)),
        };
        var backlog = Sample.Backlog(item);
        var review = Review.Of(
            [
                new Evidence(backlog, WrittenDates.Read(backlog, Sample.AsOf))
                {
                    NoHistory = "there is no git repository",
                },
            ],
            GateSettings.Default,
            Capacity.Of(GateSettings.Default),
            Sample.AsOf
        );

        Assert.Single(review.Last.Completed);
        Assert.Equal(
            "from the dates in the file, which do not show dropped and reopened improvements: there is no git repository",
            review.Backlogs[0].Limit
        );
    }

    [Fact]
    public void Only_active_improvements_need_a_score() =>
        Assert.Equal(
            ["a", "b"],
            Of(
                [],
                Sample.Item("a", 8),
                Sample.Item("b", status: Status.InProgress),
                Sample.Item("c", status: Status.Deferred),
                Sample.Item("d", status: Status.Done),
                Sample.Item("e", 8, 2)
            )
                .Backlogs[0]
                .Unscored.Select(item => item.Title)
        );

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void Stale_improvements_are_the_findings_of_the_rule(int daysAgo, bool isStale) =>
        Assert.Equal(
            isStale,
            Of([HistorySample.Event(Kind.Captured, "a", daysAgo)], Sample.Item("a", 8, 2)).Backlogs[0].Stale.Length == 1
        );

    [Fact]
    public void The_threshold_in_the_settings_applies_to_stale_improvements()
    {
        var settings = GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add(
                "KZ306",
                new RuleSettings { Numbers = ImmutableDictionary<string, double>.Empty.Add("maxDays", 30) }
            ),
        };
        var review = Of(settings, [HistorySample.Event(Kind.Captured, "a", 31)], 100, Sample.Item("a", 8, 2));

        Assert.Equal(
            "untouched for 31 days (since 2026-01-30); start, defer or reject it within 30 days",
            Assert.Single(review.Backlogs[0].Stale).Reason
        );
    }

    [Fact]
    public void A_disabled_rule_is_stated_instead_of_stale_improvements()
    {
        var settings = GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add("KZ306", new RuleSettings { Severity = Severity.Off }),
        };
        var review = Of(settings, [HistorySample.Event(Kind.Captured, "a", 90)], 100, Sample.Item("a", 8, 2));

        Assert.Empty(review.Backlogs[0].Stale);
        Assert.Equal("the settings turn KZ306 off", review.Backlogs[0].StaleNotEvaluated);
    }

    [Fact]
    public void A_suppressed_finding_is_not_stale()
    {
        var backlog = Sample.Backlog(Sample.Item("a", 8, 2)) with
        {
            Suppressions = [new(SuppressionScope.File, ["KZ306"], "it waits", SourceSpan.FileStart, null)],
        };
        var past = HistorySample.Of(100, [], HistorySample.Event(Kind.Captured, "a", 90));

        Assert.Empty(
            Review
                .Of([new(backlog, past)], GateSettings.Default, Capacity.Of(GateSettings.Default), Sample.AsOf)
                .Backlogs[0]
                .Stale
        );
    }

    [Fact]
    public void It_ends_with_the_plan_of_this_week()
    {
        var plan = Of([], Sample.Item("a", 8, 2)).Plan;

        Assert.Equal(new DateOnly(2026, 3, 2), plan.Week.Monday);
        Assert.Equal(["a"], plan.Chosen.Select(item => item.Item.Title));
    }

    private static Review Of(TimelineEvent[] events, params Improvement[] items) => Of(events, 100, items);

    private static Review Of(TimelineEvent[] events, int startDaysAgo, params Improvement[] items) =>
        Of(GateSettings.Default, events, startDaysAgo, items);

    private static Review Of(
        GateSettings settings,
        TimelineEvent[] events,
        int startDaysAgo,
        params Improvement[] items
    ) =>
        Review.Of(
            [new Evidence(Sample.Backlog(items), HistorySample.Of(startDaysAgo, [1], events))],
            settings,
            Capacity.Of(settings),
            Sample.AsOf
        );
}
