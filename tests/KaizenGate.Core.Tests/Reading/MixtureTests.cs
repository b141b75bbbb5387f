using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Mixed forms, nested groups, and improvements that the file lists twice.</summary>
public class MixtureTests
{
    [Fact]
    public void Bullets_below_nested_groups_inherit_the_section_when_the_groups_are_periods()
    {
        var items = Md.Read("## Completed\n\n### 2026\n\n#### March 2026\n\n- a\n").Improvements;

        Assert.Equal(("a", Status.Done), (Assert.Single(items).Title, items[0].Status));
    }

    [Fact]
    public void Tasks_below_nested_headings_inherit_priority_and_status()
    {
        var item = Md.One("## Low Priority\n\n### Backend\n\n#### Storage\n\n- [ ] a\n");

        Assert.Equal(("Storage", Priority.Low), (item.Section!.Title, item.Section.Priority!.Value));
    }

    [Fact]
    public void A_section_inside_of_a_section_adds_to_it()
    {
        var item = Md.One("## High Priority\n\n### In Progress\n\n- [ ] a\n");

        Assert.Equal((Priority.High, Status.InProgress), (item.Section!.Priority!.Value, item.Status));
    }

    [Fact]
    public void A_section_ends_at_the_next_heading_of_its_level()
    {
        Assert.Null(Md.One("## High Priority\n\n## Ideas\n\n- [ ] a\n").Section!.Priority);
    }

    [Fact]
    public void A_legend_below_a_priority_section_holds_no_improvements()
    {
        Assert.Equal(
            ["a"],
            Md.Titles("## High Priority\n\n- [ ] a\n\n### Legend\n\n- [ ] b\n\n#### Colours\n\n- [ ] c\n")
        );
    }

    [Fact]
    public void A_heading_nested_in_an_improvement_belongs_to_it_even_with_an_id()
    {
        Assert.Equal(["Big"], Md.Titles("## [EPIC-1] Big\n\n### [IMP-1] Part\n\n- Impact: 2\n"));
    }

    [Fact]
    public void Bullets_of_a_closed_section_count_next_to_its_plain_headings()
    {
        Assert.Equal(["a", "Big one"], Md.Titles("## Deferred\n\n- a\n\n### Big one\n\nA detail.\n"));
    }

    [Fact]
    public void Bullets_do_not_count_next_to_headings_that_are_improvements_by_themselves()
    {
        Assert.Equal(["Cache"], Md.Titles("## Deferred\n\n- a remark\n\n### [A-1] Cache\n"));
    }

    [Theory]
    [InlineData("- IMP-3")]
    [InlineData("- [IMP-3](#imp-3)")]
    [InlineData("- IMP-3, IMP-4")]
    [InlineData("- **IMP-3** and IMP-4")]
    [InlineData("1. imp-3")]
    public void An_entry_that_only_cites_known_ids_is_a_reference(string entry)
    {
        Assert.Equal(
            ["Cache", "Index"],
            Md.Titles($"## Backlog\n\n### [IMP-3] Cache\n\n### [IMP-4] Index\n\n## Completed\n\n{entry}\n")
        );
    }

    [Fact]
    public void A_reference_changes_no_status()
    {
        var item = Md.One("## Backlog\n\n### [IMP-3] Cache\n\n## Deferred\n\n- IMP-3\n");

        Assert.Equal((Status.ToDo, 0), (item.Status, item.OtherPlaces.Length));
    }

    [Fact]
    public void An_entry_with_a_unique_id_is_an_improvement()
    {
        Assert.Equal(["IMP-9"], Md.Titles("## Backlog\n\n### [IMP-3] Cache\n\n## Completed\n\n- IMP-9\n")[1..]);
    }

    [Fact]
    public void A_linked_id_with_a_title_is_the_improvement_that_it_links_to()
    {
        var item = Md.One("### [IMP-3] Cache\n\n## Completed\n\n- [IMP-3](#imp-3) Cache\n");

        Assert.Equal((Status.Done, 1), (item.Status, item.OtherPlaces.Length));
    }

    [Theory]
    [InlineData("- Added: a dark mode", 1)]
    [InlineData("- Fixes: the flicker", 1)]
    [InlineData("- **Added:** a dark mode", 0)]
    [InlineData("- Owner: Ann", 0)]
    [InlineData("- Added: 2026-01-02", 0)]
    public void A_plain_label_without_a_value_of_its_kind_begins_a_title(string entry, int expected)
    {
        Assert.Equal(expected, Md.Read($"## Completed\n\n{entry}\n").Improvements.Length);
    }

