namespace KaizenGate.Core.Tests.Editing.Merging;

/// <summary>Two branches that saw the same problem again keep both sightings.</summary>
public sealed class SightingMergeTests
{
    private const string Item = "### [A-1] T\n\n- **Impact:** 8\n";
    private const string Table = "| ID | Improvement | Seen |\n| --- | --- | --- |\n";

    [Theory]
    [InlineData(
        Item + "- **Seen:** 2026-02-01 (a)\n",
        Item + "- **Seen:** 2026-02-01 (a), 2026-03-01 (b)\n",
        Item + "- **Seen:** 2026-02-01 (a), 2026-03-02\n",
        Item + "- **Seen:** 2026-02-01 (a), 2026-03-01 (b), 2026-03-02\n"
    )]
    [InlineData(
        Item,
        Item + "- **Seen:** 2026-03-01 (b)\n",
        Item + "- **Seen:** 2026-03-02\n",
        Item + "- **Seen:** 2026-03-01 (b), 2026-03-02\n"
    )]
    [InlineData(
        Item + "- **Seen:** 2026-02-01, 2026-02-02\n",
        Item + "- **Seen:** 2026-02-01, 2026-02-02, 2026-03-01\n",
        Item + "- **Seen:** 2026-02-02, 2026-03-01, 2026-03-02\n",
        Item + "- **Seen:** 2026-02-02, 2026-03-01, 2026-03-02\n"
    )]
    [InlineData(
        Item + "- **Seen:**\n  - 2026-02-01\n",
        Item + "- **Seen:**\n  - 2026-02-01\n  - 2026-03-01\n",
        Item + "- **Seen:**\n  - 2026-02-01\n  - 2026-03-02\n",
        Item + "- **Seen:**\n  - 2026-02-01\n  - 2026-03-01\n  - 2026-03-02\n"
    )]
    [InlineData(
        Table + "| A-1 | T | 2026-02-01 |\n",
        Table + "| A-1 | T | 2026-02-01, 2026-03-01 (b) |\n",
        Table + "| A-1 | T | 2026-02-01, 2026-03-02 |\n",
        Table + "| A-1 | T | 2026-02-01, 2026-03-01 (b), 2026-03-02 |\n"
    )]
    public void Both_are_kept(string ancestor, string ours, string theirs, string merged) =>
        Assert.Equal(merged, Merge.Clean(ancestor, ours, theirs));

    [Fact]
    public void Another_day_of_a_completion_is_still_a_conflict() =>
        Merge.Conflicting(
            1,
            Item + "- **Completed:** 2026-02-01\n",
            Item + "- **Completed:** 2026-02-01, 2026-03-01\n",
            Item + "- **Completed:** 2026-02-01, 2026-03-02\n"
        );
}
