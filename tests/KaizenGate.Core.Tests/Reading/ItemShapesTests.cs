using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

public class ItemShapesTests
{
    [Fact]
    public void A_heading_with_an_id_is_an_improvement()
    {
        var item = Md.One("## Backlog\n\n### [IMP-001] Cache the restore\n");

        Assert.Equal(("Cache the restore", "IMP-001", ImprovementForm.Heading), (item.Title, item.Id, item.Form));
    }

    [Fact]
    public void A_heading_with_a_field_of_its_own_is_an_improvement()
    {
        Assert.Equal(["Cache the restore"], Md.Titles("## Ideas\n\n### Cache the restore\n\n- **Impact:** 8/10\n"));
    }

    [Fact]
    public void A_heading_with_prose_is_an_improvement_below_a_section_of_work()
    {
        Assert.Equal(["Cache the restore"], Md.Titles("## Ideas\n\n### Cache the restore\n\nIt would be nice.\n"));
    }

    [Fact]
    public void A_heading_without_id_and_fields_only_groups_tasks()
    {
        Assert.Equal(["a"], Md.Titles("## Ideas\n\n### Restore\n\n- [ ] a\n"));
    }

    [Fact]
    public void The_title_of_the_document_is_not_an_improvement_even_with_a_status()
    {
        Assert.Empty(Md.Titles("# Plan\n\n**Status:** Active\n"));
    }

    [Fact]
    public void A_field_below_the_next_heading_does_not_make_the_heading_above_an_improvement()
    {
        Assert.Equal(["Inner"], Md.Titles("## Outer\n\nText.\n\n### Inner\n\n- Impact: 3\n"));
    }

    [Fact]
    public void Headings_and_tasks_below_an_improvement_belong_to_it()
    {
        var item = Md.One("## [IMP-1] Split the job\n\n- [ ] one\n\n### Notes\n\n- [x] two\n  - [ ] three\n");

        Assert.Equal((3, 1), (item.SubTasks, item.SubTasksDone));
    }

    [Fact]
    public void Tasks_are_improvements_and_nested_tasks_are_subtasks()
    {
        var backlog = Md.Read("## Version 1\n\n- [ ] one\n  - [x] part\n- [x] two\n");

        Assert.Equal(["one", "two"], backlog.Improvements.Select(item => item.Title));
        Assert.Equal(1, backlog.Improvements[0].SubTasks);
    }

    [Fact]
    public void A_bullet_that_groups_tasks_is_transparent()
    {
        Assert.Equal(["a", "b"], Md.Titles("- Fixes:\n  - [ ] a\n  - [ ] b\n"));
    }

    [Fact]
    public void A_task_that_is_a_field_is_not_an_improvement()
    {
        var item = Md.One("### [A-1] Title\n\n- [ ] Priority: Medium\n- [ ] Write it\n");

        Assert.Equal((Priority.Medium, 1), (item.WrittenPriority!.Value, item.SubTasks));
    }

    [Fact]
    public void A_task_whose_label_has_no_value_of_its_kind_is_an_improvement()
    {
        Assert.Equal(["Type: annotations for the parser"], Md.Titles("- [ ] Type: annotations for the parser\n"));
    }

    [Fact]
    public void A_table_with_a_title_and_a_rating_lists_improvements()
    {
        var backlog = Md.Read(
            "| ID | Improvement | Impact | Effort | Status |\n|---|---|---|---|---|\n| T-1 | Cache | 8 | 2 | Open |\n| | | | | |\n"
        );

        var item = Assert.Single(backlog.Improvements);
        Assert.Equal(("T-1", "Cache", 72.0), (item.Id, item.Title, item.Score));
    }

    [Fact]
    public void A_table_without_title_column_or_without_rating_lists_none()
    {
        Assert.Empty(Md.Titles("| Priority | Criteria |\n|---|---|\n| P0 | loses data |\n"));
        Assert.Empty(Md.Titles("| Name | Colour |\n|---|---|\n| a | red |\n"));
    }

    [Fact]
    public void In_a_status_section_a_title_column_is_enough()
    {
        Assert.Equal(["a"], Md.Titles("## Completed\n\n| Task | Date |\n|---|---|\n| a | 2026-01-02 |\n"));
    }

    [Fact]
    public void Escaped_pipes_stay_in_their_cell()
    {
        Assert.Equal(["a | b"], Md.Titles("| Task | Status |\n|---|---|\n| a \\| b | Open |\n"));
    }

    [Fact]
    public void Columns_I_and_E_are_impact_and_effort_when_both_are_there()
    {
        Assert.Equal(72, Md.One("| Item | I | E | Status |\n|-|-|-|-|\n| a | 8 | 2 | Open |\n").Score);
    }

    [Theory]
    [InlineData("## Completed", "- a\n- b", 2)]
    [InlineData("## Completed", "1. a\n2. b", 2)]
    [InlineData("## High Priority", "- a\n- b", 2)]
    [InlineData("## High Priority", "1. a\n2. b", 2)]
    [InlineData("## Ideas for later reading", "- a\n- b", 0)]
    [InlineData("## Rejected", "- a\n- No items\n- None", 1)]
    [InlineData("## Deferred", "- **Label:** text", 0)]
    [InlineData("## Deferred", "- [Anchor](#a)", 0)]
    public void Plain_entries_count_under_priority_and_closed_sections(string heading, string entries, int expected)
    {
        Assert.Equal(expected, Md.Read($"{heading}\n\n{entries}\n").Improvements.Length);
    }

