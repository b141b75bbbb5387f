namespace KaizenGate.Core.Tests.Editing.Merging;

public class BacklogMergeTests
{
    private const string Template = """
        # Improvement Backlog

        Total Items: 3

        ## High Priority

        ### [PAY-001] Retry failed payments

        - **Impact:** 9/10
        - **Effort:** 2/10
        - **Priority Score:** 81
        - **Status:** To Do

        ### [PAY-002] Cache the exchange rates

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Priority Score:** 72
        - **Status:** To Do

        ## Completed

        ### [PAY-003] Log every refund

        - **Status:** Completed
        - **Completed:** 2026-02-01

        """;

    private const string List = """
        ## To Do

        - [ ] Retry failed payments
        - [ ] Cache the exchange rates

        ## Done

        - [x] Log every refund

        """;

    [Fact]
    public void Two_added_at_the_same_place_are_both_kept_with_the_higher_score_first()
    {
        var ours = With(Template, "## Completed\n", Item("PAY-004", "Round once", 7, 1) + "## Completed\n");
        var theirs = With(Template, "## Completed\n", Item("PAY-005", "Sign the webhook", 9, 3) + "## Completed\n");

        // 7 × 10 = 70, 9 × 8 = 72.
        var expected = With(
            Template,
            "## Completed\n",
            Item("PAY-005", "Sign the webhook", 9, 3) + Item("PAY-004", "Round once", 7, 1) + "## Completed\n"
        );
        Assert.Equal(expected, Merge.Clean(Template, ours, theirs));
        Assert.Equal(expected, Merge.Clean(Template, theirs, ours));
    }

    [Fact]
    public void Completions_of_both_sides_are_kept()
    {
        var merged = Merge.Clean(
            List,
            "## To Do\n\n- [ ] Cache the exchange rates\n\n## Done\n\n- [x] Log every refund\n- [x] Retry failed payments\n",
            "## To Do\n\n- [ ] Retry failed payments\n\n## Done\n\n- [x] Log every refund\n- [x] Cache the exchange rates\n"
        );

        Assert.Equal(
            "## To Do\n\n## Done\n\n- [x] Log every refund\n- [x] Cache the exchange rates\n- [x] Retry failed payments\n",
            merged
        );
    }

    [Fact]
    public void An_improvement_that_one_side_completes_and_the_other_edits_is_both()
    {
        var first = Template.IndexOf("### [PAY-001]", StringComparison.Ordinal);
        var second = Template.IndexOf("### [PAY-002]", StringComparison.Ordinal);
        var done = Template[first..second].Replace("To Do", "Completed", StringComparison.Ordinal);
        var ours = With(Template[..first] + Template[second..], "## Completed\n\n", "## Completed\n\n" + done);
        var theirs = With(Template, "**Impact:** 9/10", "**Impact:** 10/10");

        Assert.Equal(With(ours, "**Impact:** 9/10", "**Impact:** 10/10"), Merge.Clean(Template, ours, theirs));
        Assert.Equal(With(ours, "**Impact:** 9/10", "**Impact:** 10/10"), Merge.Clean(Template, theirs, ours));
    }

    [Fact]
    public void Neighboring_fields_of_one_improvement_merge()
    {
        var ours = With(
            Template,
            "- **Effort:** 2/10\n- **Priority Score:** 81",
            "- **Effort:** 3/10\n- **Priority Score:** 81"
        );
        var theirs = With(Template, "**Impact:** 9/10", "**Impact:** 10/10");

        Assert.Equal(With(ours, "**Impact:** 9/10", "**Impact:** 10/10"), Merge.Clean(Template, ours, theirs));
    }

    [Fact]
    public void The_same_field_changed_differently_is_a_conflict_on_its_line_alone()
    {
        var merged = Merge.Conflicting(
            1,
            Template,
            With(Template, "**Impact:** 9/10", "**Impact:** 10/10"),
            With(Template, "**Impact:** 9/10", "**Impact:** 7/10") + "Kept by the payments team.\n"
        );

        Assert.Equal(
            With(
                Template,
                "- **Impact:** 9/10\n",
                "<<<<<<< main\n- **Impact:** 10/10\n=======\n- **Impact:** 7/10\n>>>>>>> feature\n"
            ) + "Kept by the payments team.\n",
            merged
        );
    }

