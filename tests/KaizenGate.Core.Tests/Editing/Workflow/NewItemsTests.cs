using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class NewItemsTests
{
    private const string Sections = "# Improvements\n\n## High Priority\n\n## Low Priority\n\n## Completed\n\n";
    private const string Tasks = "- [ ] [A-1] Retry\n  - Impact: 5\n  - Effort: 5\n";
    private const string Row = "| A-1 | Retry | 5 | 5 | Open |\n";
    private const string Table = "| ID | Title | Impact | Effort | Status |\n| --- | --- | --- | --- | --- |\n" + Row;

    [Theory]
    [InlineData("")]
    [InlineData(Sections)]
    [InlineData("# Improvements\n\n" + Tasks)]
    [InlineData("# Improvements\n\n## High Priority\n\n- None yet\n\n## Medium Priority\n\n" + Tasks)]
    [InlineData("# Improvements\n\n" + Table)]
    [InlineData("# Improvements\n\n### [A-1] Retry\n\n- **Impact:** 5\n- **Effort:** 5\n\n## Notes\n\nNone.\n")]
    public void Several_at_once_are_written_as_one_after_another_in_the_order_of_their_scores(string text)
    {
        var items = Items(30);
        var document = Read(text);

        var together = NewItems.AddTo(document, items);

        var expected = items
            .OrderByDescending(item => item.Item.ScoreIn(document))
            .Aggregate(document, (before, item) => item.Item.AddTo(before, item.Id));
        Assert.Equal(expected.Text, together.Text);
    }

    [Fact]
    public void One_that_cannot_be_added_is_refused_with_its_reason()
    {
        var other = new NewItem("Sort the log", [(FieldCatalog.Category, "Quality")]) { Captured = Sample.AsOf };

        var refused = Assert.Throws<InputException>(() =>
            NewItems.AddTo(Read("# Improvements\n\n" + Table), Items(9).SetItem(7, (other, "A-90")))
        );

        Assert.Contains("category", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_file_is_not_read_again_for_each()
    {
        var document = Read(Sections);
        NewItems.AddTo(document, Items(20));

        var (few, many) = (Allocated(100), Allocated(400));

        // Reading it for each would take 16 times as much.
        Assert.InRange(many, 2 * few, 8 * few);

        long Allocated(int count)
        {
            var items = Items(count);
            var before = GC.GetAllocatedBytesForCurrentThread();
            NewItems.AddTo(document, items);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_new_title_like_one_of_the_backlog_or_of_another_new_one_is_found()
    {
        var backlog = Md.Read("- [ ] Cache the fonts of the start page\n");
        NewItem known = Titled("Cache the fonts of start page");
        NewItem other = Titled("Sort the log by its dates");

        Assert.Empty(NewItems.Similar(backlog, [other], 0.8));
        Assert.Equal(backlog.Improvements[0], Assert.Single(NewItems.Similar(backlog, [other, known], 0.8)).Known);
        Assert.Equal(
            [new SimilarItem(other, null, other)],
            NewItems.Similar(backlog, [other, Titled("Unlike"), other], 0.8)
        );
    }

    private static NewItem Titled(string title) => new(title, []) { Captured = Sample.AsOf };

    private static ImmutableArray<(NewItem Item, string Id)> Items(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number =>
                    (
                        new NewItem($"Shorten step {number} of word{number}", RatingsOf(number))
                        {
                            Captured = Sample.AsOf,
                        },
                        $"A-{number + 2}"
                    )
                ),
        ];

    /// <summary>Every fifth has no score.</summary>
    private static ImmutableArray<(FieldDefinition Field, string Value)> RatingsOf(int number) =>
        number % 5 == 4
            ? []
            : [(FieldCatalog.Impact, $"{1 + (number * 7 % 10)}"), (FieldCatalog.Effort, $"{1 + (number * 3 % 10)}")];

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
}
