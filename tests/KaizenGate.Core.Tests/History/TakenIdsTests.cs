using System.Collections.Immutable;
using KaizenGate.Core.History;

namespace KaizenGate.Core.Tests.History;

/// <summary>The next id is unused in every version of the backlog in this repository.</summary>
public sealed class TakenIdsTests : IDisposable
{
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void A_staged_id_is_taken()
    {
        git.Write("IMPROVEMENTS.md", Items(1, 7));
        git.Git("add", "--all");
        git.Write("IMPROVEMENTS.md", Items(1));

        Assert.Equal(7, Largest());
    }

    [Fact]
    public void A_committed_and_later_deleted_id_is_taken()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(1, 4)));
        git.Write("IMPROVEMENTS.md", Items(1));
        git.Git("add", "--all");

        Assert.Equal(4, Largest());
    }

    [Fact]
    public void An_id_on_another_branch_is_taken()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(1)));
        git.Git("checkout", "--quiet", "-b", "feature/fonts");
        git.Commit("2026-02-02", ("IMPROVEMENTS.md", Items(1, 12)));
        git.Git("checkout", "--quiet", "main");

        Assert.Equal(12, Largest());
    }

    [Fact]
    public void All_of_many_branches_count()
    {
        git.Commit("2026-02-01", ("README.md", "x"));
        for (var branch = 10; branch < 40; branch++)
        {
            git.Git("checkout", "--quiet", "-b", $"branch-{branch}");
            git.Commit($"2026-03-{branch - 9:00}", ("IMPROVEMENTS.md", Items(branch == 20 ? 99 : branch)));
            git.Git("checkout", "--quiet", "main");
        }

        Assert.Equal(99, Largest());
    }

    [Fact]
    public void A_folder_with_that_name_on_a_branch_hides_nothing()
    {
        git.Commit("2026-02-01", ("README.md", "x"));
        git.Git("checkout", "--quiet", "-b", "folder");
        git.Commit("2026-02-02", ("IMPROVEMENTS.md/IMPROVEMENTS.md", Items(50)));
        git.Git("checkout", "--quiet", "main");
        git.Git("checkout", "--quiet", "-b", "older");
        git.Commit("2026-01-02", ("IMPROVEMENTS.md", Items(17)));
        git.Git("checkout", "--quiet", "main");

        Assert.Equal(17, Largest());
    }

    [Fact]
    public void An_id_on_a_fetched_branch_is_taken()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(1)));
        var clone = git.Clone();
        git.Git("checkout", "--quiet", "-b", "of-ann");
        git.Commit("2026-02-02", ("IMPROVEMENTS.md", Items(1, 31)));

        Assert.Equal(1, LargestIn(clone));
        git.GitIn(clone, "fetch", "--quiet");
        Assert.Equal(31, LargestIn(clone));
    }

    [Fact]
    public void An_id_on_a_packed_branch_is_taken()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(1)));
        git.Git("checkout", "--quiet", "-b", "other");
        git.Commit("2026-02-02", ("IMPROVEMENTS.md", Items(1, 15)));
        git.Git("checkout", "--quiet", "main");
        git.Git("gc", "--quiet");
        git.Git("pack-refs", "--all");

        Assert.Equal(15, Largest());
    }

    [Fact]
    public void An_archived_id_on_another_branch_is_taken()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(1)));
        git.Git("checkout", "--quiet", "-b", "other");
        git.Commit("2026-02-02", ("IMPROVEMENTS.archive.md", Items(22)));
        git.Git("checkout", "--quiet", "main");

        Assert.Equal(22, Largest());
    }

    [Fact]
    public void A_backlog_in_a_folder_is_found_there()
    {
        git.Commit("2026-02-01", ("docs/IMPROVEMENTS.md", Items(1)), ("IMPROVEMENTS.md", Items(90)));
        git.Git("checkout", "--quiet", "-b", "other");
        git.Commit("2026-02-02", ("docs/IMPROVEMENTS.md", Items(9)));
        git.Git("checkout", "--quiet", "main");

        Assert.Equal(9, LargestIn(git.PathOf("docs")));
    }

    [Fact]
    public void The_branch_of_a_linked_working_tree_counts_and_so_does_its_index()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(1)));
        git.Git("checkout", "--quiet", "-b", "other");
        git.Commit("2026-02-02", ("IMPROVEMENTS.md", Items(1, 6)));
        git.Git("checkout", "--quiet", "main");
        var linked = git.AddWorktree("linked");
        Assert.Equal(6, LargestIn(linked));
        File.WriteAllText(Path.Combine(linked, "IMPROVEMENTS.md"), Items(1, 8));
        git.GitIn(linked, "add", "--all");

        Assert.Equal(8, LargestIn(linked));
    }

    [Theory]
    [InlineData("IMP-", 3)]
    [InlineData("imp-", 3)]
    [InlineData("OPS-", 8)]
    [InlineData("NEW-", 0)]
    public void Each_prefix_has_its_own_numbers(string prefix, int largest)
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(3) + "### [OPS-008] Thing\n\n"));

        Assert.Equal(largest, Largest(prefix));
    }

    [Fact]
    public void Long_random_numbers_do_not_count()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(3, 523_118_904)));

        Assert.Equal(3, Largest());
    }

    [Fact]
    public void A_branch_named_like_an_option_is_not_an_option()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(5)));
        git.Git("update-ref", "refs/heads/--output=stolen", "HEAD");

        Assert.Equal(5, Largest());
        Assert.False(File.Exists(git.PathOf("stolen")));
    }

    [Fact]
    public void Nothing_is_taken_before_the_first_commit() => Assert.Equal(0, Largest());

    /// <summary>For <c>git commit -a</c>, git gives its hooks a temporary index.</summary>
    [Fact]
    public void Inside_a_hook_the_index_of_the_hook_counts()
    {
        git.Commit("2026-02-01", ("IMPROVEMENTS.md", Items(1)));
        File.Copy(git.PathOf(".git/index"), git.PathOf(".git/next-index"));
        var environment = git.UserEnvironment.SetItem("GIT_INDEX_FILE", git.PathOf(".git/next-index"));
        git.Write("IMPROVEMENTS.md", Items(1, 7));
        git.GitWith(environment, "add", "--all");

        Assert.Equal(1, Largest());
        Assert.Equal(7, LargestIn(git.Folder, "IMP-", environment));
    }

    private static string Items(params int[] numbers) =>
        "# Backlog\n\n## Low Priority\n\n"
        + string.Concat(numbers.Select(number => $"### [IMP-{number:000}] Thing {number}\n\n- **Impact:** 2/10\n\n"));

    private int Largest(string prefix = "IMP-") => LargestIn(git.Folder, prefix);

    private int LargestIn(
        string folder,
        string prefix = "IMP-",
        ImmutableDictionary<string, string>? environment = null
    ) =>
        TakenIds
            .Search(
                Path.Combine(folder, "IMPROVEMENTS.md"),
                Path.Combine(folder, "IMPROVEMENTS.archive.md"),
                environment ?? git.UserEnvironment
            )
            .Largest(prefix, mostDigits: 6);
}