    [Fact]
    public void Equal_sides_stay_as_they_are()
    {
        var both = With(Template, "Total Items: 3\n", "Total Items: 3\n- Execution Rate: 3~~3%\n");

        Assert.Equal(both, Merge.Clean(Template, both, both));
    }

    [Fact]
    public void The_same_change_on_both_sides_is_made_once()
    {
        var both = With(Template, "**Impact:** 9/10", "**Impact:** 10/10");

        Assert.Equal(both, Merge.Clean(Template, both, both));
    }

    [Fact]
    public void An_improvement_that_one_side_deletes_and_the_other_does_not_change_is_deleted()
    {
        var ours = With(List, "- [ ] Retry failed payments\n", "");
        var theirs = With(List, "- [x] Log every refund\n", "- [x] Log every refund\n- [x] Sign the webhook\n");

        Assert.Equal(With(theirs, "- [ ] Retry failed payments\n", ""), Merge.Clean(List, ours, theirs));
    }

    [Fact]
    public void Deleting_and_changing_an_improvement_conflict()
    {
        var merged = Merge.Conflicting(
            1,
            List,
            With(List, "- [ ] Retry failed payments\n", ""),
            With(List, "- [ ] Retry failed", "- [~] Retry failed")
        );

        Assert.Equal(
            With(
                List,
                "- [ ] Retry failed payments\n",
                "<<<<<<< main\n=======\n- [~] Retry failed payments\n>>>>>>> feature\n"
            ),
            merged
        );
    }

    [Fact]
    public void A_ticked_box_and_a_new_title_merge()
    {
        var merged = Merge.Clean(
            List,
            With(List, "[ ] Cache the exchange rates", "[x] Cache the exchange rates"),
            With(List, "[ ] Cache the exchange rates", "[ ] Cache the daily exchange rates")
        );

        Assert.Equal(With(List, "[ ] Cache the exchange", "[x] Cache the daily exchange"), merged);
    }

    [Fact]
    public void An_improvement_in_two_sections_is_a_conflict_in_both()
    {
        const string lists = "## To Do\n\n- Retry\n\n## Done\n\n- Log\n\n## Rejected\n\n- Bill twice\n";
        var merged = Merge.Conflicting(
            2,
            lists,
            "## To Do\n\n## Done\n\n- Log\n- Retry\n\n## Rejected\n\n- Bill twice\n",
            "## To Do\n\n## Done\n\n- Log\n\n## Rejected\n\n- Bill twice\n- Retry\n"
        );

        Assert.Equal(
            "## To Do\n\n## Done\n\n- Log\n<<<<<<< main\n- Retry\n=======\n>>>>>>> feature\n\n"
                + "## Rejected\n\n- Bill twice\n<<<<<<< main\n=======\n- Retry\n>>>>>>> feature\n",
            merged
        );
    }

    [Fact]
    public void Cells_of_a_row_merge_although_one_side_realigned_the_table()
    {
        const string table =
            "| ID | Title | Impact | Effort |\n| - | - | - | - |\n| A-1 | Retry | 9 | 2 |\n| A-2 | Log | 5 | 5 |\n";
        var merged = Merge.Clean(
            table,
            "| ID  | Title | Impact | Effort |\n| --- | ----- | ------ | ------ |\n| A-1 | Retry | 9      | 3      |\n| A-2 | Log   | 5      | 5      |\n",
            "| ID | Title | Impact | Effort |\n| - | - | - | - |\n| A-1 | Retry | 8 | 2 |\n| A-2 | Log | 5 | 5 |\n| A-3 | Sign | 7 | 7 |\n"
        );

        Assert.Equal(
            "| ID  | Title | Impact | Effort |\n| --- | ----- | ------ | ------ |\n| A-1 | Retry | 8 | 3      |\n| A-2 | Log   | 5      | 5      |\n| A-3 | Sign | 7 | 7 |\n",
            merged
        );
    }

    private const string Rated =
        "# Backlog\n\n- Execution Rate: 33%\n\n## To Do\n\n- [ ] Retry failed payments\n- [ ] Cache the rates\n\n## Completed\n\n- [x] Log refunds\n";

