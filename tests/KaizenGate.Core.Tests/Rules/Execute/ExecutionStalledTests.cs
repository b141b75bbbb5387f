using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;
using static KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class ExecutionStalledTests
{
    /// <summary>Two days in each week.</summary>
    private static readonly int[] Working = DaysOfWeeks(0, 52);

    /// <summary>One completion a week for 20 weeks: the chance of a gap of 4 weeks is (20 ÷ 24)²⁰ = 2.6%.</summary>
    [Theory]
    [InlineData(27, 8, null)]
    [InlineData(28, 1, Severity.Warning)]
    [InlineData(55, 8, Severity.Warning)]
    [InlineData(56, 7, Severity.Warning)]
    [InlineData(56, 8, Severity.Error)]
    internal void A_fast_team_stalls_after_four_weeks_and_fails_after_eight(
        int daysAgo,
        int waiting,
        Severity? expected
    ) => Assert.Equal(expected, SeverityOf(Working, waiting, Completions(daysAgo, 20, 1)));

    /// <summary>
    /// One completion in four weeks: the chance of a gap of 4 weeks is (17 ÷ 21)⁵ = 34.8%, of 8 it is (17 ÷ 25)⁵ = 14.5%, and
    /// of 13 it is (17 ÷ 30)⁵ = 5.8%.
    /// </summary>
    [Theory]
    [InlineData(55, 8, null)]
    [InlineData(56, 8, Severity.Warning)]
    [InlineData(90, 8, Severity.Warning)]
    [InlineData(91, 8, Severity.Error)]
    [InlineData(91, 1, Severity.Error)]
    internal void A_slow_team_has_as_long_as_its_pace_explains(int daysAgo, int waiting, Severity? expected) =>
        Assert.Equal(expected, SeverityOf(Working, waiting, Completions(daysAgo, 5, 4)));

    /// <summary>Ten completions on one day are one batch, so they do not make a pace of ten per week.</summary>
    [Fact]
    public void Completions_of_one_week_are_one_batch()
    {
        var batch = Enumerable.Range(0, 10).Select(number => HistorySample.Event(Completed, $"done {number}", 30));

        Assert.Null(SeverityOf(Working, 8, [.. batch]));
    }

    [Fact]
    public void It_gives_the_days_the_weeks_of_work_what_waits_and_the_pace() =>
        Assert.Equal(
            "nothing completed for 56 days (since 2026-01-05), although the repository had commits on 2 days or more in each of "
                + "8 weeks and 8 open improvements waited for 4 weeks or more; at the pace before (20 weeks of 20 with a completion) "
                + "such a gap has a probability of 0.1%; complete at least one",
            Check(Working, 8, Completions(56, 20, 1)).OnlyViolation().Message
        );

    [Fact]
    public void A_week_with_commits_on_one_day_is_not_a_week_of_work() =>
        Assert.Null(SeverityOf([.. Enumerable.Range(0, 52).Select(week => 7 * week)], 8, Completions(100, 20, 1)));

    /// <summary>Three weeks of work, three of holiday, and then one or two of work.</summary>
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, Severity.Warning)]
    internal void In_the_first_days_after_a_pause_nothing_stalled(int weeksBack, Severity? expected) =>
        Assert.Equal(
            expected,
            SeverityOf(
                [.. DaysOfWeeks(0, weeksBack), .. DaysOfWeeks(weeksBack + 3, 40)],
                8,
                Completions(7 * (weeksBack + 6), 20, 1)
            )
        );

    [Theory]
    [InlineData(27, null)]
    [InlineData(28, Severity.Warning)]
    internal void An_improvement_captured_in_the_last_four_weeks_did_not_wait(
        int capturedDaysAgo,
        Severity? expected
    ) =>
        Assert.Equal(
            expected,
            HistorySample
                .Check(
                    ExecutionStalled.Rule,
                    HistorySample.Of(
                        364,
                        Working,
                        [HistorySample.Event(Captured, "open", capturedDaysAgo), .. Completions(42, 20, 1)]
                    ),
                    Sample.Item("open")
                )
                .OfType<Violation>()
                .SingleOrDefault()
                ?.Severity
        );

    [Theory]
    [InlineData(1, 0)]
    [InlineData(366, 0)]
    [InlineData(367, 1)]
    [InlineData(0, 1)]
    public void What_is_deferred_to_a_later_day_does_not_wait(int daysAhead, int findings)
    {
        var item = Sample.Item("open 0", status: Status.Deferred) with
        {
            ReviewDate = Sample.Written(Sample.DaysAgo(-daysAhead)),
        };

        Assert.Equal(
            findings,
            HistorySample.Check(ExecutionStalled.Rule, TimelineOf(Working, 1, Completions(91, 20, 1)), item).Length
        );
    }

    [Fact]
    public void A_reopened_completion_is_not_a_completion() =>
        Assert.Equal(
            Severity.Error,
            SeverityOf(
                Working,
                8,
                [
                    .. Completions(56, 20, 1),
                    HistorySample.Event(Completed, "open 0", 10),
                    HistorySample.Event(Reopened, "open 0", 5),
                ]
            )
        );

    [Fact]
    public void A_rejection_is_not_a_completion() =>
        Assert.Equal(
            Severity.Error,
            SeverityOf(Working, 8, [.. Completions(56, 20, 1), HistorySample.Event(Rejected, "y", 2)])
        );

    /// <summary>Five weeks without any completion while six arrived.</summary>
    [Theory]
    [InlineData(35, 6, Severity.Error)]
    [InlineData(35, 5, Severity.Warning)]
    [InlineData(34, 6, Severity.Warning)]
    internal void A_team_that_never_completed_anything_fails_after_five_weeks(
        int startDaysAgo,
        int arrived,
        Severity expected
    )
    {
        var timeline = HistorySample.Of(
            startDaysAgo,
            Working,
            [
                HistorySample.Stock(Captured, "open", startDaysAgo),
                .. Enumerable.Range(0, arrived).Select(number => HistorySample.Event(Captured, $"new {number}", 3)),
            ]
        );

        var found = Assert.IsType<Violation>(
            HistorySample.Check(ExecutionStalled.Rule, timeline, Sample.Item("open"))[0]
        );
        Assert.Equal(expected, found.Severity);
        Assert.Contains(
            $"{arrived} improvements arrived, and 1 open improvement waited for 4 weeks or more; complete",
            found.Message
        );
    }

    [Fact]
    public void Thirty_days_of_history_are_too_short_for_the_error_if_nothing_was_completed()
    {
        var timeline = HistorySample.Of(30, Working, HistorySample.Stock(Captured, "open", 30));
        var results = HistorySample.Check(ExecutionStalled.Rule, timeline, Sample.Item("open"));

        Assert.Equal(Severity.Warning, Assert.IsType<Violation>(results[0]).Severity);
        Assert.Equal(new NotEvaluated("needs 56 days of history, found 30", 30, 56), results[1]);
        Assert.Equal(2, results.Length);
    }

    [Fact]
    public void Thirty_days_of_history_are_enough_with_a_completion_or_without_an_open_improvement()
    {
        var completed = HistorySample.Of(30, Working, HistorySample.Event(Completed, "done", 5));

        Assert.Empty(HistorySample.Check(ExecutionStalled.Rule, completed, Sample.Item("open")));
        Assert.Empty(HistorySample.Check(ExecutionStalled.Rule, HistorySample.Of(30, Working)));
    }

    [Theory]
    [InlineData(27, 0)]
    [InlineData(28, 1)]
    public void Unread_entries_may_be_the_missing_completions(int daysAgo, int missing)
    {
        var backlog = Sample.Backlog(Items(8)).WithUnread();
        var timeline = TimelineOf(Working, 8, Completions(daysAgo, 20, 1));
        var results = HistorySample.Check(ExecutionStalled.Rule, timeline, backlog);

        Assert.Equal(missing, results.OfType<NotEvaluated>().Count());
        Assert.Equal(missing, results.Length);
    }

    [Fact]
    public void What_was_completed_when_the_history_began_may_be_older() =>
        Assert.StartsWith(
            "nothing completed for at least 364 days (",
            Check(Working, 1, HistorySample.Stock(Completed, "done", 364)).OnlyViolation().Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_the_commits_of_the_repository_it_is_not_evaluated() =>
        Assert.StartsWith(
            "needs the commits of the repository",
            HistorySample
                .Check(ExecutionStalled.Rule, new Timeline(Sample.DaysAgo(100), []), Sample.Item("open"))
                .OnlyNotEvaluated()
                .Reason
        );

    private static int[] DaysOfWeeks(int first, int count) =>
        [.. Enumerable.Range(first, count).SelectMany(week => new[] { 7 * week, (7 * week) + 3 })];

    /// <summary>So many completions at a distance of so many weeks; the last one so many days ago.</summary>
    private static TimelineEvent[] Completions(int lastDaysAgo, int count, int weeks) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => HistorySample.Event(Completed, $"done {number}", lastDaysAgo + (7 * weeks * number))),
        ];

    private static Improvement[] Items(int waiting) =>
        [.. Enumerable.Range(0, waiting).Select(number => Sample.Item($"open {number}"))];

    /// <summary>The history is that of the completions, or of a year.</summary>
    private static Timeline TimelineOf(int[] commits, int waiting, params TimelineEvent[] events)
    {
        var first = events.Where(one => one.Kind is Completed).Min(one => one.Date);
        return HistorySample.Of(
            Sample.AsOf.DayNumber - first.DayNumber,
            commits,
            [.. Items(waiting).Select(item => HistorySample.Event(Captured, item.Key, 200)), .. events]
        );
    }

    private static RuleResult[] Check(int[] commits, int waiting, params TimelineEvent[] events) =>
        HistorySample.Check(ExecutionStalled.Rule, TimelineOf(commits, waiting, events), Items(waiting));

    private static Severity? SeverityOf(int[] commits, int waiting, params TimelineEvent[] events) =>
        Check(commits, waiting, events).OfType<Violation>().SingleOrDefault()?.Severity;
}
