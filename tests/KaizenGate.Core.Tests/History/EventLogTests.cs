using KaizenGate.Core.History;
using KaizenGate.Core.Tests.Reading;

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
    public void What_appears_is_captured_on_the_day_of_its_commit() => Assert.Equal(["2 Captured"], Told(Empty, ToDo));

    [Fact]
    public void What_stands_in_the_first_revision_is_stock() =>
        Assert.Equal(["1 Captured from start", "1 Completed from start"], Told(Done));

    [Fact]
    public void A_dated_capture_in_the_first_revision_is_no_stock() =>
        Assert.Equal(
            ["1 Captured from start", "2025-12-24 Captured"],
            Told("## Backlog\n- [ ] One thing\n- [ ] Other stuff\n  - Captured: 2025-12-24\n").Order()
        );

    [Fact]
    public void A_first_revision_that_is_dated_throughout_starts_with_its_first_capture()
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
            Told(dated)
        );
        Assert.Equal(new DateOnly(2025, 12, 24), Walked(dated).Timeline().Start);
        Assert.Equal(Day(1), Walked(ToDo).Timeline().Start);
    }

    [Fact]
    public void A_file_that_drops_old_completions_starts_where_it_keeps_them()
    {
        var items = new ItemStates().Of(Md.Read("## Backlog\n- [ ] One\n  - Captured: 2025-01-01\n").Improvements);
        var ledger = new EventLog(1);

        ledger.Apply(new("c0", Day(1)), [new(0, 0, items) { Retention = new(new(2025, 12, 6), "why") }]);

        var timeline = ledger.TimelineOf(0, default, null)!;
        Assert.Equal((new DateOnly(2025, 12, 6), "why"), (timeline.Start, timeline.CutShortBy));
    }

    [Fact]
    public void A_backlog_without_a_revision_has_no_timeline() =>
        Assert.Null(new EventLog(1).TimelineOf(0, default, null));

    [Fact]
    public void Work_is_started_and_completed() =>
        Assert.Equal(["2 Captured", "3 Started", "4 Completed"], Told(Empty, ToDo, Doing, Done));

    [Fact]
    public void What_is_done_at_once_was_never_started() =>
        Assert.Equal(["2 Captured", "3 Completed"], Told(Empty, ToDo, Done));

    [Fact]
    public void A_written_start_counts_when_it_is_done_at_once() =>
        Assert.Equal(
            ["2 Captured", "2026-01-14 Started", "3 Completed"],
            Told(Empty, ToDo, "## Completed\n### Cache the restore\n- Started: 2026-01-14\n- Status: Done\n")
        );

    [Theory]
    [InlineData("2026-01-14", "2026-01-14")]
    [InlineData("2026-02-14", "3")] // later than the commit
    [InlineData("2026-01-08", "3")] // before its capture
    [InlineData("1999-12-31", "3")]
    public void A_written_date_counts_when_it_is_earlier_and_plausible(string written, string day) =>
        Assert.Equal(
            ["2 Captured", $"{day} Completed"],
            Told(Empty, ToDo, $"## Completed\n### Cache the restore\n- Completed: {written}\n")
        );

    [Fact]
    public void What_appears_done_is_captured_and_completed() =>
        Assert.Equal(["2 Captured", "2 Completed"], Told(Empty, Done));

    [Fact]
    public void What_is_put_off_and_taken_up_again_is_started_then() =>
        Assert.Equal(["2 Captured", "3 Deferred", "4 Started"], Told(Empty, ToDo, Deferred, Doing));

    [Fact]
    public void What_is_put_off_and_open_again_is_only_touched()
    {
        var walk = Walked(Empty, Deferred, ToDo);

        Assert.Equal(["2 Captured", "2 Deferred"], Told(walk));
        Assert.Equal(Day(3), walk.Timeline().Touched["cachetherestore"]);
    }

    [Fact]
    public void What_was_closed_and_is_open_is_reopened() =>
        Assert.Equal(
            ["2 Captured", "2 Rejected", "3 Reopened", "4 Completed", "5 Reopened", "5 Started"],
            Told(Empty, Rejected, ToDo, Done, Doing)
        );

    [Fact]
    public void A_completion_date_from_before_the_reopening_is_none_of_the_second_completion()
    {
        const string done = "## Completed\n### Cache the restore\n- Completed: 2026-01-13\n";

        Assert.Equal(
            ["2 Captured", "2026-01-13 Completed", "4 Reopened", "5 Completed"],
            Told(Empty, ToDo, done, ToDo, done)
        );
    }

    [Fact]
    public void What_vanishes_open_is_dropped() => Assert.Equal(["2 Captured", "3 Dropped"], Told(Empty, ToDo, Empty));

    [Fact]
    public void What_vanishes_closed_is_pruned() =>
        Assert.Equal(["2 Captured", "2 Completed", "3 Pruned"], Told(Empty, Done, Empty));

    [Fact]
    public void What_comes_back_open_is_reopened_and_not_captured_again() =>
        Assert.Equal(
            ["2 Captured", "3 Dropped", "4 Reopened", "5 Completed", "6 Pruned", "7 Reopened"],
            Told(Empty, ToDo, Empty, ToDo, Done, Empty, ToDo)
        );

    [Fact]
    public void What_comes_back_done_after_it_was_pruned_is_no_news() =>
        Assert.Equal(["2 Captured", "2 Completed", "3 Pruned"], Told(Empty, Done, Empty, Done));

    [Fact]
    public void What_comes_back_done_after_it_was_dropped_is_completed() =>
        Assert.Equal(["2 Captured", "3 Dropped", "4 Completed"], Told(Empty, ToDo, Empty, Done));

    [Fact]
    public void A_deleted_file_drops_its_items_and_gives_them_back_with_it() =>
        Assert.Equal(["1 Captured from start", "2 Dropped", "3 Reopened"], Told(ToDo, null, ToDo));

    [Fact]
    public void Scores_are_followed() =>
        Assert.Equal(
            ["1 Captured from start", "2 Scored", "3 Rescored", "4 Rescored"],
            Told(Rated(""), Rated("- Impact: 8\n- Effort: 2\n"), Rated("- Impact: 9\n- Effort: 2\n"), Rated(""))
        );

    [Fact]
    public void A_score_that_goes_when_it_is_done_is_not_rescored() =>
        Assert.Equal(
            ["1 Captured from start", "1 Scored from start", "2 Completed"],
            Told(Rated("- Impact: 8\n- Effort: 2\n"), Done)
        );

    [Fact]
    public void A_move_to_another_section_is_no_event() =>
        Assert.Equal(
            ["1 Captured from start"],
            Told(
                "## High Priority (Impact: High, Effort: Low)\n- [ ] Cache the restore\n",
                "## Low Priority (Impact: Low, Effort: High)\n- [ ] Cache the restore\n"
            )
        );

    [Fact]
    public void A_title_that_keeps_three_words_of_five_is_retitled()
    {
        var walk = Walked("- [ ] Cache the NuGet restore\n", "- [ ] Cache the whole restore\n");

        Assert.Equal(["1 Captured from start", "2 Retitled"], Told(walk));
        Assert.Equal("cachethenugetrestore", walk.Timeline().Renamed["cachethewholerestore"]);
    }

    [Fact]
    public void A_title_that_keeps_less_is_another_improvement() =>
        Assert.Equal(
            ["1 Captured from start", "2 Captured", "2 Dropped"],
            Told("- [ ] Cache the NuGet restore\n", "- [ ] Cache our whole restore\n")
        );

    [Fact]
    public void Each_title_is_paired_once_and_the_best_first()
    {
        var walk = Walked(
            "- [ ] Cache the slow build output\n",
            "- [ ] Cache the slow test output\n- [ ] Cache the slow build output again\n"
        );

        Assert.Equal("cachetheslowbuildoutput", walk.Timeline().Renamed["cachetheslowbuildoutputagain"]);
        Assert.Single(walk.Timeline().Renamed);
    }

    [Fact]
    public void Two_ids_are_two_improvements_whatever_their_titles() =>
        Assert.Equal(
            ["1 Captured from start", "2 Captured", "2 Dropped"],
            Told("- [ ] IMP-1: Cache the restore\n", "- [ ] IMP-2: Cache the restore\n")
        );

    [Fact]
    public void An_id_that_is_added_or_taken_away_changes_nothing() =>
        Assert.Equal(["1 Captured from start"], Told(ToDo, "## Backlog\n- [ ] IMP-1: Cache the restore\n", ToDo));

    [Fact]
    public void A_closed_improvement_is_not_retitled_into_an_open_one() =>
        Assert.Equal(
            ["1 Captured from start", "1 Completed from start", "2 Captured", "2 Pruned"],
            Told("- [x] Speed up the slow build\n", "- [ ] Speed up the slow build again\n")
        );

    [Fact]
    public void An_improvement_goes_to_another_backlog_with_its_past()
    {
        var walk = new Walk(["a.md"], ["b.md"]);
        walk.Go(Day(1), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = Empty });
        walk.Go(Day(2), new Dictionary<string, string> { ["a.md"] = ToDo, ["b.md"] = Empty });
        walk.Go(Day(3), new Dictionary<string, string> { ["a.md"] = Empty, ["b.md"] = Done });

        Assert.Empty(walk.Timeline(0).Events);
        Assert.Equal(["2 Captured", "3 Completed"], Told(walk, backlog: 1));
    }

    /// <summary>What moves here from another backlog is not the one of the same title that vanished here before.</summary>
    [Fact]
    public void What_moves_in_leaves_a_vanished_twin_its_return()
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

        Assert.Equal(["2 Captured", "3 Dropped", "4 Captured", "6 Reopened"], Told(walk));
        Assert.Empty(walk.Timeline(1).Events);
    }

    [Fact]
    public void The_file_speaks_before_its_archive()
    {
        var walk = new Walk(["a.md", "a.archive.md"]);
        walk.Go(Day(1), new Dictionary<string, string> { ["a.md"] = ToDo, ["a.archive.md"] = Done });
        walk.Go(Day(2), new Dictionary<string, string> { ["a.md"] = Empty, ["a.archive.md"] = Done });

        Assert.Equal(["1 Captured from start", "2 Completed"], Told(walk));
    }

    [Fact]
    public void The_same_trouble_again_is_captured_beside_what_is_done_and_outlives_it()
    {
        var again = Done + "## Backlog\n- [ ] Cache the restore\n";
        var walk = Walked(Done, again, ToDo);

        Assert.Equal(["1 Captured from start", "1 Completed from start", "2 Captured", "3 Pruned"], Told(walk));
        Assert.Equal("cachetherestore#2", walk.Timeline().Renamed["cachetherestore"]);
    }

    [Fact]
    public void Uncommitted_changes_are_events_without_a_commit()
    {
        var walk = Walked(Empty);
        walk.Ledger.Apply(new(null, Day(2)), [new(0, 0, new ItemStates().Of(Md.Read(ToDo).Improvements))]);

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

    private static IEnumerable<string> Told(params string?[] revisions) => Told(Walked(revisions));

    /// <summary>The events in words: the revision of the day, or the day when it is that of none.</summary>
    private static IEnumerable<string> Told(Walk walk, int backlog = 0) =>
        walk.Timeline(backlog)
            .Events.Select(happened =>
            {
                var revision = Enumerable.Range(1, walk.Revisions).FirstOrDefault(at => Day(at) == happened.Date);
                var day = revision > 0 ? $"{revision}" : $"{happened.Date:yyyy-MM-dd}";
                return $"{day} {happened.Kind}{(happened.IsFromStart ? " from start" : "")}";
            });
}
