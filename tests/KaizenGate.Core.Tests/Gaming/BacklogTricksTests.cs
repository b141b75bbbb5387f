namespace KaizenGate.Core.Tests.Gaming;

/// <summary>Tricks with the text of the backlog; see docs/gaming.md.</summary>
public sealed class BacklogTricksTests(FailingRepositories repositories) : IClassFixture<FailingRepositories>
{
    [Fact]
    public void Without_a_trick_both_teams_fail()
    {
        using var growing = repositories.Growing();
        using var idle = repositories.Idle();

        growing.Check().StillFails();
        idle.Check().StillFails();
        idle.Check("2026-02-08").StillFails("KZ305");
    }

    /// <summary>Whether it is really done, only a reviewer sees.</summary>
    [Fact]
    public void Fifteen_marked_as_done_are_shown()
    {
        using var repository = repositories.Growing();

        repository
            .Rewritten((number, own) => number <= 15 ? FailingTeam.Completed(number) : own)
            .Shows("15 completed (15 not measured)");
    }

    [Theory]
    [InlineData("**Measured Impact:** better 1")]
    [InlineData("**Measured Impact:** see PR #12")]
    [InlineData("**Measured Impact:** much faster now")]
    [InlineData("**Time Saved:** 0 h")]
    [InlineData("**Time Saved:** 0 min/week")]
    public void A_measurement_without_a_figure_is_not_one(string measured)
    {
        using var repository = repositories.Growing();

        repository
            .Rewritten((number, own) => number <= 15 ? FailingTeam.Completed(number, measured) : own)
            .Shows("15 completed (15 not measured)");
        repository.Check("2026-03-01").Names("KZ401", "measured impact");
    }

    [Fact]
    public void Trivial_improvements_captured_as_done_are_named()
    {
        using var repository = repositories.Growing();

        var verdict = repository.With(FailingTeam.Text + Trivial(14));

        verdict.Names("KZ313", "14 of 14");
        verdict.Shows("14 completed (14 captured as done, 14 not measured)");
    }

    [Fact]
    public void What_a_change_captures_and_completes_in_two_commits_is_shown()
    {
        using var repository = repositories.Growing();
        repository.With(FailingTeam.Text + Trivial(14).Replace("Done", "To Do", StringComparison.Ordinal));

        repository.With(FailingTeam.Text + Trivial(14)).Shows("14 completed (14 captured as done, 14 not measured)");
    }

    [Fact]
    public void One_improvement_split_into_14_completed_ones_is_named()
    {
        using var repository = repositories.Growing();

        var verdict = repository.Rewritten((number, own) => number == 1 ? Trivial(14) : own);

        verdict.Names("KZ313", "14 of 14");
        verdict.Shows("1 dropped");
    }

    [Fact]
    public void One_fix_under_many_ids_is_named()
    {
        using var repository = repositories.Growing();
        var fixes = string.Concat(
            Enumerable
                .Range(1, 14)
                .Select(number =>
                    FailingTeam.Completed(1).Replace("IMP-001", $"FIX-{number}", StringComparison.Ordinal)
                )
        );

        repository.With(FailingTeam.Text + fixes).Names("KZ313", "captured in the commit that completes them");
    }

    [Theory]
    [InlineData("NEW-{0:000}")]
    [InlineData("TASK-{1}")]
    public void New_ids_change_nothing(string id)
    {
        using var growing = repositories.Growing();
        using var idle = repositories.Idle();
        string Renamed(int number, string own) =>
            own.Replace(
                $"IMP-{number:000}",
                string.Format(null, System.Text.CompositeFormat.Parse(id), number, number + 500),
                StringComparison.Ordinal
            );

        growing.Rewritten(Renamed).StillFails();
        idle.With(FailingTeam.Rewritten(Renamed, count: 9)).StillFails();
    }

    /// <summary>Nothing connects the old improvements with the new ones.</summary>
    [Fact]
    public void New_ids_and_new_titles_are_shown()
    {
        using var repository = repositories.Growing();

        repository
            .Rewritten(
                (number, _) =>
                    $"### [NEW-{number + 500}] {Unrelated[number % 8]} {(char)('a' + (number / 8))}{number * 7919 % 1000}\n\n"
                    + "- **Impact:** 5/10\n- **Effort:** 2/10\n\n"
            )
            .Shows("40 captured, 40 dropped");
    }

    [Fact]
    public void What_is_removed_and_captured_again_keeps_its_age()
    {
        using var growing = repositories.Growing();
        using var idle = repositories.Idle();

        growing.With(FailingTeam.Head);
        growing.With(FailingTeam.Text).StillFails();
        idle.With(FailingTeam.Head);
        idle.With(FailingTeam.IdleText).StillFails();
    }

    public static TheoryData<string, string, string> Hidden =>
        new()
        {
            { "deleted", "", "" },
            { "in a comment", "<!--\n", "-->\n" },
            { "in a code block", "```\n", "```\n" },
        };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Hidden_improvements_are_dropped_but_not_executed(string how, string start, string end)
    {
        using var repository = repositories.Growing();

        var verdict = repository.Rewritten(
            (number, own) =>
                number switch
                {
                    > 37 => own,
                    _ when how is "deleted" => "",
                    1 => start + own,
                    37 => own + end + "\n",
                    _ => own,
                }
        );

        verdict.StillFails();
        verdict.Shows("37 dropped");
    }

