using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class ItemChangeTests
{
    private const string Table = """
        | ID | Improvement | Impact | Effort | Owner |
        | --- | --- | --- | --- | --- |
        | A-1 | Retry | 2 | 9 | Ada |
        | A-2 | Log less | 3 | 3 | |

        """;

    [Theory]
    [InlineData("### [A-1] Retry\n", "### [A-1] Retry twice\n")]
    [InlineData("- [ ] **A-1** Retry @ada\n", "- [ ] **A-1** Retry twice")]
    [InlineData(Table, "| A-1 | Retry twice | 2 |")]
    public void A_title_is_replaced_and_all_around_it_stays(string text, string expected) =>
        Assert.Contains(expected, Changed(text, "A-1", "Retry twice"), StringComparison.Ordinal);

    [Fact]
    public void A_title_without_an_id_is_replaced_at_each_place()
    {
        const string text = """
            | Improvement | Impact | Effort |
            | --- | --- | --- |
            | Retry | 2 | 9 |
            | Log less | 3 | 3 |

            ### Retry

            - **Owner:** Ada

            """;

        Assert.Equal(
            text.Replace("Retry", "Retry twice", StringComparison.Ordinal),
            Changed(text, "retry", "Retry twice")
        );
    }

    [Theory]
    [InlineData("Retry (Impact: 9)")]
    [InlineData("~~Retry~~")]
    [InlineData("✅ Retry")]
    [InlineData("Log less")]
    [InlineData("[A-2] Retry")]
    [InlineData(" ")]
    public void A_title_that_says_something_else_is_refused(string title) =>
        Assert.Throws<InputException>(() =>
            Changed("### Retry\n\n- **Impact:** 2\n\n### Log less\n\n- **Impact:** 2\n", "retry", title)
        );

    [Fact]
    public void A_title_in_a_row_with_more_cells_than_the_header_is_refused() =>
        Assert.Throws<InputException>(() =>
            Changed("| ID | Improvement | Impact |\n| --- | --- | --- |\n| A-1 | `a | b` | 2 |\n", "A-1", "Retry twice")
        );

    [Fact]
    public void A_removed_field_leaves_an_empty_cell_or_no_line()
    {
        Assert.Contains("| A-1 | Retry | 2 | 9 |  |", Changed(Table, "A-1", null, (FieldCatalog.Owner, null)));
        Assert.Equal(
            "### [A-1] Retry\n\n- **Impact:** 2\n",
            Changed("### [A-1] Retry\n\n- **Impact:** 2\n- **Owner:** Ada\n", "A-1", null, (FieldCatalog.Owner, null))
        );
    }

    [Fact]
    public void A_removed_field_that_is_missing_changes_nothing() =>
        Assert.Equal(Table, Changed(Table, "A-1", null, (FieldCatalog.Reason, null)));

    [Fact]
    public void A_value_without_a_column_is_refused() =>
        Assert.Throws<InputException>(() => Changed(Table, "A-1", null, (FieldCatalog.Reason, "late")));

    [Fact]
    public void Each_field_that_can_be_set_can_be_read_and_removed()
    {
        var values = new Dictionary<FieldKind, string>
        {
            [FieldKind.Date] = "2026-03-02",
            [FieldKind.Hours] = "3 hours",
            [FieldKind.Savings] = "4 min/day",
            [FieldKind.Ratio] = "5×",
            [FieldKind.Measurement] = "p95 30 s → 5 s",
            [FieldKind.Category] = "Quality",
            [FieldKind.Rating] = "7/10",
            [FieldKind.Sightings] = "2026-03-02 (run 412), 2026-03-04",
        };
        const string text = "### [A-1] Retry\n\n- **Impact:** 2/10\n- **Effort:** 2/10\n";
        foreach (
            var field in FieldCatalog.Table.WithLabels.Where(field =>
                field.HasValue && field.Kind is not (FieldKind.Score or FieldKind.Priority or FieldKind.Rating)
            )
        )
        {
            var set = Changed(text, "A-1", null, (field, values.GetValueOrDefault(field.Kind, "Ada")));
            Assert.NotEqual(text, set);
            Assert.Equal(text, Changed(set, "A-1", null, (field, null)));
        }
    }

    [Theory]
    [InlineData("### [A-1] Retry\n\n- **Impact:** 9\n\nMore.\n", null)]
    [InlineData("### [A-1] Retry twice\n", null)]
    [InlineData("### A title without an id or a field\n", "as 0 improvements")]
    [InlineData("### [A-1] Retry\n\n### [A-3] Third\n", "as 2 improvements")]
    [InlineData("", "as 0 improvements")]
    [InlineData("### [A-2] Retry\n", "A-2")]
    [InlineData("## Completed\n\n### [A-1] Retry\n", "Log less")]
    [InlineData("### [A-1] Retry\n\n```\n", "improvements")]
    public void The_text_of_an_improvement_is_replaced_if_the_others_stay(string text, string? refusal)
    {
        const string before = "### [A-1] Retry\n\n- **Impact:** 2\n";
        const string after = "\n### [A-2] Log less\n\n- **Impact:** 3\n";
        var document = Read(before + after);

        if (refusal is null)
        {
            Assert.Equal(text + after, ItemChange.Rewritten(document, document.Find("A-1")!, text).After.Text);
        }
        else
        {
            var refused = Assert.Throws<InputException>(() =>
                ItemChange.Rewritten(document, document.Find("A-1")!, text)
            );
            Assert.Contains(refusal, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_gets_the_line_breaks_of_the_file()
    {
        var document = Read("### [A-1] Retry\r\n\r\nOld.\r\n");

        Assert.Equal(
            "### [A-1] Retry\r\n\r\nNew.\r\n",
            ItemChange.Rewritten(document, document.Find("A-1")!, "### [A-1] Retry\n\nNew.\n").After.Text
        );
    }

    private static string Changed(
        string text,
        string key,
        string? title,
        params ImmutableArray<(FieldDefinition Field, string? Value)> fields
    )
    {
        var document = Read(text);
        var item = document.Find(key) ?? document.Backlog.Improvements[0];
        return ItemChange.Of(document, item, title, fields, null, null).After.Text;
    }

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
}
