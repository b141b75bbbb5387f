using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Archiving;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Archiving;

public class ArchiveTests
{
    private const string Backlog = """
        ## High Priority

        ### [A-1] Retry

        - Impact: 9

        ## Completed (Last 30 Days)

        ### [A-3] Sign

        - **Completed:** 2026-01-30

        ### [A-2] Log

        - **Completed:** 2026-01-31

        """;

    // Thirty days before 2 March 2026 is 31 January.
    [Fact]
    public void A_completion_older_than_thirty_days_is_due() => Assert.Equal("A-3", Assert.Single(Due(Backlog)).Id);

    [Theory]
    [InlineData("Last 30 Days", 29, 2)]
    [InlineData("Last 60 Days", null, 0)]
    [InlineData("recent", null, 1)]
    public void A_section_title_or_an_option_sets_how_long_completions_stay(string section, int? days, int due)
    {
        var text = Backlog.Replace("Last 30 Days", section, StringComparison.Ordinal);

        Assert.Equal(due, Archive.Due(Read(text).Backlog, Sample.AsOf, days).Length);
    }

    [Fact]
    public void The_archive_keeps_its_lines_unchanged()
    {
        var backlog = Read(Backlog);
        var due = Due(Backlog);

        Assert.Equal(
            "# Archive\n\n## Completed\n\n### [A-3] Sign\n\n- **Completed:** 2026-01-30\n",
            Archive.Into(Read(Archive.Starter), backlog, due).Text
        );
        Assert.Equal(
            Backlog.Replace("### [A-3] Sign\n\n- **Completed:** 2026-01-30\n\n", "", StringComparison.Ordinal),
            Archive.OutOf(backlog, due).Text
        );
    }

    [Fact]
    public void An_improvement_that_an_interrupted_run_left_in_both_files_is_not_added_again()
    {
        var backlog = Read(Backlog);
        var archive = Archive.Into(Read(Archive.Starter), backlog, Due(Backlog));

        Assert.Equal(archive.Text, Archive.Into(archive, backlog, Due(Backlog)).Text);
    }

    [Fact]
    public void A_recurring_completion_with_the_same_title_is_archived_again()
    {
        const string text = "## Done\n\n- [x] Update the packages ✅ 2026-01-20\n";
        var archive = Read("# Archive\n\n## Completed\n\n- [x] Update the packages ✅ 2025-10-20\n");

        Assert.Equal(
            [new DateOnly(2025, 10, 20), new DateOnly(2026, 1, 20)],
            Archive
                .Into(archive, Read(text), Due(text))
                .Backlog.Improvements.Select(item => item.Completed!.Value)
                .Order()
        );
    }

    [Theory]
    [InlineData("- **Completed:** 2026-01-30\n- **Time Spent:** 3 hours")]
    [InlineData("- **Completed:** 2026-01-30\n\nIt took a second look.")]
    public void Text_written_after_an_interrupted_run_is_not_lost(string details)
    {
        var archive = Archive.Into(Read(Archive.Starter), Read(Backlog), Due(Backlog));
        var now = Backlog.Replace("- **Completed:** 2026-01-30", details, StringComparison.Ordinal);

        var refusal = Assert.Throws<InputException>(() => Archive.Into(archive, Read(now), Due(now)));

        Assert.Equal(9, refusal.Error.Line);
        Assert.Contains("A-3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_the_archive_has_for_another_improvement_is_refused()
    {
        var archive = Read("## Completed\n\n### [A-3] Round\n\n- **Completed:** 2026-01-01\n");

        var refusal = Assert.Throws<InputException>(() => Archive.Into(archive, Read(Backlog), Due(Backlog)));

        Assert.Equal(9, refusal.Error.Line);
    }

    [Theory]
    [InlineData("```")]
    [InlineData("<!--")]
    public void An_archive_that_ends_inside_a_block_is_refused(string open)
    {
        var archive = Read($"# Archive\n\n{open}\n");

        var refusal = Assert.Throws<InputException>(() => Archive.Into(archive, Read(Backlog), Due(Backlog)));

        Assert.Contains("nothing is moved", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, refusal.Error.Line);
    }

    [Theory]
    [InlineData("## Done\n\n- [x] Retry ✅ 2026-01-01\n- [x] Log ✅ 2026-01-02\n")]
    [InlineData("## Done\n\n- 2026-01-01 — Retry\n- 2026-01-02 — Log\n")]
    [InlineData(
        "## Done\n\n| ID | Title | Completed |\n| - | - | - |\n| A-1 | Retry | 2026-01-01 |\n| A-2 | Log | 2026-01-02 |\n"
    )]
    public void Every_form_is_archived_and_read_again(string text)
    {
        var backlog = Read(text);
        var due = Due(text);
        Assert.Equal(2, due.Length);

        var archive = Archive.Into(Read(Archive.Starter), backlog, due);

        Assert.Equal(
            due.Select(item => (item.Key, item.Completed!.Value)),
            archive.Backlog.Improvements.Select(item => (item.Key, item.Completed!.Value))
        );
        Assert.Empty(Archive.OutOf(backlog, due).Backlog.Improvements);
    }

    private static ImmutableArray<Improvement> Due(string text) => Archive.Due(Read(text).Backlog, Sample.AsOf, null);

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
}
