using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Core.Tests.Backlogs;

public sealed class ItemReferenceTests
{
    [Theory]
    [InlineData("IMP-001")]
    [InlineData("v1.2_x")]
    [InlineData("12")]
    public void An_id_that_is_one_word_is_the_reference(string id) =>
        Assert.Equal(id, ItemReference.Of(Sample.Item("Cache", id: id)));

    [Theory]
    [InlineData(null)]
    [InlineData("#12")]
    [InlineData("$(touch x)")]
    [InlineData("a b")]
    [InlineData("--all")]
    [InlineData("größe")]
    public void Others_have_a_short_one_that_finds_them(string? id)
    {
        var item = Sample.Item("Say \"why\" when $(touch x) `fails`", id: id);

        var reference = ItemReference.Of(item);

        Assert.Matches("^item-[0-9a-f]{8}$", reference);
        Assert.Equal(item.Title, ItemSearch.Find([Sample.Backlog(Sample.Item("Cache"), item)], reference).Item.Title);
        Assert.Equal(item.Title, ItemSearch.Find([Sample.Backlog(item)], reference.ToUpperInvariant()).Item.Title);
    }

    [Fact]
    public void It_does_not_change_when_lines_move() =>
        Assert.Equal(
            ItemReference.Short(Sample.Item("Cache the restore")),
            ItemReference.Short(Sample.Item("Cache the restore") with { Span = SourceSpan.OnLine(90, 3, 9, 5) })
        );

    /// <summary>The lower half of the XxHash3 of "Cache", as <c>xxhsum -H3</c> prints it.</summary>
    [Fact]
    public void Its_digits_are_stable_across_versions() =>
        Assert.Equal("item-4a56a03b", ItemReference.Short(Sample.Item("Cache")));

    [Fact]
    public void Every_reference_is_one_word_in_a_shell() =>
        Gen.String.Sample(id =>
            Assert.Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$", ItemReference.Of(Sample.Item("Cache", id: id)))
        );
}
