using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Words, symbols, titles that are struck through, and columns that give a status.</summary>
public class StatusSignsTests
{
    [Theory]
    [InlineData(Status.ToDo, "To Do, Open, Backlog, Proposed, Planned, Pending, New, Not Started, Ready, [ ]")]
    [InlineData(Status.InProgress, "In Progress, Doing, WIP, Active, Started, In Review, [/], [~]")]
    [InlineData(Status.Done, "Done, Complete, Completed, Closed, Shipped, Fixed, Resolved, Implemented, ✅, [x]")]
    [InlineData(Status.Deferred, "Deferred, On Hold, Blocked, Parked, Later, Someday, Icebox")]
    [InlineData(
        Status.Rejected,
        "Rejected, Won't Do, Wontfix, Cancelled, Invalid, Dropped, Not Planned, Superseded, Duplicate, [-]"
    )]
    internal void Every_common_word_is_known(Status expected, string words)
    {
        Assert.All(
            words.Split(", "),
            word => Assert.Equal(expected, Md.One($"### [A-1] a\n\n- **Status:** {word}\n").Status)
        );
    }

    [Theory]
    [InlineData("✅ 92 tests pass", Status.Done)]
    [InlineData("✅ In Progress", Status.InProgress)]
    [InlineData("🚧 Building", Status.InProgress)]
    [InlineData("❌ Two tests fail", Status.ToDo)]
    [InlineData(":white_check_mark: On all platforms", Status.Done)]
    [InlineData("Open, but blocked", Status.ToDo)]
    [InlineData("Blocked - waiting for the vendor", Status.Deferred)]
    [InlineData("in review: two comments left", Status.InProgress)]
    internal void A_sign_decides_only_when_no_word_does(string value, Status expected)
    {
        Assert.Equal(expected, Md.One($"### [A-1] a\n\n- **Status:** {value}\n").Status);
    }

    [Fact]
    public void Unknown_words_are_reported_even_after_a_symbol()
    {
        Assert.Single(Md.Read("### [A-1] a\n\n- **Status:** ⚠️ 406 error\n").Problems);
    }

    [Theory]
    [InlineData("~~old~~ — superseded by A-2", Status.Rejected)]
    [InlineData("~~old~~: too much work", Status.Rejected)]
    [InlineData("**~~old~~**", Status.Rejected)]
    [InlineData("~~**old**~~ *dropped*", Status.Rejected)]
    [InlineData("~~old~~ ~~older~~", Status.Rejected)]
    [InlineData("~~Redis~~ Memcached for the sessions", Status.ToDo)]
    [InlineData("Use ~~Redis~~ Memcached", Status.ToDo)]
    [InlineData("~~old", Status.ToDo)]
    internal void Only_a_title_that_is_struck_through_completely_is_rejected(string title, Status expected)
    {
        Assert.Equal(expected, Md.One($"- [ ] {title}\n").Status);
    }

    [Theory]
    [InlineData("~~a~~ | ")]
    [InlineData("a | [-]")]
    [InlineData("a | ❌")]
    public void A_row_can_be_rejected(string cells)
    {
        Assert.Equal(Status.Rejected, Md.One($"| Task | Status |\n|---|---|\n| {cells} |\n").Status);
    }

    [Theory]
    [InlineData("[x]", Status.Done)]
    [InlineData("✅", Status.Done)]
    [InlineData("2026-01-02", Status.Done)]
    [InlineData("[ ]", Status.ToDo)]
    [InlineData("", Status.ToDo)]
    [InlineData("TBD", Status.ToDo)]
    internal void A_completion_column_gives_the_status(string cell, Status expected)
    {
        Assert.Equal(expected, Md.One($"| Task | Impact | Done |\n|---|---|---|\n| a | 8 | {cell} |\n").Status);
    }

    [Fact]
    public void A_status_overrides_a_completion_date()
    {
        Assert.Equal(
            Status.InProgress,
            Md.One("### [A-1] a\n\n- Completed: 2026-01-02\n- Status: In Progress\n").Status
        );
    }

    [Theory]
    [InlineData("## Deferred", Status.Deferred)]
    [InlineData("## In Progress", Status.InProgress)]
    [InlineData("## Rejected", Status.Rejected)]
    [InlineData("## Completed", Status.ToDo)]
    internal void The_word_open_is_refined_by_its_section_unless_that_contradicts_it(string heading, Status expected)
    {
        Assert.Equal(expected, Md.One($"{heading}\n\n### [A-1] a\n\n- Status: Open\n").Status);
    }

    [Fact]
    public void All_signs_are_kept_the_strongest_first()
    {
        var signs = Md.One("## Deferred\n\n- [x] a ✅\n  - Status: Open\n").StatusSigns;

        Assert.Equal(
            [StatusSource.Field, StatusSource.Title, StatusSource.Box, StatusSource.Section],
            signs.Select(sign => sign.Source)
        );
    }

    [Theory]
    [InlineData("- [x] a ✅ 2026-04-06", "2026-04-06")]
    [InlineData("- [ ] a ✅ 2026-04-06", "2026-04-06")]
    [InlineData("- [x] a\n  - Done: 2026-04-06", "2026-04-06")]
    [InlineData("- [x] 2026-04-06 a", null)]
    [InlineData("## Completed\n\n- [x] 2026-04-06 a", "2026-04-06")]
    [InlineData("## Completed\n\n- 2026-04-06: a", "2026-04-06")]
    [InlineData("## Completed\n\n### 2026-04-06 — a", "2026-04-06")]
    [InlineData("## Completed\n\n### a\n\n- **Date:** 2026-04-06", "2026-04-06")]
    [InlineData("## Completed\n\n- a\n  - Date: Week 12", null)]
    [InlineData("## Completed\n\n- [ ] 2026-04-06 a", null)]
    public void Dates_of_completion(string text, string? expected)
    {
        var item = Md.One($"{text}\n");

        Assert.Equal(
            ("a", expected is null ? (DateOnly?)null : DateOnly.Parse(expected)),
            (item.Title, item.Completed?.Value)
        );
    }

    [Fact]
    public void Outside_a_completed_section_a_date_is_the_capture_date()
    {
        Assert.Equal(
            2,
            Md.One("| Task | Impact | Date |\n|---|---|---|\n| a | 8 | 2026-01-02 |\n").Captured!.Value.Day
        );
    }
}
