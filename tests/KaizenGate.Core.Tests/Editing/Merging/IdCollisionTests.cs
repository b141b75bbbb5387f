namespace KaizenGate.Core.Tests.Editing.Merging;

public class IdCollisionTests
{
    private const string Ancestor = "## To Do\n\n- [ ] PAY-011 Retry failed payments\n\n## Done\n";

    [Fact]
    public void Of_two_with_one_id_the_later_captured_gets_the_next_free_one_on_either_side()
    {
        var ours = Added("PAY-012 Sign the webhook (captured: 2026-03-02)", "2026-03-02");
        var theirs = Added("PAY-012 Round once", "2026-03-01");
        var expected = Ancestor.Replace(
            "payments\n",
            "payments\n- [ ] PAY-012 Round once\n  - Captured: 2026-03-01\n- [ ] PAY-013 Sign the webhook (captured: 2026-03-02)\n  - Captured: 2026-03-02\n",
            StringComparison.Ordinal
        );

        Assert.Equal(expected, Merge.Clean(Ancestor, ours, theirs));
        Assert.Equal(expected, Merge.Clean(Ancestor, theirs, ours));
        Assert.Equal(
            "PAY-012 was the id of two improvements; \"Sign the webhook\" is now PAY-013",
            Assert.Single(Merge.Of(Ancestor, ours, theirs).Remarks)
        );
    }

    [Fact]
    public void An_id_that_is_mentioned_elsewhere_stays_a_conflict()
    {
        var ours = Added("PAY-012 Round once", "2026-03-01");
        var theirs = Added("PAY-012 Sign the webhook", "2026-03-02") + "\nFirst PAY-012, then the rest.\n";

        var merged = Merge.Conflicting(1, Ancestor, ours, theirs);

        Assert.Contains(
            "<<<<<<< main\n- [ ] PAY-012 Round once\n  - Captured: 2026-03-01\n=======\n- [ ] PAY-012 Sign the webhook\n  - Captured: 2026-03-02\n>>>>>>> feature\n",
            merged,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_same_improvement_captured_on_both_sides_is_there_once()
    {
        var ours = Added("PAY-012 Round once", "2026-03-01");

        Assert.Equal(ours, Merge.Clean(Ancestor, ours, ours));
        Assert.Equal(
            ours.Replace("once", "Once", StringComparison.Ordinal),
            Merge
                .Conflicting(1, Ancestor, ours.Replace("once", "Once", StringComparison.Ordinal), ours)
                .Replace("<<<<<<< main\n", "", StringComparison.Ordinal)
                .Replace("=======\n- [ ] PAY-012 Round once\n>>>>>>> feature\n", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_improvement_that_an_earlier_merge_renumbered_is_recognized()
    {
        var branch = Added("PAY-012 Sign the webhook", "2026-03-02");
        var merged = Added("PAY-012 Round once", "2026-03-01")
            .Replace(
                "\n\n## Done",
                "\n- [ ] PAY-013 Sign the webhook\n  - Captured: 2026-03-02\n\n## Done",
                StringComparison.Ordinal
            );

        Assert.Equal(
            merged.Replace("[ ] PAY-013", "[x] PAY-013", StringComparison.Ordinal),
            Merge.Clean(branch, merged, branch.Replace("[ ] PAY-012", "[x] PAY-012", StringComparison.Ordinal))
        );
    }

    private static string Added(string title, string captured) =>
        Ancestor.Replace(
            "payments\n",
            $"payments\n- [ ] {title}\n  - Captured: {captured}\n",
            StringComparison.Ordinal
        );
}
