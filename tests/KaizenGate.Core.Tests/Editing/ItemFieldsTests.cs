using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing;

public sealed class ItemFieldsTests
{
    [Theory]
    [InlineData(
        "### [A-1] T\n\n- **Impact:** 8/10 (why)\n- **Owner:** Ada\n",
        "impact",
        "7",
        "### [A-1] T\n\n- **Impact:** 7/10 (why)\n- **Owner:** Ada\n"
    )]
    [InlineData(
        "### [A-1] T\n\n- **Impact:** 8/10\n- **Owner:** Ada\n",
        "effort",
        "3",
        "### [A-1] T\n\n- **Impact:** 8/10\n- **Effort:** 3/10\n- **Owner:** Ada\n"
    )]
    [InlineData(
        "### [A-1] T\n\n**Impact:** 8\n**Owner:** Ada\n",
        "effort",
        "3",
        "### [A-1] T\n\n**Impact:** 8\n**Effort:** 3/10\n**Owner:** Ada\n"
    )]
    [InlineData(
        "### [A-1] T\n\n**Impact:** 8  \n**Owner:** Ada\n",
        "reason",
        "no time",
        "### [A-1] T\n\n**Impact:** 8  \n**Owner:** Ada  \n**Reason:** no time\n"
    )]
    [InlineData(
        "### [A-1] T\r\n\r\n- **Status**: Open\r\n",
        "status",
        "InProgress",
        "### [A-1] T\r\n\r\n- **Status**: In Progress\r\n"
    )]
    [InlineData("### [A-1] T (Impact: 8, 2h)\n", "impact", "7", "### [A-1] T (Impact: 7, 2h)\n")]
    [InlineData("### [A-1] T — Impact: 8/10\n", "impact", "7", "### [A-1] T — Impact: 7/10\n")]
    [InlineData("### [A-1] T [small]\n", "effort", "7", "### [A-1] T [Effort: 7]\n")]
    [InlineData("- [ ] T @ann\n", "owner", "bob", "- [ ] T @bob\n")]
    [InlineData(
        "### [A-1] T\n\n- Score: 8 × (11−3) = **64** — as agreed\n",
        "priorityScore",
        "72",
        "### [A-1] T\n\n- Score: **72** — as agreed\n"
    )]
    [InlineData(
        "### [A-1] T\n\n- Score: 64 (because retry=important)\n",
        "priorityScore",
        "72",
        "### [A-1] T\n\n- Score: 72 (because retry=important)\n"
    )]
    [InlineData("100. [ ] T\n", "owner", "bob", "100. [ ] T\n     - Owner: bob\n")]
    [InlineData("-\t[ ] T\n", "owner", "bob", "-\t[ ] T\n    - Owner: bob\n")]
    [InlineData("-    [ ] T\n", "owner", "bob", "-    [ ] T\n     - Owner: bob\n")]
    [InlineData("### [A-1] T\n", "impact", "7", "### [A-1] T\n\n- **Impact:** 7/10\n")]
    [InlineData(
        "### [A-1] T\n\n**Impact:** 8  \n**Effort:** 2\n\n**Solution:**\n- cache\n- sort\n",
        "timeSpent",
        "3 hours",
        "### [A-1] T\n\n**Impact:** 8  \n**Effort:** 2\n\n**Solution:**\n- cache\n- sort\n\n**Time Spent:** 3 hours\n"
    )]
    [InlineData("### [A-1] T\ntext\n", "impact", "7", "### [A-1] T\n\n- **Impact:** 7/10\n\ntext\n")]
    [InlineData("### [A-1] T", "impact", "7", "### [A-1] T\n\n- **Impact:** 7/10")]
    [InlineData("- [ ] T\n  - [ ] part\n- [ ] U\n", "status", "Done", "- [x] T\n  - [ ] part\n- [ ] U\n")]
    [InlineData("- [ ] T\n  - [ ] part\n- [ ] U\n", "owner", "Ada", "- [ ] T\n  - Owner: Ada\n  - [ ] part\n- [ ] U\n")]
    [InlineData(
        "- [ ] T\n  - [ ] Owner: Bob\n  - [ ] part\n",
        "owner",
        "Ada",
        "- [ ] T\n  - [ ] Owner: Ada\n  - [ ] part\n"
    )]
    [InlineData(
        "* [ ] T\n* [ ] U\n  * **Owner:** Bob\n",
        "owner",
        "Ada",
        "* [ ] T\n  * **Owner:** Ada\n* [ ] U\n  * **Owner:** Bob\n"
    )]
    [InlineData(
        "| Task | Impact | Status |\n| ---- | ------ | ------ |\n| T    | 8      | Open   |\n",
        "impact",
        "10",
        "| Task | Impact | Status |\n| ---- | ------ | ------ |\n| T    | 10     | Open   |\n"
    )]
    [InlineData(
        "| Task | Impact | Status |\n|---|---|---|\n| T | 8 | Open |\n",
        "status",
        "Done",
        "| Task | Impact | Status |\n|---|---|---|\n| T | 8 | Done |\n"
    )]
    [InlineData(
        "|Task|Impact|Status|\n|---|---|---|\n|T||Open|\n",
        "impact",
        "7",
        "|Task|Impact|Status|\n|---|---|---|\n|T|7|Open|\n"
    )]
    [InlineData(
        "### [A-1] T\n\n- **Owner:** [Name]\n- **Target Date:**\n",
        "targetDate",
        "2026-02-03",
        "### [A-1] T\n\n- **Owner:** [Name]\n- **Target Date:** 2026-02-03\n"
    )]
    [InlineData(
        "### [A-1] T\n\n- **Owner:** [Name]\n- **Target Date:**\n",
        "owner",
        "Ada",
        "### [A-1] T\n\n- **Owner:** Ada\n- **Target Date:**\n"
    )]
    [InlineData(
        "## To Do\n\n100. [ ] Cache the fonts\n",
        "impact",
        "7",
        "## To Do\n\n100. [ ] Cache the fonts\n     - Impact: 7/10\n"
    )]
    [InlineData("-\t[ ] T\n", "impact", "7", "-\t[ ] T\n    - Impact: 7/10\n")]
    [InlineData("-    [ ] T\n", "impact", "7", "-    [ ] T\n     - Impact: 7/10\n")]
    [InlineData(
        "## To Do\n\n- Cache the fonts\n- Sort the log\n",
        "impact",
        "7",
        "## To Do\n\n- Cache the fonts\n  - Impact: 7/10\n- Sort the log\n"
    )]
    [InlineData(
        "## To Do\n\n[ ] Cache the fonts\nof the editor\n\n[ ] Sort the log\n",
        "impact",
        "7",
        "## To Do\n\n[ ] Cache the fonts\nof the editor\n\n- Impact: 7/10\n\n[ ] Sort the log\n"
    )]
    [InlineData(
        "### [A-1] T\n\n- **Impact:** High — they said so\n- **Effort:** 2\n",
        "impact",
        "7",
        "### [A-1] T\n\n- **Impact:** 7 — they said so\n- **Effort:** 2\n"
    )]
    public void A_field_is_written_in_the_style_of_its_neighbors(string before, string name, string value, string after)
    {
        var document = EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), before, ReadingOptions.Default);
        var field = FieldCatalog.Table.All.Single(one => one.Name == name);
        var edited = document.With(ItemFields.Set(document, document.Backlog.Improvements[0], field, value));
        Assert.Equal(after, edited.Text);
        if (field.HasValue)
        {
            Assert.NotNull(edited.Backlog.Improvements[0].Values.Of(field));
        }
    }

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_not_edited()
    {
        const string text = "| ID | Title | Impact |\n| - | - | - |\n| A-1 | Run `a|b` | 8 |\n";
        var document = EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);

        var refused = Assert.Throws<InputException>(() =>
            ItemFields.Set(document, document.Backlog.Improvements[0], FieldCatalog.Impact, "7")
        );

        Assert.Contains("4 cells", refused.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "# B\n\n## High Priority\n\n### [A-1] T\n\n- **Impact:** 8\n\n### [A-2] U\n\n- x\n\n## Completed\n\n### [A-3] V\n\n- y\n",
        "# B\n\n## High Priority\n\n### [A-2] U\n\n- x\n\n## Completed\n\n### [A-1] T\n\n- **Impact:** 8\n\n### [A-3] V\n\n- y\n"
    )]
    [InlineData(
        "# B\n\n## High Priority\n\n### [A-1] T\n\n- **Impact:** 8\n\n## Metadata\n\n- x",
        "# B\n\n## High Priority\n\n## Completed\n\n### [A-1] T\n\n- **Impact:** 8\n\n## Metadata\n\n- x"
    )]
    [InlineData(
        "## High Priority\n\n- [ ] a\n  - x\n- [ ] b\n\n## Completed\n",
        "## High Priority\n\n- [ ] b\n\n## Completed\n\n- [ ] a\n  - x\n"
    )]
    [InlineData(
        "## High Priority\n\n- [ ] a\n- [ ] b\n\n## Completed\n\n- [x] c\n",
        "## High Priority\n\n- [ ] b\n\n## Completed\n\n- [ ] a\n- [x] c\n"
    )]
    [InlineData(
        "## High Priority\n\n### [A-1] T\n\ntext\n\n## Completed\n\n- c\n",
        "## High Priority\n\n## Completed\n\n- [A-1] T\n  text\n- c\n"
    )]
    [InlineData(
        "## [A-1] T\n\n- **Impact:** 8\n\n#### S\n\nx\n\n## [A-2] U\n",
        "## [A-2] U\n\n## Completed\n\n### [A-1] T\n\n- **Impact:** 8\n\n##### S\n\nx\n"
    )]
    public void A_completed_improvement_moves_to_its_section(string before, string after)
    {
        var document = EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), before, ReadingOptions.Default);
        var edited = document.With(
            SectionMove.Move(document, document.Backlog.Improvements[0], new Destination(Status.Done, null))
        );
        Assert.Equal(after, edited.Text);
    }
}
