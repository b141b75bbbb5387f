using KaizenGate.Core.Tests.History.Git;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

/// <summary>Merges as teams make them, with their events.</summary>
public sealed class MergedHistoryTests : IDisposable
{
    private const string File = EvolvingBacklog.File;
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void A_branch_that_pulled_main_and_became_main_keeps_the_history_of_main()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts")));
        git.Git("branch", "topic");
        git.Commit("2026-01-12", (File, Md("- [x] Cache the fonts", "- [ ] Split the suite")));
        git.Commit("2026-01-19", (File, Md("- [x] Split the suite")));
        git.Git("checkout", "--quiet", "topic");
        git.Commit("2026-01-20", ("other.txt", "a"));
        git.Merge("2026-01-26", "main");

        Assert.Equal(
            [
                "01-05 Captured Cache the fonts",
                "01-12 Completed Cache the fonts",
                "01-12 Captured Split the suite",
                "01-19 Completed Split the suite",
                "01-19 Pruned Cache the fonts",
            ],
            Events()
        );
    }

    [Fact]
    public void What_both_sides_did_counts_from_their_commits()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts", "- [ ] Split the suite")));
        git.Git("checkout", "--quiet", "-b", "topic");
        git.Commit("2026-01-12", (File, Md("- [x] Cache the fonts", "- [ ] Split the suite")));
        git.Git("checkout", "--quiet", "main");
        git.Commit("2026-01-19", (File, Md("- [ ] Cache the fonts", "- [x] Split the suite")));
        MergeAs("2026-01-26", "topic", Md("- [x] Cache the fonts", "- [x] Split the suite", "- [ ] Sort the log"));

        Assert.Equal(
            [
                "01-05 Captured Cache the fonts",
                "01-05 Captured Split the suite",
                "01-12 Completed Cache the fonts",
                "01-19 Completed Split the suite",
                "01-26 Captured Sort the log",
            ],
            Events()
        );
    }

    [Fact]
    public void What_both_sides_completed_counts_once_from_the_first()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts")));
        git.Git("checkout", "--quiet", "-b", "topic");
        git.Commit("2026-01-12", (File, Md("- [x] Cache the fonts", "- [ ] Sort the log")));
        git.Git("checkout", "--quiet", "main");
        git.Commit("2026-01-19", (File, Md("- [x] Cache the fonts", "- [ ] Split the suite")));
        MergeAs("2026-01-26", "topic", Md("- [x] Cache the fonts", "- [ ] Sort the log", "- [ ] Split the suite"));

        Assert.Equal(["01-12 Completed Cache the fonts"], Events().Where(one => one.Contains("Completed")));
    }

    [Fact]
    public void What_one_side_completed_stays_so_when_the_other_defers_it_and_the_merge_keeps_it_done()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts", "- [ ] Split the suite")));
        git.Git("checkout", "--quiet", "-b", "topic");
        git.Commit("2026-01-12", (File, Md("- [x] Cache the fonts", "- [ ] Split the suite")));
        git.Git("checkout", "--quiet", "main");
        git.Commit("2026-01-19", (File, Md("- [>] Cache the fonts", "- [x] Split the suite")));
        MergeAs("2026-01-26", "topic", Md("- [x] Cache the fonts", "- [x] Split the suite"));

        Assert.Equal(
            ["01-12 Completed Cache the fonts", "01-19 Completed Split the suite"],
            Events().Where(one => !one.Contains("Captured"))
        );
    }

    [Fact]
    public void A_merge_that_discards_a_branch_discards_its_events()
    {
        git.Commit("2026-01-05", (File, Md("- [ ] Cache the fonts")));
        git.Git("checkout", "--quiet", "-b", "topic");
        git.Commit("2026-01-12", (File, Md("- [x] Cache the fonts", "- [ ] Sort the log")));
        git.Git("checkout", "--quiet", "main");
        git.Commit("2026-01-19", (File, Md("- [ ] Cache the fonts", "- [ ] Split the suite")));
        MergeAs("2026-01-26", "topic", Md("- [ ] Cache the fonts", "- [ ] Split the suite"));

        Assert.Equal(["01-05 Captured Cache the fonts", "01-19 Captured Split the suite"], Events());
    }

    private static string Md(params string[] lines) => $"# Improvements\n\n{string.Join('\n', lines)}\n";

    /// <summary>Merges a branch and sets the file to a text.</summary>
    private void MergeAs(string date, string branch, string text)
    {
        git.Git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", branch);
        git.Commit(date, (File, text));
    }

    private List<string> Events() =>
        BranchReading
            .Read(git, GitTest.Opened(git), git.Head)
            .Events.Select(one => $"{one.Date:MM-dd} {one.Kind} {one.Title}")
            .ToList();
}
