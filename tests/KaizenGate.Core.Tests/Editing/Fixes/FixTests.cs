using KaizenGate.Core.Checking;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Editing.Fixes;

public class FixTests
{
    [Fact]
    public void Every_fixable_rule_has_a_fix() =>
        Assert.Equal(
            RuleCatalog.FixedBy(FixingCommand.Fix).Select(rule => rule.Id),
            Fix.All.Select(fix => fix.Rule.Id).Order()
        );

    [Fact]
    public void A_score_is_computed_again_and_its_remark_stays() =>
        Assert.Equal(
            "### A-1 Retry\r\n\r\n- **Impact:** 8/10\r\n- **Effort:** 2/10\r\n- **Priority Score:** 72 (agreed)\r\n",
            Fixed.Text(
                "### A-1 Retry\r\n\r\n- **Impact:** 8/10\r\n- **Effort:** 2/10\r\n- **Priority Score:** 27 (agreed)\r\n",
                "KZ203"
            )
        );

    [Fact]
    public void Scores_of_another_formula_are_left_alone()
    {
        const string rows =
            "| Title | Impact | Effort | Score |\n| - | - | - | - |\n| a | 8 | 2 | 16 |\n| b | 5 | 5 | 25 |\n| c | 3 | 3 | 9 |\n";

        var outcome = Fixed.Of(rows, "KZ203");

        Assert.Equal(rows, outcome.After.Text);
        Assert.Single(outcome.Left);
    }

    [Fact]
    public void An_improvement_moves_to_the_section_of_its_score() =>
        Assert.Equal(
            "## High Priority\n\n### A-2 Log\n\n- Impact: 9\n- Effort: 2\n\n## Low Priority\n\n### A-1 Retry\n\n- Impact: 3\n- Effort: 8\n",
            Fixed.Text(
                "## High Priority\n\n### A-1 Retry\n\n- Impact: 3\n- Effort: 8\n\n### A-2 Log\n\n- Impact: 9\n- Effort: 2\n\n## Low Priority\n",
                "KZ204"
            )
        );

    [Fact]
    public void A_section_is_sorted_and_improvements_without_a_score_stay_in_place() =>
        Assert.Equal(
            "## To Do\n\n- [ ] c\n  - Impact: 9\n  - Effort: 1\n- [ ] b\n- [ ] a\n  - Impact: 2\n  - Effort: 2\n",
            Fixed.Text(
                "## To Do\n\n- [ ] a\n  - Impact: 2\n  - Effort: 2\n- [ ] b\n- [ ] c\n  - Impact: 9\n  - Effort: 1\n",
                "KZ207"
            )
        );

    [Theory]
    [InlineData("3×", "2×")]
    [InlineData("300%", "200%")]
    [InlineData("10 / 5 = 3×", "10 / 5 = 2×")]
    public void A_return_follows_from_its_hours(string written, string right)
    {
        static string Item(string roi) =>
            $"## Completed\n\n### A-1 Retry\n\n- **Time Spent:** 5 hours\n- **Time Saved:** 10 hours\n- **ROI:** {roi}\n";

        Assert.Equal(Item(right), Fixed.Text(Item(written), "KZ406"));
    }

    [Fact]
    public void Metadata_figures_are_computed_again()
    {
        static string Text(string day, string total, string rate) =>
            $"# Backlog\n\n- Last Updated: {day}\n- Total Items: {total}\n- Execution Rate: {rate}\n\n## To Do\n\n- [ ] a\n- [x] b\n  - Completed: 2026-03-01\n- [ ] c\n";

        // One of three is done.
        Assert.Equal(
            Text("2026-03-01", "3", "33.3% (1 completed / 3 total)"),
            Fixed.Text(Text("2026-02-01", "7", "12.5% (1 completed / 8 total)"), "KZ903")
        );
    }

    [Fact]
    public void A_ticked_task_moves_to_the_completed_ones() =>
        Assert.Equal(
            "## To Do\n\n- [ ] b\n\n## Completed\n\n- [x] a\n",
            Fixed.Text("## To Do\n\n- [x] a\n- [ ] b\n\n## Completed\n", "KZ904")
        );

    [Fact]
    public void A_box_follows_the_status_that_is_written() =>
        Assert.Equal("- [x] A-1 a\n  - Status: Done\n", Fixed.Text("- [ ] A-1 a\n  - Status: Done\n", "KZ904"));

    [Fact]
    public void Of_two_places_the_details_are_right() =>
        Assert.Equal(
            "| ID | Title | Impact |\n| - | - | - |\n| A-1 | Retry | 8 |\n\n### A-1 Retry\n\n- Impact: 8\n- Effort: 2\n",
            Fixed.Text(
                "| ID | Title | Impact |\n| - | - | - |\n| A-1 | Retry | 5 |\n\n### A-1 Retry\n\n- Impact: 8\n- Effort: 2\n",
                "KZ904"
            )
        );

    [Theory]
    [InlineData("### [A-7] Retry", "### [A-8] Log")]
    [InlineData("### A-07: Retry", "### A-08: Log")]
    [InlineData("### A-07 — Retry", "### A-08 — Log")]
    [InlineData("### Retry **now**", "### [IMP-002] Log")]
    public void A_title_gets_the_next_id_as_the_file_writes_them(string first, string second)
    {
        var text = Fixed.Text($"{first}\n\n- Impact: 8\n\n### Log\n\n- Impact: 8\n", "KZ905");

        Assert.Contains($"\n{second}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppressed_finding_stays() =>
        Assert.Empty(
            Fixed.Of("<!-- kaizen-disable KZ905: ids come later -->\n\n### Log\n\n- Impact: 8\n", "KZ905").Fixed
        );

    [Fact]
    public void All_fixes_together_leave_no_findings_and_are_idempotent()
    {
        const string text = """
            # Backlog

            - Total Items: 9

            ## High Priority

            ### [A-1] Retry

            - **Impact:** 3/10
            - **Effort:** 8/10
            - **Priority Score:** 9

            ### Log

            - **Impact:** 8/10
            - **Effort:** 2/10
            - **Priority Score:** 72

            ### [A-3] Sign

            - **Impact:** 9/10
            - **Effort:** 1/10
            - **Priority Score:** 90
            - **Status:** Completed

            ### [A-4] Round

            - **Impact:** 9/10
            - **Effort:** 1/10
            - **Priority Score:** 91

            ## Low Priority

            ## Completed
            """;

        var once = Fixed.Text(text);

        Assert.Equal(
            """
            # Backlog

            - Total Items: 4

            ## High Priority

            ### [A-4] Round

            - **Impact:** 9/10
            - **Effort:** 1/10
            - **Priority Score:** 90

            ### [A-5] Log

            - **Impact:** 8/10
            - **Effort:** 2/10
            - **Priority Score:** 72

            ## Low Priority

            ### [A-1] Retry

            - **Impact:** 3/10
            - **Effort:** 8/10
            - **Priority Score:** 9

            ## Completed

            ### [A-3] Sign

            - **Impact:** 9/10
            - **Effort:** 1/10
            - **Priority Score:** 90
            - **Status:** Completed
            """,
            once
        );
        Assert.Equal(once, Fixed.Text(once));
    }
}