    [Fact]
    public void Plain_entries_do_not_count_where_tasks_are_listed()
    {
        Assert.Equal(["a"], Md.Titles("## High Priority\n\n- a remark\n\n- [ ] a\n"));
    }

    [Fact]
    public void Leaf_headings_are_improvements_under_a_completed_section()
    {
        var items = Md.Read(
            "## Completed Features\n\n### v0.4.2 - Complete installer\n- x\n\n### Cache\n"
        ).Improvements;

        Assert.Equal(["v0.4.2 - Complete installer", "Cache"], items.Select(item => item.Title));
        Assert.All(items, item => Assert.Equal(Status.Done, item.Status));
    }

    [Fact]
    public void A_month_under_a_completed_section_groups_bullets()
    {
        Assert.Equal(["a", "b"], Md.Titles("## Completed\n\n### January 2026\n\n- a\n\n### 2026-02\n\n- b\n"));
    }

    [Theory]
    [InlineData("```\n- [ ] a\n```")]
    [InlineData("    - [ ] a")]
    [InlineData("<!--\n- [ ] a\n-->")]
    [InlineData("> - [ ] a")]
    [InlineData("~~~md\n## [IMP-1] x\n~~~")]
    public void Quotes_code_and_comments_are_never_improvements(string text)
    {
        Assert.Empty(Md.Titles($"{text}\n"));
    }

    [Fact]
    public void Front_matter_is_never_an_improvement()
    {
        Assert.Equal(["b"], Md.Titles("---\ntitle: x\n- [ ] a\n---\n\n- [ ] b\n"));
    }

    [Theory]
    [InlineData("Metadata")]
    [InlineData("Legend")]
    [InlineData("Priority Key")]
    [InlineData("Scoring Guide")]
    [InlineData("How to use this file")]
    [InlineData("Table of Contents")]
    [InlineData("📊 Weekly Metrics")]
    public void Explanatory_sections_have_no_improvements(string heading)
    {
        Assert.Equal(["b"], Md.Titles($"## {heading}\n\n- **Impact:** 1 to 10\n- [ ] a\n\n## Next steps\n\n- [ ] b\n"));
    }

    [Fact]
    public void A_heading_inside_a_fence_of_a_list_ends_with_its_list_item()
    {
        Assert.Equal(["one", "two"], Md.Titles("- [ ] one\n  ```sh\n  # comment\n  ```\n\n## Next\n\n- [ ] two\n"));
    }

    [Fact]
    public void A_row_that_repeats_a_detail_heading_is_the_same_improvement()
    {
        var item = Md.One(
            "| ID | Task | Status |\n|---|---|---|\n| A-1 | Cache | Open |\n\n## Details\n\n### A-1: Cache\n\n- Impact: 8\n- Effort: 2\n"
        );

        Assert.Equal((72.0, 1), (item.Score, item.OtherPlaces.Length));
    }

    [Fact]
    public void Two_headings_with_the_same_id_are_not_merged()
    {
        Assert.Equal(2, Md.Read("### [A-1] Cache\n\n### [A-1] Cache\n").Improvements.Length);
    }

    [Fact]
    public void Contradictory_values_of_an_improvement_are_kept()
    {
        var item = Md.One("| Task | Impact |\n|---|---|\n| Cache | 5 |\n\n### Cache\n\n- Impact: 8\n");

        var contradiction = Assert.Single(item.Contradictions);
        Assert.Equal(
            (FieldCatalog.Impact, "8", "5"),
            (contradiction.Field, contradiction.Text, contradiction.OtherText)
        );
    }

    [Fact]
    public void An_underlined_heading_is_a_section()
    {
        Assert.Equal(Priority.High, Md.One("High Priority\n-------------\n\n- [ ] a\n").Section!.Priority);
    }

    [Fact]
    public void A_thematic_break_directly_below_fields_does_not_make_them_a_heading()
    {
        Assert.Equal(8, Md.One("### Cache\n\n**Impact:** 8/10\n---\n").Impact!.Value);
    }

    [Fact]
    public void Placeholders_of_a_template_are_not_improvements()
    {
        Assert.Empty(
            Md.Titles(
                "## Rejected\n\n### [Feature Name]\n- **Reason:** x\n\n## Completed\n\n### 2026-02-XX — [Name]\n- Impact: 3\n"
            )
        );
    }

    [Fact]
    public void Lettered_bold_paragraphs_below_a_heading_are_the_improvements()
    {
        var text =
            "# Improvements\n\n## Ana's part\n\nShe begins in May.\n\n**A. Cache the fonts**\n\nThey load twice.\n\n**B. Sort the log**\n\nIt is slow.\n";

        Assert.Equal(["A. Cache the fonts", "B. Sort the log"], Md.Titles(text));
    }

    [Fact]
    public void A_bold_title_can_begin_a_long_paragraph()
    {
        var text =
            $"# Improvements\n\n## High Priority\n\n**Cache the fonts.** {string.Concat(Enumerable.Repeat("They load twice. ", 40))}\n";

        Assert.Equal("Cache the fonts.", Md.One(text).Title);
    }
}