    [Theory]
    [InlineData("## Notes\n\n")]
    [InlineData("# Notes\n\n")]
    [InlineData("## Ideas for later\n\n")]
    [InlineData("<details><summary>Old</summary>\n\n")]
    public void Notes_and_folded_parts_hide_nothing(string heading)
    {
        using var repository = repositories.Growing();

        repository.Rewritten((number, own) => number == 4 ? heading + own : own).StillFails();
    }

    [Fact]
    public void Rejections_without_a_reason_are_named()
    {
        using var repository = repositories.Growing();

        var verdict = repository.Rewritten(
            (number, own) => number <= 37 ? FailingTeam.Item(number, "**Status:** Rejected") : own
        );

        verdict.Names("KZ314", "rejected without a reason");
        verdict.Shows("37 rejected (37 without a reason)");
    }

    [Fact]
    public void A_struck_title_is_a_rejection()
    {
        using var repository = repositories.Growing();

        repository
            .Rewritten(
                (number, own) =>
                    own.Replace(
                        FailingTeam.Titles[number - 1],
                        $"~~{FailingTeam.Titles[number - 1]}~~",
                        StringComparison.Ordinal
                    )
            )
            .Names("KZ314", "rejected without a reason");
    }

    [Theory]
    [InlineData("n/a")]
    [InlineData("reason")]
    [InlineData("TBD")]
    public void A_placeholder_does_not_explain_a_rejection(string reason)
    {
        using var repository = repositories.Growing();

        repository
            .Rewritten((number, _) => FailingTeam.Item(number, "**Status:** Rejected", $"**Reason:** {reason}"))
            .Names("KZ314", "rejected without a reason");
    }

    [Fact]
    public void Effort_1_for_all_changes_nothing()
    {
        using var repository = repositories.Growing();

        repository
            .Rewritten(
                (number, own) =>
                    own.Replace($"**Effort:** {2 + (number % 5)}", "**Effort:** 1", StringComparison.Ordinal)
            )
            .StillFails();
    }

    [Fact]
    public void Completed_and_reopened_counts_as_nothing()
    {
        using var repository = repositories.Growing();

        repository.Rewritten((number, _) => FailingTeam.Completed(number));
        repository.With(FailingTeam.Text).StillFails();
    }

    [Fact]
    public void Deferred_to_2099_is_not_executed()
    {
        using var repository = repositories.Growing();

        repository
            .Rewritten(
                (number, _) =>
                    FailingTeam.Item(
                        number,
                        "**Status:** Deferred",
                        "**Reason:** the market is not ready",
                        "**Review Date:** 2099-01-01"
                    )
            )
            .StillFails();
    }

    [Fact]
    public void Marks_of_progress_execute_nothing()
    {
        using var growing = repositories.Growing();
        using var idle = repositories.Idle();
        static string Marked(int number, string own) => FailingTeam.Item(number, "**Status:** In Progress");

        growing.Rewritten(Marked).StillFails();
        idle.With(FailingTeam.Rewritten(Marked, count: 9)).StillFails();
    }

    /// <summary>Old improvements do not become young, and none counts as taken up.</summary>
    [Fact]
    public void A_mark_of_progress_for_one_commit_changes_nothing()
    {
        using var idle = repositories.Idle();
        idle.With(FailingTeam.Rewritten((number, _) => FailingTeam.Item(number, "**Status:** In Progress"), count: 9));
        idle.Git.Commit("2026-02-02", (FailingTeam.Backlog, FailingTeam.IdleText));

        idle.Check("2026-02-08").StillFails("KZ305");
    }

    [Fact]
    public void Without_the_file_there_is_no_backlog()
    {
        using var repository = repositories.Growing();

        repository.With((FailingTeam.Backlog, null)).Names("KZ101", "backlog");
    }

    [Fact]
    public void An_empty_second_backlog_does_not_help()
    {
        using var repository = repositories.Growing();

        repository.With(("docs/IMPROVEMENTS.md", FailingTeam.Head)).StillFails();
    }

    [Fact]
    public void Open_improvements_in_the_archive_are_open_and_named()
    {
        using var repository = repositories.Growing();

        var verdict = repository.With(
            (FailingTeam.Backlog, "# Improvements\n\n- [ ] Rename the readme\n"),
            ("IMPROVEMENTS.archive.md", FailingTeam.Text)
        );

        verdict.StillFails();
        verdict.Names("KZ911", "and 39 others are open");
    }

    [Fact]
    public void A_move_to_a_backlog_with_laxer_settings_is_shown()
    {
        using var repository = repositories.Growing();

        repository
            .With(
                ("docs/IMPROVEMENTS.md", FailingTeam.Text),
                (FailingTeam.Backlog, "# Improvements\n\n- [ ] Rename the readme\n"),
                ("docs/kaizen.json", """{ "profile": "advisory" }""")
            )
            .Shows("40 moved to another backlog");
    }

    private static readonly string[] Unrelated =
    [
        "Paint",
        "Translate",
        "Weld",
        "Polish",
        "Illuminate",
        "Ventilate",
        "Sweep",
        "Varnish",
    ];

    private static string Trivial(int number) =>
        string.Concat(
            Enumerable
                .Range(1, number)
                .Select(one =>
                    $"### [FIX-{one:000}] Correct typo number {one} in the page {(char)('a' + one)}\n\n"
                    + "- **Impact:** 1/10\n- **Effort:** 1/10\n- **Status:** Done\n- **Completed:** 2026-02-01\n\n"
                )
        );
}
