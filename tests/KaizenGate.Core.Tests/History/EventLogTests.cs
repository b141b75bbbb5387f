using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Tests.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

public sealed class EventLogTests
{
    private const string Empty = "# Backlog\n";
    private const string ToDo = "## Backlog\n- [ ] Cache the restore\n";
    private const string Doing = "## Backlog\n- [/] Cache the restore\n";
    private const string Done = "## Completed\n- [x] Cache the restore\n";
    private const string Deferred = "## Deferred\n- [ ] Cache the restore\n";
    private const string Rejected = "## Backlog\n- [-] Cache the restore\n";

    [Fact]
    public void A_new_improvement_is_captured_on_the_day_of_its_commit() =>
        Assert.Equal(["2 Captured"], Events(Empty, ToDo));

    [Fact]
    public void The_first_revision_is_existing_stock() =>
        Assert.Equal(["1 Captured from start", "1 Completed from start"], Events(Done));

    /// <summary>Revisions are a week apart; the third has the first improvement, so that its stock includes that of the fourth.</summary>
    [Fact]
    public void A_backlog_begins_with_its_first_improvement()
    {
        var walk = Walked(Empty, null, ToDo, ToDo + "- [ ] Name the failing check\n");

        Assert.Equal(Day(3), walk.Timeline().FirstCaptured);
        walk.WriteAndRead();
        Assert.Equal(Day(3), walk.Timeline().FirstCaptured);
        Assert.Null(Walked(Empty).Timeline().FirstCaptured);
    }

    [Fact]
    public void A_backlog_that_takes_over_improvements_is_as_old_as_theirs()
    {
        var walk = new Walk(["a.md"], ["b.md"]);
        walk.Go(Day(1), new Dictionary<string, string> { ["a.md"] = ToDo });
        walk.Go(Day(4), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = ToDo });

