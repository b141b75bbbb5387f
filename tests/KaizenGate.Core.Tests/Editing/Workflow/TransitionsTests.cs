using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class TransitionsTests
{
    private const string Sections = """
        ## High Priority

        ## Low Priority

        ### [A-1] Retry

        - **Impact:** 2/10
        - **Effort:** 9/10
        - **Priority Score:** 4
        - **Priority:** Low

        """;

    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void A_score_is_written_and_moves_the_improvement() =>
        Assert.Equal(
            """
            ## High Priority

            ### [A-1] Retry

            - **Impact:** 9/10
            - **Effort:** 2/10
            - **Priority Score:** 81
            - **Priority:** High

            ## Low Priority

            """,
            After(Sections, (text, item) => Scores.Set(text, new GivenScore(item, "9", "2")))
        );

    [Fact]
    public void A_rating_that_is_not_given_stays() =>
        Assert.Equal(
            Sections.Replace("9/10", "8/10", StringComparison.Ordinal).Replace("4\n", "6\n", StringComparison.Ordinal),
            After(Sections, (text, item) => Scores.Set(text, new GivenScore(item, null, "8")))
        );

    [Fact]
    public void A_score_is_not_written_in_a_file_without_scores() =>
        Assert.Equal(
            "### [A-1] Retry\n\n- **Impact:** 9/10\n- **Effort:** 2/10\n",
            After("### [A-1] Retry\n", (text, item) => Scores.Set(text, new GivenScore(item, "9", "2")))
        );

    [Fact]
    public void The_score_is_written_when_the_others_have_one()
    {
        const string other =
            "\n### [A-2] Log less\n\n- **Impact:** 9/10\n- **Effort:** 1/10\n- **Priority Score:** 90\n";

        Assert.Equal(
            $"### [A-1] Retry\n\n- **Impact:** 9/10\n- **Effort:** 2/10\n- **Priority Score:** 81\n{other}",
            After($"### [A-1] Retry\n{other}", (text, item) => Scores.Set(text, new GivenScore(item, "9", "2")))
        );
    }

    [Fact]
    public void A_deferred_improvement_has_its_reason_and_review_date() =>
        Assert.Equal(
            "### [A-1] Retry\n\n- **Status:** Deferred\n- **Reason:** no time\n- **Review Date:** 2026-06-01\n",
            After(
                "### [A-1] Retry\n\n- **Status:** To Do\n",
                (text, item) => Transitions.Defer(text, item, "no time", new DateOnly(2026, 6, 1))
            )
        );

    [Fact]
    public void Deferring_without_a_reason_changes_only_the_status() =>
        Assert.Equal(
            "### [A-1] Retry\n\n- **Status:** Deferred\n",
            After("### [A-1] Retry\n\n- **Status:** To Do\n", (text, item) => Transitions.Defer(text, item, null, null))
        );

    [Fact]
    public void A_rejected_improvement_has_its_reason() =>
        Assert.Equal(
            "### [A-1] Retry\n\n- **Status:** Rejected\n- **Reason:** costs more than it saves\n",
            After(
                "### [A-1] Retry\n\n- **Status:** To Do\n",
                (text, item) => Transitions.Reject(text, item, "costs more than it saves")
            )
        );

    [Fact]
    public void A_closed_improvement_cannot_change_its_status()
    {
        const string done = "### [A-1] Retry\n\n- **Status:** Done\n";

        Assert.Throws<InputException>(() => After(done, (text, item) => Transitions.Defer(text, item, null, null)));
        Assert.Throws<InputException>(() => After(done, (text, item) => Transitions.Reject(text, item, "no")));
        Assert.Throws<InputException>(() =>
            After(done, (text, item) => Transitions.Start(text, item, Today, null, null))
        );
    }

    [Fact]
    public void A_row_moves_to_the_table_of_its_status_with_the_cells_in_that_order() =>
        Assert.Equal(
            """
            ## To Do

            | ID | Title | Impact |
            | --- | --- | --- |
            | A-2 | Log less | 3 |

            ## Done

            | Title | ID | Completed | Impact |
            | --- | --- | --- | --- |
            | Retry | A-1 | 2026-03-02 | 8 |
            | Sign | A-9 | 2026-01-05 | 7 |

            """,
            After(
                """
                ## To Do

                | ID | Title | Impact |
                | --- | --- | --- |
                | A-1 | Retry | 8 |
                | A-2 | Log less | 3 |

                ## Done

                | Title | ID | Completed | Impact |
                | --- | --- | --- | --- |
                | Sign | A-9 | 2026-01-05 | 7 |

                """,
                (text, item) => Transitions.Done(text, item, Today, null, null, null)
            )
        );

    [Fact]
    public void A_row_moves_as_it_is_between_tables_of_the_same_columns() =>
        Assert.Equal(
            "## To Do\n\n| ID | Title |\n|--|--|\n\n## Done\n\n| ID | Title |\n|--|--|\n|A-1|  Retry|\n|A-9|Sign|\n",
            After(
                "## To Do\n\n| ID | Title |\n|--|--|\n|A-1|  Retry|\n\n## Done\n\n| ID | Title |\n|--|--|\n|A-9|Sign|\n",
                (text, item) => Transitions.Done(text, item, Today, null, null, null)
            )
        );

    [Fact]
    public void A_section_without_a_table_gets_one_of_the_same_columns() =>
        Assert.Equal(
            "## To Do\n\n| ID | Title |\n| -- | -- |\n| A-2 | Log less |\n\n## Done\n\n| ID | Title |\n| -- | -- |\n| A-1 | Retry |\n",
            After(
                "## To Do\n\n| ID | Title |\n| -- | -- |\n| A-1 | Retry |\n| A-2 | Log less |\n\n## Done\n",
                (text, item) => Transitions.Done(text, item, Today, null, null, null)
            )
        );

    [Fact]
    public void A_row_that_would_lose_a_cell_stays_where_it_is()
    {
        const string text =
            "## To Do\n\n| ID | Title | Risk | Status |\n| -- | -- | -- | -- |\n| A-1 | Retry | high | Open |\n\n## Done\n\n| ID | Title |\n| -- | -- |\n| A-9 | Sign |\n";

        Assert.Equal(
            text.Replace("| high | Open |", "| high | Done |", StringComparison.Ordinal),
            After(text, (document, item) => Transitions.Done(document, item, Today, null, null, null))
        );
    }

    [Fact]
    public void What_a_completion_does_not_state_is_added_and_its_day_stays() =>
        Assert.Equal(
            "### [A-1] Retry\n\n- **Status:** Done\n- **Completed:** 2026-01-05\n- **Measured Impact:** p95: 30 s → 5 s\n- **Time Spent:** 2 hours\n",
            After(
                "### [A-1] Retry\n\n- **Status:** Done\n- **Completed:** 2026-01-05\n",
                (text, item) => Transitions.Done(text, item, Today, 2, "p95: 30 s → 5 s", null)
            )
        );

    [Theory]
    [InlineData(null, "p95 30 s -> 4 s", "measured impact")]
    [InlineData(3.0, null, "time spent")]
    public void What_it_states_is_not_replaced(double? hours, string? measured, string field)
    {
        const string text =
            "### [A-1] Retry\n\n- **Status:** Done\n- **Measured Impact:** p95: 30 s → 5 s\n- **Time Spent:** 2 hours\n";

        var refused = Assert.Throws<InputException>(() =>
            After(text, (document, item) => Transitions.Done(document, item, Today, hours, measured, null))
        );

        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }

    private static string After(string text, Func<EditableBacklog, Improvement, EditableBacklog> step)
    {
        var document = EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
        return step(document, document.Find("A-1")!).Text;
    }
}
