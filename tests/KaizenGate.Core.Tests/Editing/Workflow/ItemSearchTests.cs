using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class ItemSearchTests
{
    private static readonly Backlog Team = Sample.Backlog(
        Sample.Item("Cache the **restore**", id: "IMP-007"),
        Sample.Item("Retry", id: "IMP-012"),
        Sample.Item("Log less"),
        Sample.Item("12"),
        Sample.Item("Fly", id: "FLY")
    );

    private static readonly Backlog Other = Sample.Backlog(
        Sample.Item("Log less"),
        Sample.Item("Sign", id: "OPS-12"),
        Sample.Item("Fly", id: "OPS-70")
    );

    [Theory]
    [InlineData("IMP-012", "Retry")]
    [InlineData("imp-012", "Retry")]
    [InlineData(" [IMP-012] ", "Retry")]
    [InlineData("12", "Retry")] // the number of an id goes before a title
    [InlineData("0012", "Retry")]
    [InlineData("7", "Cache the **restore**")]
    [InlineData("log LESS!", "Log less")]
    public void An_improvement_is_named_by_its_id_its_number_or_its_title(string name, string title) =>
        Assert.Equal(title, ItemSearch.Find([Team], name).Item.Title);

    [Theory]
    [InlineData("12")]
    [InlineData("log less")]
    public void An_ambiguous_name_is_refused(string name)
    {
        var error = Assert.Throws<InputException>(() => ItemSearch.Find([Team, Other], name)).Error;

        Assert.Contains("names several improvements: IMPROVEMENTS.md:", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Line);
    }

    [Fact]
    public void The_result_names_the_backlog_of_the_improvement() =>
        Assert.Same(Other, ItemSearch.Find([Team, Other], "70").Backlog);

    [Theory]
    [InlineData("IPM-012", "IMP-012")]
    [InlineData("Retri", "Retry")]
    public void An_unknown_name_suggests_a_similar_one(string name, string nearest)
    {
        var error = Assert.Throws<InputException>(() => ItemSearch.Find([Team], name)).Error;

        Assert.Contains($"\"{name}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{nearest}\"", error.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("!")]
    [InlineData("0")]
    public void An_unknown_name_is_refused(string name) =>
        Assert.Throws<InputException>(() => ItemSearch.Find([Team], name));
}