    [Fact]
    public void A_row_is_merged_with_the_heading_that_has_its_id_or_title()
    {
        var items = Md.Read(
            "| ID | Task | Effort |\n|---|---|---|\n| A-1 | Short | 2 |\n| A-2 | Index *all* | 3 |\n\n## Details\n\n### A-1: Cache the restore\n\n### Index all (soon)\n\n- Impact: 8\n"
        ).Improvements;

        Assert.Equal(
            [("A-1", "Cache the restore"), ("A-2", "Index all (soon)")],
            items.Select(one => (one.Id, one.Title))
        );
        Assert.Equal([2.0, 3.0], items.Select(one => one.Effort!.Value));
    }

    [Fact]
    public void Tasks_and_bullets_are_merged_with_their_heading()
    {
        var items = Md.Read(
            "- [x] Cache\n\n## Details\n\n### Cache\n\n- Impact: 8\n\n### Index\n\n- Impact: 3\n\n## Deferred\n\n- Index\n"
        ).Improvements;

        Assert.Equal(
            [("Cache", Status.Done), ("Index", Status.Deferred)],
            items.Select(one => (one.Title, one.Status))
        );
    }

    [Fact]
    public void Equal_titles_with_different_ids_are_not_merged()
    {
        Assert.Equal(
            2,
            Md.Read(
                "| ID | Task | Effort |\n|---|---|---|\n| A-1 | Cache | 2 |\n\n### A-2: Cache\n"
            ).Improvements.Length
        );
    }

    [Theory]
    [InlineData("- [ ] Cache\n- [ ] Cache\n")]
    [InlineData("| Task | Effort |\n|---|---|\n| Cache | 2 |\n| Cache | 2 |\n")]
    [InlineData("- [ ] [A-1] Cache\n- [ ] [A-1] Cache\n")]
    [InlineData("- [ ] Cache\n\n| Task | Effort |\n|---|---|\n| Cache | 2 |\n")]
    public void Without_a_heading_nothing_is_merged(string text)
    {
        Assert.Equal(2, Md.Read(text).Improvements.Length);
    }

    [Theory]
    [InlineData("Captured", "2026-01-01", "2026-01-02")]
    [InlineData("Due", "2026-01-01", "2026-01-02")]
    [InlineData("Priority", "High", "Low")]
    [InlineData("Score", "72", "60")]
    public void Two_places_that_differ_are_a_contradiction(string label, string listed, string detail)
    {
        var item = Md.One(
            $"| Task | Effort | {label} |\n|---|---|---|\n| Cache | 2 | {listed} |\n\n### Cache\n\n- {label}: {detail}\n- Impact: 3\n"
        );

        var contradiction = Assert.Single(item.Contradictions);
        Assert.Equal((detail, 7), (contradiction.Text, contradiction.Span.Line));
        Assert.Equal((listed, 3), (contradiction.OtherText, contradiction.OtherSpan.Line));
    }

    [Fact]
    public void Open_in_one_place_and_in_progress_in_another_is_not_a_contradiction()
    {
        var item = Md.One("| Task | Status |\n|---|---|\n| Cache | Open |\n\n### Cache\n\n- Status: In Progress\n");

        Assert.Equal((Status.InProgress, 0), (item.Status, item.Contradictions.Length));
    }

    [Fact]
    public void Each_duplicate_is_compared_with_the_heading()
    {
        var item = Md.One(
            "### Cache\n\n- Status: Open\n- Impact: 8\n\n## Lists\n\n| Task | Impact | Status |\n|---|---|---|\n| Cache | 8 | Done |\n| Cache | 7 | Open |\n"
        );

        Assert.Equal([FieldCatalog.Status, FieldCatalog.Impact], item.Contradictions.Select(found => found.Field));
        Assert.Equal(2, item.OtherPlaces.Length);
    }

    [Fact]
    public void A_written_value_of_the_list_overrides_an_inferred_one()
    {
        var item = Md.One("| Task | Impact |\n|---|---|\n| Cache | 7 |\n\n### Cache\n\n- Impact: High\n");

        Assert.Equal(
            (7.0, ValueOrigin.Written, 0),
            (item.Impact!.Value, item.Impact.Origin, item.Contradictions.Length)
        );
    }
}
