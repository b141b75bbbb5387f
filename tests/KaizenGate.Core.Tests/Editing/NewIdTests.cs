using System.Collections.Immutable;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Reading;

namespace KaizenGate.Core.Tests.Editing;

public sealed class NewIdTests
{
    [Theory]
    [InlineData("### [IMP-007] a\n\n- Impact: 2\n", null, 0, "IMP-008")]
    // Another branch is further.
    [InlineData("### [IMP-007] a\n\n- Impact: 2\n", null, 41, "IMP-042")]
    [InlineData("### A-9: a\n\n- Impact: 2\n", null, 0, "A-10")]
    [InlineData("", null, 0, "IMP-001")]
    [InlineData("", "OPS", 0, "OPS-001")]
    [InlineData("### [IMP-007] a\n\n- Impact: 2\n", "OPS", 0, "OPS-001")]
    [InlineData("### [IMP-007] a\n\n- Impact: 2\n\n### [OPS-02] b\n\n- Impact: 2\n", "OPS", 0, "OPS-03")]
    // What was drawn by chance is not counted on from.
    [InlineData("### [IMP-523118904] a\n\n- Impact: 2\n\n### [IMP-002] b\n\n- Impact: 2\n", null, 0, "IMP-003")]
    public void The_next_id_follows_the_largest_in_the_style_of_the_file(
        string text,
        string? prefix,
        int taken,
        string id
    )
    {
        var backlog = Md.Read(text);

        Assert.Equal([id], NewId.StyleOf(backlog, prefix).Next(backlog, 1, isRandom: false, () => taken));
    }

    [Fact]
    public void An_item_that_is_only_an_id_shows_no_style()
    {
        var document = EditableBacklog.Read(
            Core.Backlogs.SourceFile.Named("IMPROVEMENTS.md"),
            "## To Do\n\n- [ ] C-2\n- [ ] D-3: word\n",
            Core.Reading.ReadingOptions.Default
        );

        Assert.Equal(("", ": "), NewId.Around(document, Core.Backlogs.ImprovementForm.Task));
    }

    [Fact]
    public void Ids_in_the_archive_are_in_use()
    {
        var backlog = Md.Read("### [IMP-002] a\n\n- Impact: 2\n") with
        {
            Archive = Md.Read("## Completed\n\n### [IMP-009] b\n\n- Completed: 2025-03-01\n"),
        };

        Assert.Equal(["IMP-010", "IMP-011"], NewId.StyleOf(backlog, null).Next(backlog, 2, isRandom: false, () => 0));
    }

    [Theory]
    [InlineData(null, "IMP-")]
    [InlineData("OPS", "OPS-")]
    public void Random_ids_are_distinct_and_have_nine_digits(string? prefix, string start)
    {
        var backlog = Md.Read("");
        var style = NewId.StyleOf(backlog, prefix);

        var ids = style.Next(
            backlog,
            200,
            isRandom: true,
            taken: () => throw new InvalidOperationException("not called")
        );

        Assert.Equal(200, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches($"^{start}[0-9]{{9}}$", id));
    }
}
