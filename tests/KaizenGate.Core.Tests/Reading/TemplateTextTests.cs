using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Placeholders of a template are not values or improvements.</summary>
public class TemplateTextTests
{
    private const string Untouched = """
        ### [IMP-001] a

        - **Impact:** [1-10]
        - **Effort:** TBD
        - **Priority Score:** N/A
        - **Priority:** High / Medium / Low
        - **Category:** -
        - **Owner:** [Name or "Backlog"]
        - **Captured:** YYYY-MM-DD
        - **Target Date:** [YYYY-MM-DD]
        - **Proposed Solution:** TODO
        - **Expected Outcome:**
        - **Time Spent:** …
        - **Measured Impact:** ?
        """;

    [Fact]
    public void Placeholders_are_not_values()
    {
        var item = Md.One(Untouched);

        Assert.Null(item.Impact);
        Assert.Null(item.Effort);
        Assert.Null(item.WrittenScore);
        Assert.Null(item.WrittenPriority);
        Assert.Null(item.Category);
        Assert.Null(item.Owner);
        Assert.Null(item.Captured);
        Assert.Null(item.TargetDate);
        Assert.Null(item.Values.Of(FieldCatalog.ProposedSolution));
        Assert.Null(item.ExpectedOutcome);
        Assert.Null(item.TimeSpent);
        Assert.Null(item.MeasuredImpact);
    }

    [Fact]
    public void Placeholders_are_not_problems()
    {
        Assert.Empty(Md.Read(Untouched).Problems);
    }

    [Theory]
    [InlineData("OPEN | DONE")]
    [InlineData("⏸️ Waiting | 🚧 In Progress | ✅ Done")]
    public void A_status_that_lists_alternatives_says_nothing(string value)
    {
        var item = Md.One($"## Deferred\n\n### [A-1] a\n\n- **Status:** {value}\n");

        Assert.Equal(Status.Deferred, item.Status);
    }

    [Theory]
    [InlineData("- [ ] [Name]")]
    [InlineData("- [ ] ...")]
    [InlineData("- [ ] TBD")]
    [InlineData("- [ ]")]
    [InlineData("- [ ] <what would be better>")]
    [InlineData("### [Feature Name]\n\n- Impact: 3")]
    [InlineData("### 2026-02-XX — [Feature Name]\n\n- Impact: 3")]
    [InlineData("## Completed\n\n- None yet\n- No items")]
    [InlineData("| ID | Task | Status |\n|---|---|---|\n| A-1 | [Name] | Open |")]
    public void A_placeholder_title_is_not_an_improvement(string text)
    {
        Assert.Empty(Md.Titles($"{text}\n"));
    }
}
