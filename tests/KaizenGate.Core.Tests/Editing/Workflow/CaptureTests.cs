using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class CaptureTests
{
    private const string WithIds = """
        | ID | Title | Impact | Effort | Status |
        | --- | --- | --- | --- | --- |
        | A-1 | Retry | 8 | 2 | Open |

        """;

    private const string WithoutIds = """
        | Title | Impact | Effort |
        | --- | --- | --- |
        | A-1: Retry | 8 | 2 |

        """;

    [Fact]
    public void In_a_table_the_id_goes_into_its_column() =>
        Assert.Equal($"{WithIds}| A-2 | Cache the fonts | 5 | 3 | Open |\n", Added(WithIds));

    [Fact]
    public void In_a_table_without_that_column_it_goes_before_the_title() =>
        Assert.Equal($"{WithoutIds}| A-2: Cache the fonts | 5 | 3 |\n", Added(WithoutIds));

    [Fact]
    public void A_field_without_a_column_is_refused()
    {
        const string table = "| Title | Impact |\n| --- | --- |\n| A-1 Retry | 8 |\n";

        var refused = Assert.Throws<InputException>(() => Added(table));

        Assert.Contains("effort", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static string Added(string text) =>
        new NewItem("Cache the fonts", [(FieldCatalog.Impact, "5"), (FieldCatalog.Effort, "3")])
        {
            Captured = Sample.AsOf,
        }
            .AddTo(EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default), "A-2")
            .Text;
}