    [Fact]
    public void Counts_are_counted_again()
    {
        var ours = With(Template, "Total Items: 3", "Total Items: 4") + Item("PAY-004", "Round once", 7, 1);
        var theirs = With(Template, "Total Items: 3", "Total Items: 4") + Item("PAY-005", "Sign", 9, 3);

        Assert.Contains("Total Items: 5\n", Merge.Clean(Template, ours, theirs), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_is_counted_again_and_the_later_day_is_taken()
    {
        static string Head(string day, string rate) =>
            $"# Backlog\n\n## Metadata\n\n- Last Updated: {day}\n- Execution Rate: {rate}\n\n";
        const string open = "## To Do\n\n- [ ] Retry\n- [ ] Cache\n- [ ] Sign\n";

        // Of 3 one was done on each side: 2 of 3 are.
        var merged = Merge.Clean(
            Head("2026-03-01", "0% (0 completed / 3 total)") + open,
            Head("2026-03-05", "33% (1 completed / 3 total)") + With(open, "[ ] Retry", "[x] Retry"),
            Head("2026-03-03", "33% (1 completed / 3 total)") + With(open, "[ ] Sign", "[x] Sign")
        );

        Assert.StartsWith(Head("2026-03-05", "67% (2 completed / 3 total)"), merged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- Execution Rate: 43%\n")]
    [InlineData("- Execution Rate: about a third\n")]
    public void A_rate_that_does_not_count_is_that_of_the_side_that_changed_it(string rate)
    {
        var theirs = With(Rated, "- Execution Rate: 33%\n", rate);
        var ours = With(Rated, "Retry failed", "Repeat failed");

        Assert.Equal(With(ours, "- Execution Rate: 33%\n", rate), Merge.Clean(Rated, ours, theirs));
        Assert.Equal(With(ours, "- Execution Rate: 33%\n", rate), Merge.Clean(Rated, theirs, ours));
        Merge.Conflicting(1, Rated, With(ours, "33%", "50%"), With(theirs, rate, "- Execution Rate: 43%\n"));
    }

    [Fact]
    public void Lines_between_the_improvements_merge_as_lines()
    {
        var merged = Merge.Conflicting(
            1,
            "Ask Kim.\n\n" + List,
            "Ask Robin.\n\n" + With(List, "- [x] Log every refund\n", "- [x] Log every refund\n- [x] Sign\n"),
            "Ask Alex.\n\n" + List
        );

        Assert.StartsWith(
            "<<<<<<< main\nAsk Robin.\n=======\nAsk Alex.\n>>>>>>> feature\n\n## To Do\n",
            merged,
            StringComparison.Ordinal
        );
        Assert.EndsWith("- [x] Log every refund\n- [x] Sign\n", merged, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rescored_improvement_moves_up_although_the_other_side_rescored_another()
    {
        const string items = "## To Do\n\n- [ ] A-1 a (impact: 9)\n- [ ] A-2 b\n- [ ] A-3 c\n- [ ] A-4 d\n";
        var merged = Merge.Clean(
            items,
            "## To Do\n\n- [ ] A-3 c\n- [ ] A-1 a (impact: 9)\n- [ ] A-2 b\n- [ ] A-4 d\n",
            "## To Do\n\n- [ ] A-1 a (impact: 9)\n- [ ] A-4 d\n- [ ] A-2 b\n- [ ] A-3 c\n"
        );

        Assert.Equal("## To Do\n\n- [ ] A-3 c\n- [ ] A-1 a (impact: 9)\n- [ ] A-4 d\n- [ ] A-2 b\n", merged);
    }

    [Fact]
    public void A_suppression_moves_with_its_improvement()
    {
        const string comment = "<!-- kaizen-disable-next-item KZ308: agreed with the team -->\n";
        var ancestor = With(Template, "### [PAY-002]", comment + "### [PAY-002]");
        var first = ancestor.IndexOf("### [PAY-001]", StringComparison.Ordinal);
        var second = ancestor.IndexOf(comment, StringComparison.Ordinal);
        var ours = With(
            ancestor[..first] + ancestor[second..],
            "## Completed\n\n",
            "## Completed\n\n" + ancestor[first..second]
        );

        Assert.Equal(ours, Merge.Clean(ancestor, ours, ancestor));
        Assert.Equal(
            With(ours, "every refund", "each refund"),
            Merge.Clean(ancestor, ours, With(ancestor, "every refund", "each refund"))
        );
    }

    private static string With(string text, string part, string other)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, part);
        return text[..at] + other + text[(at + part.Length)..];
    }

    private static string Item(string id, string title, int impact, int effort) =>
        $"### [{id}] {title}\n\n- **Impact:** {impact}/10\n- **Effort:** {effort}/10\n- **Status:** To Do\n\n";
}
