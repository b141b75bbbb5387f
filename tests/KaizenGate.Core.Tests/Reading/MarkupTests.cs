using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Comments, quotes, underlined headings, line endings.</summary>
public class MarkupTests
{
    [Theory]
    [InlineData("<!-- - [ ] b -->")]
    [InlineData("<!-- - [ ] b\n- [ ] c -->")]
    [InlineData("<!--\n## Completed\n- [ ] b\n-->")]
    [InlineData("- a group\n  <!-- - [ ] b -->")]
    [InlineData("- <!-- [ ] b -->")]
    [InlineData("- [ ] <!-- b -->")]
    public void The_text_of_a_comment_is_not_an_improvement(string comment)
    {
        Assert.Equal(["a", "z"], Md.Titles($"- [ ] a\n\n{comment}\n\n- [ ] z\n"));
    }

    [Fact]
    public void A_comment_inside_a_title_is_not_part_of_it()
    {
        Assert.Equal("Cache the restore", Md.One("- [ ] Cache <!-- soon --> the restore\n").Title);
    }

    [Fact]
    public void A_comment_inside_a_value_is_not_part_of_it()
    {
        Assert.Equal(8, Md.One("### [A-1] a\n\n- **Impact:** <!-- 1 to 10 --> 8\n").Impact!.Value);
    }

    [Fact]
    public void A_row_whose_title_is_a_comment_is_none()
    {
        Assert.Empty(Md.Titles("| Task | Status |\n|---|---|\n| <!-- title --> | Open |\n"));
    }

    [Theory]
    [InlineData("- [ ] a\n- [ ] b <!-- kaizen-disable-next-item KZ401: why -->\n- [ ] c\n", 2)]
    [InlineData("- [ ] a\n\n  <!-- kaizen-disable-next-item KZ401: why -->\n- [ ] b\n", 1)]
    [InlineData("<!-- kaizen-disable-next-item\nKZ401: why -->\n\n### [A-1] a\n", 0)]
    [InlineData("- [ ] a\n\n<!-- kaizen-disable-next-item KZ401: why -->\n", null)]
    public void A_suppression_applies_to_the_next_improvement(string text, int? item)
    {
        Assert.Equal(item, Assert.Single(Md.Read(text).Suppressions).Item);
    }

    [Theory]
    [InlineData("```\n<!-- kaizen-disable KZ401: why -->\n```\n")]
    [InlineData("<!-- kaizen-disabled KZ401: why -->\n")]
    [InlineData("kaizen-disable KZ401: why\n")]
    public void Only_a_comment_suppresses_findings(string text)
    {
        Assert.Empty(Md.Read(text).Suppressions);
    }

    [Fact]
    public void Fields_in_a_quote_belong_to_nothing()
    {
        var item = Md.One("### [A-1] a\n\n> - **Impact:** 8\n> - [ ] b\n\n- **Effort:** 2\n");

        Assert.Equal((null, 2.0, 0), (item.Impact, item.Effort!.Value, item.SubTasks));
    }

    [Fact]
    public void Underlined_headings_are_headings()
    {
        var items = Md.Read(
            "Backlog\n=======\n\nHigh Priority\n-------------\n\n- a\n\n[IMP-1] Cache\n---\n\n- Impact: 8\n\nCompleted\n---------\n\n- c\n"
        ).Improvements;

        Assert.Equal(
            [("a", Status.ToDo), ("Cache", Status.ToDo), ("c", Status.Done)],
            items.Select(item => (item.Title, item.Status))
        );
    }

    [Theory]
    [InlineData("#\tHigh Priority")]
    [InlineData("##\tHigh Priority")]
    [InlineData("##\t\tHigh Priority ##")]
    public void A_tab_can_precede_the_text_of_a_heading(string heading)
    {
        var section = Md.One($"# Backlog\n\n{heading}\r\n\n- [ ] a\n").Section;
        Assert.Equal("High Priority", section!.Title);
        Assert.Equal(Priority.High, section.Priority);
        Assert.Equal((3, heading.IndexOf('H') + 1), (section.Span.Line, section.Span.Column));
    }

    [Fact]
    public void A_field_above_a_thematic_break_is_not_a_heading()
    {
        Assert.Equal(2, Md.One("### [A-1] a\n\n**Impact:** 8\n**Effort:** 2\n---\n\nText.\n").Effort!.Value);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Other_line_endings_give_the_same_places(string ending)
    {
        var text = "## Done\n\n| Task | Date |\n|---|---|\n| a | 2026-01-02 |\n\n- [x] wrapped\n  title\n";

        var items = Md.Read(text.Replace("\n", ending, StringComparison.Ordinal)).Improvements;

        Assert.Equal(
            [("a", 5, 3), ("wrapped title", 7, 7)],
            items.Select(item => (item.Title, item.Span.Line, item.Span.Column))
        );
    }

    [Theory]
    [InlineData("Impact|Item|Effort\n-|-|-\n8|a|2\n")]
    [InlineData("- list\n\n  | Item | Impact | Effort |\n  |:---|:---:|---:|\n  | a | 8 | 2 |\n")]
    [InlineData("| **Item** | _Impact_ | `Effort` |\n|---|---|---|\n| **a** | **8** | 2/10 | too much |\n")]
    public void Tables_in_all_their_forms(string text)
    {
        Assert.Equal(("a", 72.0), (Md.One(text).Title, Md.One(text).Score));
    }

    [Fact]
    public void A_row_that_is_too_short_lacks_its_last_values()
    {
        Assert.Null(Md.One("| Item | Impact | Effort |\n|---|---|---|\n| a | 8\n").Effort);
    }

    [Theory]
    [InlineData("Metadata")]
    [InlineData("Legend")]
    [InlineData("Key")]
    [InlineData("Scale")]
    [InlineData("Criteria")]
    [InlineData("Acceptance Criteria")]
    [InlineData("Guide")]
    [InlineData("How to add one")]
    [InlineData("Usage")]
    [InlineData("Rules")]
    [InlineData("Statistics")]
    [InlineData("Metrics")]
    [InlineData("Contents")]
    [InlineData("Definition of Done")]
    public void Explaining_headings(string heading)
    {
        Assert.Empty(Md.Titles($"## {heading}\n\n- [ ] a\n\n### [A-1] b\n"));
    }

    [Theory]
    [InlineData("Key results")]
    [InlineData("Rules engine")]
    [InlineData("Usage tracking")]
    [InlineData("Scale out the workers")]
    [InlineData("Metrics endpoint is slow")]
    public void Headings_that_only_begin_like_explaining_ones(string heading)
    {
        Assert.Equal(["a"], Md.Titles($"## {heading}\n\n- [ ] a\n"));
    }
}