        Assert.Equal(Day(1), walk.Timeline(1).FirstCaptured);
    }

    [Fact]
    public void A_dated_capture_in_the_first_revision_is_not_existing_stock() =>
        Assert.Equal(
            ["1 Captured from start", "2025-12-24 Captured"],
            Events("## Backlog\n- [ ] One thing\n- [ ] Other stuff\n  - Captured: 2025-12-24\n").Order()
        );

    [Fact]
    public void A_fully_dated_first_revision_starts_with_its_first_capture()
    {
        const string dated = """
            ## Completed
            ### Other stuff
            - Captured: 2025-12-24
            - Completed: 2025-12-30
            ### Not this
            - Status: Rejected
            - Captured: 2025-12-28
            """;

        Assert.Equal(
            ["2025-12-24 Captured", "2025-12-28 Captured", "2025-12-28 Rejected", "2025-12-30 Completed"],
            Events(dated)
        );
        Assert.Equal(new DateOnly(2025, 12, 24), Walked(dated).Timeline().Start);
        Assert.Equal(new DateOnly(2025, 12, 24), Walked(dated).Timeline().FirstCaptured);
        Assert.Equal(Day(1), Walked(ToDo).Timeline().Start);
    }

    [Fact]
    public void A_file_that_removes_old_completions_starts_where_they_are_complete()
    {
        var items = new ItemStates().Of(Md.Read("## Backlog\n- [ ] One\n  - Captured: 2025-01-01\n").Improvements);
        var log = new EventLog(1);

        log.Apply(new("c0", Day(1)), [new(0, 0, items) { Retention = new(new(2025, 12, 6), "why") }]);

        var timeline = log.TimelineOf(0, default, DateOnly.MaxValue)!;
        Assert.Equal((new DateOnly(2025, 12, 6), "why"), (timeline.Start, timeline.CutShortBy));
    }

    [Fact]
    public void A_backlog_without_a_revision_has_no_timeline() =>
        Assert.Null(new EventLog(1).TimelineOf(0, default, DateOnly.MaxValue));

    [Fact]
    public void Work_is_started_and_completed() =>
        Assert.Equal(["2 Captured", "3 Started", "4 Completed"], Events(Empty, ToDo, Doing, Done));

    [Fact]
    public void A_completion_without_a_start_adds_no_start() =>
        Assert.Equal(["2 Captured", "3 Completed"], Events(Empty, ToDo, Done));

    [Fact]
    public void A_dated_start_counts_for_a_completion_without_a_start() =>
        Assert.Equal(
            ["2 Captured", "2026-01-14 Started", "3 Completed"],
            Events(Empty, ToDo, "## Completed\n### Cache the restore\n- Started: 2026-01-14\n- Status: Done\n")
        );

    [Theory]
    [InlineData("2026-01-14", "2026-01-14")]
    [InlineData("2026-02-14", "3")] // later than the commit
    [InlineData("2026-01-08", "3")] // before its capture
    [InlineData("1999-12-31", "3")]
    public void A_date_in_the_file_counts_if_it_is_earlier_and_plausible(string written, string day) =>
        Assert.Equal(
            ["2 Captured", $"{day} Completed"],
            Events(Empty, ToDo, $"## Completed\n### Cache the restore\n- Completed: {written}\n")
        );

    [Fact]
    public void A_pruned_completion_keeps_what_it_said_in_its_last_revision()
    {
        const string fields =
            "- Category: Quality\n- Time Spent: 3 hours\n- Time Saved: 2 h/week\n- Measured Impact: 9 s → 3 s\n";
        var walk = Walked(ToDo, Done, $"## Completed\n### Cache the restore\n{fields}", Empty);
        walk.WriteAndRead();

        var (key, pruned) = Assert.Single(walk.Timeline().Pruned);

        Assert.Equal(("cachetherestore", "Cache the restore", Status.Done), (key, pruned.Title, pruned.Status));
        Assert.Equal(
            (Category.Quality, 3d, 2d, "9 s → 3 s", true),
            (
                pruned.Category!.Value,
                pruned.TimeSpent!.Value,
                pruned.SavedPerWeek!.Value,
                pruned.MeasuredImpact!.Text,
                pruned.MeasuredImpact.Value.HasFigure
            )
        );
        Assert.Empty(Walked(ToDo, Empty).Timeline().Pruned);
        Assert.Empty(Walked(ToDo, Done, Empty, Done).Timeline().Pruned);
    }

    /// <summary>Revision 2 is of the 12th of January.</summary>
    [Theory]
    [InlineData("2025-12-29", "2025-12-29")]
    [InlineData("2025-12-28", "2")]
    public void A_capture_date_more_than_14_days_before_the_commit_does_not_count(string written, string day)
    {
        var walk = Walked(Empty, $"## Backlog\n### Cache the restore\n- Captured: {written}\n");
        walk.WriteAndRead();

        Assert.Equal([$"{day} Captured"], Events(walk));
        Assert.Equal(
            day == "2" ? [new BackdatedCapture("cachetherestore", new(2025, 12, 28), Day(2))] : [],
            walk.Timeline().Ignored
        );
    }

    [Fact]
    public void A_commit_dated_in_the_future_counts_as_of_the_events_before_it()
    {
        var walk = Walked(Empty, ToDo, ToDo);
        walk.Go(new(2030, 1, 1), new Dictionary<string, string> { ["IMPROVEMENTS.md"] = Doing });
        walk.Go(Day(5), new Dictionary<string, string> { ["IMPROVEMENTS.md"] = Done });

        var timeline = walk.Timeline(today: Day(6));

        Assert.Equal([Day(2), Day(2), Day(5)], timeline.Events.Select(one => one.Date));
        Assert.Equal([new FutureCommit("c3", new(2030, 1, 1), Day(2))], timeline.Ignored);
        Assert.Equal(Day(5), timeline.Touched["cachetherestore"]);
        Assert.Empty(walk.Timeline(today: new(2029, 12, 31)).Ignored);
    }

    [Fact]
    public void A_backlog_that_begins_in_the_future_begins_today()
    {
        var timeline = Walked(ToDo).Timeline(today: new(2020, 1, 1));

        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 1)), (timeline.Start, timeline.FirstCaptured));
        Assert.Equal(new DateOnly(2020, 1, 1), Assert.Single(timeline.Events).Date);
    }

    [Fact]
    public void A_new_completed_improvement_is_captured_and_completed() =>
        Assert.Equal(["2 Captured", "2 Completed"], Events(Empty, Done));

    [Fact]
    public void A_deferred_improvement_in_progress_is_started() =>
        Assert.Equal(["2 Captured", "3 Deferred", "4 Started"], Events(Empty, ToDo, Deferred, Doing));

    [Fact]
    public void A_deferred_improvement_back_to_do_is_only_touched()
    {
        var walk = Walked(Empty, Deferred, ToDo);

        Assert.Equal(["2 Captured", "2 Deferred"], Events(walk));
        Assert.Equal(Day(3), walk.Timeline().Touched["cachetherestore"]);
    }

    [Fact]
    public void A_closed_improvement_that_is_open_again_is_reopened() =>
        Assert.Equal(
            ["2 Captured", "2 Rejected", "3 Reopened", "4 Completed", "5 Reopened", "5 Started"],
            Events(Empty, Rejected, ToDo, Done, Doing)
        );

    [Fact]
    public void A_completion_date_before_the_reopening_does_not_date_the_second_completion()
    {
        const string done = "## Completed\n### Cache the restore\n- Completed: 2026-01-13\n";

        Assert.Equal(
            ["2 Captured", "2026-01-13 Completed", "4 Reopened", "5 Completed"],
            Events(Empty, ToDo, done, ToDo, done)
        );
    }

    [Fact]
    public void A_removed_open_improvement_is_dropped() =>
        Assert.Equal(["2 Captured", "3 Dropped"], Events(Empty, ToDo, Empty));

    [Fact]
    public void A_removed_closed_improvement_is_pruned() =>
        Assert.Equal(["2 Captured", "2 Completed", "3 Pruned"], Events(Empty, Done, Empty));

    [Fact]
    public void A_dropped_improvement_that_returns_open_is_reopened_and_not_captured_again() =>
        Assert.Equal(
            ["2 Captured", "3 Dropped", "4 Reopened", "5 Completed", "6 Pruned", "7 Reopened"],
            Events(Empty, ToDo, Empty, ToDo, Done, Empty, ToDo)
        );

    [Fact]
    public void A_pruned_improvement_that_returns_done_has_no_new_event() =>
        Assert.Equal(["2 Captured", "2 Completed", "3 Pruned"], Events(Empty, Done, Empty, Done));

    [Fact]
    public void A_dropped_improvement_that_returns_done_is_completed() =>
        Assert.Equal(["2 Captured", "3 Dropped", "4 Completed"], Events(Empty, ToDo, Empty, Done));

    [Fact]
    public void A_deleted_file_drops_its_items_and_its_return_reopens_them() =>
        Assert.Equal(["1 Captured from start", "2 Dropped", "3 Reopened"], Events(ToDo, null, ToDo));

    [Fact]
    public void Each_change_of_a_score_is_an_event() =>
        Assert.Equal(
            ["1 Captured from start", "2 Scored", "3 Rescored", "4 Rescored"],
            Events(Rated(""), Rated("- Impact: 8\n- Effort: 2\n"), Rated("- Impact: 9\n- Effort: 2\n"), Rated(""))
        );

    [Fact]
    public void A_score_removed_on_completion_is_not_rescored() =>
        Assert.Equal(
            ["1 Captured from start", "1 Scored from start", "2 Completed"],
            Events(Rated("- Impact: 8\n- Effort: 2\n"), Done)
        );

    [Fact]
    public void A_move_to_another_section_is_not_an_event() =>
        Assert.Equal(
            ["1 Captured from start"],
            Events(
                "## High Priority (Impact: High, Effort: Low)\n- [ ] Cache the restore\n",
                "## Low Priority (Impact: Low, Effort: High)\n- [ ] Cache the restore\n"
            )
        );

    [Fact]
    public void A_title_that_keeps_three_words_of_five_is_retitled()
    {
        var walk = Walked("- [ ] Cache the NuGet restore\n", "- [ ] Cache the whole restore\n");

        Assert.Equal(["1 Captured from start", "2 Retitled"], Events(walk));
        Assert.Equal("cachethenugetrestore", walk.Timeline().Renamed["cachethewholerestore"]);
    }

    [Fact]
    public void A_title_that_keeps_less_is_another_improvement() =>
        Assert.Equal(
            ["1 Captured from start", "2 Captured", "2 Dropped"],
            Events("- [ ] Cache the NuGet restore\n", "- [ ] Cache our whole restore\n")
        );

    [Fact]
    public void Each_title_is_matched_once_and_the_best_match_wins()
    {
        var walk = Walked(
            "- [ ] Cache the slow build output\n",
            "- [ ] Cache the slow test output\n- [ ] Cache the slow build output again\n"
        );

        Assert.Equal("cachetheslowbuildoutput", walk.Timeline().Renamed["cachetheslowbuildoutputagain"]);
        Assert.Single(walk.Timeline().Renamed);
    }

    [Fact]
    public void Adding_or_removing_an_id_is_not_an_event() =>
        Assert.Equal(["1 Captured from start"], Events(ToDo, "## Backlog\n- [ ] IMP-1: Cache the restore\n", ToDo));

    [Fact]
    public void A_closed_improvement_is_not_retitled_into_an_open_one() =>
        Assert.Equal(
            ["1 Captured from start", "1 Completed from start", "2 Captured", "2 Pruned"],
            Events("- [x] Speed up the slow build\n", "- [ ] Speed up the slow build again\n")
        );

    [Fact]
    public void An_improvement_takes_its_history_to_another_backlog()
    {
        var walk = new Walk(["a.md"], ["b.md"]);
        walk.Go(Day(1), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = Empty });
        walk.Go(Day(2), new Dictionary<string, string> { ["a.md"] = ToDo, ["b.md"] = Empty });
        walk.Go(Day(3), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = Done });

        Assert.Empty(walk.Timeline(0).Events);
        Assert.Equal(["2 Captured", "3 Completed"], Events(walk, backlog: 1));
    }

    /// <summary>What moves here from another backlog is not the one of the same title that vanished here before.</summary>
    [Fact]
    public void A_moved_improvement_does_not_take_the_place_of_a_dropped_one_with_its_title()
    {
        const string numbered = "## Backlog\n- [ ] IMP-1: Cache the restore\n";
        var walk = new Walk(["a.md"], ["b.md"]);
        walk.Go(Day(1), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = Empty });
        walk.Go(Day(2), new Dictionary<string, string> { ["a.md"] = ToDo, ["b.md"] = Empty });
        walk.Go(Day(3), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = Empty });
        walk.Go(Day(4), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = ToDo });
        walk.Go(Day(5), new Dictionary<string, string> { ["a.md"] = numbered, ["b.md"] = Empty });
        walk.Go(
            Day(6),
            new Dictionary<string, string> { ["a.md"] = $"{numbered}- [ ] Cache the restore\n", ["b.md"] = Empty }
        );

        Assert.Equal(["2 Captured", "3 Dropped", "4 Captured", "6 Reopened"], Events(walk));
        Assert.Empty(walk.Timeline(1).Events);
    }

    [Fact]
    public void The_file_takes_precedence_over_its_archive()
    {
        var walk = new Walk(["a.md", "a.archive.md"]);
        walk.Go(Day(1), new Dictionary<string, string> { ["a.md"] = ToDo, ["a.archive.md"] = Done });
        walk.Go(Day(2), new Dictionary<string, string> { ["a.md"] = Empty, ["a.archive.md"] = Done });

        Assert.Equal(["1 Captured from start", "2 Completed"], Events(walk));
    }

    [Fact]
    public void A_recurring_problem_is_captured_next_to_the_completed_one_and_outlives_it()
    {
        var again = Done + "## Backlog\n- [ ] Cache the restore\n";
        var walk = Walked(Done, again, ToDo);

        Assert.Equal(["1 Captured from start", "1 Completed from start", "2 Captured", "3 Pruned"], Events(walk));
        Assert.Equal("cachetherestore#2", walk.Timeline().Renamed["cachetherestore"]);
    }

    [Fact]
    public void Uncommitted_changes_are_events_without_a_commit()
    {
        var walk = Walked(Empty);
        walk.Log.Apply(new(null, Day(2)), [new(0, 0, new ItemStates().Of(Md.Read(ToDo).Improvements))]);

        Assert.Null(Assert.Single(walk.Timeline().Events).Commit);
    }

    private static string Rated(string fields) => $"## Backlog\n### Cache the restore\n- Status: To Do\n{fields}";

    /// <summary>Revision n is of the n-th Monday of 2026, from the 5th of January.</summary>
    private static DateOnly Day(int revision) => new DateOnly(2025, 12, 29).AddDays(7 * revision);

    private static Walk Walked(params string?[] revisions)
    {
        var walk = new Walk(["IMPROVEMENTS.md"]);
        foreach (var (at, text) in revisions.Index())
        {
            walk.Go(Day(at + 1), text is null ? [] : new Dictionary<string, string> { ["IMPROVEMENTS.md"] = text });
        }

        return walk;
    }

    private static IEnumerable<string> Events(params string?[] revisions) => Events(Walked(revisions));

    /// <summary>The events in words: the revision of the day, or the day when it is that of none.</summary>
    private static IEnumerable<string> Events(Walk walk, int backlog = 0) =>
        walk.Timeline(backlog)
            .Events.Select(one =>
            {
                var revision = Enumerable.Range(1, walk.Revisions).FirstOrDefault(at => Day(at) == one.Date);
                var day = revision > 0 ? $"{revision}" : $"{one.Date:yyyy-MM-dd}";
                return $"{day} {one.Kind}{(one.IsFromStart ? " from start" : "")}";
            });
}
