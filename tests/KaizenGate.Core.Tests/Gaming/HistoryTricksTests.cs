using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>Tricks with the history; see docs/gaming.md.</summary>
public sealed class HistoryTricksTests(FailingRepositories repositories) : IClassFixture<FailingRepositories>
{
    [Theory]
    [InlineData("OLD.md")]
    [InlineData("docs/old/IMPROVEMENTS.md")]
    public void A_new_file_in_place_of_the_old_one_drops_what_was_open(string elsewhere)
    {
        using var repository = repositories.Growing();

        var verdict = repository.With(
            (elsewhere, FailingTeam.Text),
            (FailingTeam.Backlog, "# Improvements\n\n- [ ] Rename the readme\n")
        );

        verdict.StillFails();
        verdict.Shows("40 dropped");
    }

    /// <summary>Nothing in the repository shows what was there. A protected branch prevents it.</summary>
    [Fact]
    public void A_squashed_history_is_not_evaluated_and_not_compared()
    {
        using var repository = repositories.Growing();
        repository.Git.Git("checkout", "--quiet", "--orphan", "squashed");
        repository.Git.Commit("2026-02-01");

        AssertNotEvaluated(repository.CheckStaged(), "found 0");
        Assert.Contains(
            "no commit in common",
            Assert.Single(repository.Check().Errors).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_shallow_clone_says_so()
    {
        using var repository = repositories.Growing();
        File.WriteAllText(repository.Git.PathOf(".git/shallow"), repository.Git.Head + "\n");

        AssertNotEvaluated(repository.CheckStaged(), "shallow clone");
    }

    [Fact]
    public void A_commit_dated_in_the_future_is_named()
    {
        using var repository = repositories.Growing();
        repository.Git.Commit("2030-01-01", (FailingTeam.Backlog, FailingTeam.Text + Captured(12)));

        var verdict = repository.Check();

        verdict.StillFails();
        verdict.Names("KZ910", "2030-01-01");
        verdict.Shows("12 captured");
    }

    [Fact]
    public void A_capture_dated_long_before_its_commit_is_named()
    {
        using var repository = repositories.Growing();

        var verdict = repository.With(FailingTeam.Text + Captured(12, "- **Captured:** 2025-01-01\n"));

        verdict.StillFails();
        verdict.Names("KZ910", "2025-01-01");
    }

    [Theory]
    [InlineData("Kaizen: none (reason)", "reason")]
    [InlineData("Kaizen: none (.)", ".")]
    [InlineData("Kaizen: none (n/a)", "n/a")]
    [InlineData("Kaizen: none (docs)", "docs")]
    public void A_placeholder_is_not_a_reason_for_capturing_nothing(string trailer, string excuse)
    {
        using var repository = repositories.Growing();
        repository.Git.CommitWith("2026-02-01", $"Tidy up\n\n{trailer}", ("code", "other"));

        repository.Check().Names("KZ104", $"\"{excuse}\" is not a reason");
    }

    [Fact]
    public void A_reason_for_capturing_nothing_is_quoted()
    {
        using var repository = repositories.Growing();
        repository.Git.CommitWith("2026-02-01", "Tidy up\n\nKaizen: none (only renamed files)", ("code", "other"));

        var verdict = repository.Check();

        verdict.Shows("nothing captured: \"only renamed files\"");
        Assert.DoesNotContain(verdict.Findings, finding => finding.Rule.Id == "KZ104");
    }

    /// <summary>Not evaluated is never a pass: the report says which rules did not have their data, and why.</summary>
    private static void AssertNotEvaluated(Verdict verdict, string reason) =>
        Assert.Superset(
            new HashSet<string> { "KZ301", "KZ302", "KZ303" },
            verdict
                .NotEvaluated.Where(one => one.Reason.Contains(reason, StringComparison.Ordinal))
                .Select(one => one.Rule.Id)
                .ToHashSet()
        );

    private static string Captured(int number, string field = "") =>
        string.Concat(
            Enumerable
                .Range(1, number)
                .Select(one =>
                    $"\n### [NEW-{one:000}] Archive the {FailingTeam.Titles[one]}\n\n- **Impact:** 5/10\n- **Effort:** 2/10\n{field}"
                )
        );
}
