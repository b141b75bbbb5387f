using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class HookEnvironmentTests
{
    [Fact]
    public void A_hook_s_index_is_the_one_that_is_read()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("docs/a", "1"));
        File.Copy(sandbox.PathOf(".git/index"), sandbox.PathOf(".git/next-index"));
        sandbox.Write("docs/a", "2").Git("add", "--all");
        var environment = sandbox
            .UserEnvironment.SetItem("GIT_INDEX_FILE", ".git/next-index")
            .SetItem("GIT_PREFIX", "docs/");

        var atTop = Assert.IsType<OpenedRepository>(GitTest.Open(environment, sandbox.Folder)).Git;
        var below = Assert.IsType<OpenedRepository>(GitTest.Open(environment, sandbox.PathOf("docs"))).Git;

        Assert.Equal(["1"], GitTest.Contents(atTop, [atTop.StagedFiles(["docs/a"])["docs/a"]]));
        Assert.Equal(["1"], GitTest.Contents(below, [below.StagedFiles(["docs/a"])["docs/a"]]));
    }

    [Fact]
    public void A_hook_of_a_linked_worktree_sees_that_worktree()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var worktree = sandbox.AddWorktree("side");
        var environment = sandbox.UserEnvironment.SetItem("GIT_DIR", sandbox.PathOf(".git/worktrees/side"));

        var git = Assert.IsType<OpenedRepository>(GitTest.Open(environment, worktree)).Git;

        Assert.Equal((worktree, "refs/heads/side"), (git.TopLevel, git.Branch));
        Assert.Single(git.StagedFiles(["a"]));
    }

    [Fact]
    public void A_relative_git_folder_counts_from_the_working_folder()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("docs/a", "1"));
        var environment = sandbox
            .UserEnvironment.SetItem("GIT_DIR", "../.git")
            .SetItem("GIT_WORK_TREE", "..")
            .SetItem("GIT_INDEX_FILE", sandbox.PathOf(".git/index"));

        var git = Assert.IsType<OpenedRepository>(GitTest.Open(environment, sandbox.PathOf("docs"))).Git;

        Assert.Equal(sandbox.Folder, git.TopLevel);
        Assert.Single(git.StagedFiles(["docs/a"]));
        Assert.Single(git.Changes(git.Head!, null, ["docs/a"]));
    }

    [Fact]
    public void The_variables_of_a_hook_do_not_apply_to_another_repository()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        using var other = new GitSandbox();
        var commit = other.Commit("2026-01-06", ("b", "2"));
        var environment = sandbox
            .UserEnvironment.SetItem("GIT_DIR", sandbox.PathOf(".git"))
            .SetItem("GIT_WORK_TREE", sandbox.Folder)
            .SetItem("GIT_INDEX_FILE", ".git/next-index")
            .SetItem("GIT_OBJECT_DIRECTORY", sandbox.PathOf(".git/objects"))
            .SetItem("GIT_NAMESPACE", "x");

        var git = Assert.IsType<OpenedRepository>(GitTest.Open(environment, other.Folder, inherits: false)).Git;

        Assert.Equal((other.Folder, commit), (git.TopLevel, git.Head));
        Assert.Equal(["b"], git.StagedFiles(["a", "b"]).Keys);
        Assert.Single(git.Commits(commit));
    }

    [Fact]
    public void A_wrong_GIT_DIR_makes_the_repository_unreadable()
    {
        using var sandbox = new GitSandbox();
        var environment = sandbox.UserEnvironment.SetItem("GIT_DIR", sandbox.NewFolder("empty"));

        Assert.NotEmpty(GitTest.ReasonOf(GitTest.Open(environment, sandbox.NewFolder("elsewhere"))));
    }

    [Fact]
    public void Variables_that_select_files_or_print_traces_are_not_passed_on()
    {
        using var sandbox = new GitSandbox();
        var environment = sandbox
            .UserEnvironment.SetItem("GIT_GLOB_PATHSPECS", "1")
            .SetItem("GIT_ICASE_PATHSPECS", "1")
            .SetItem("GIT_TRACE", sandbox.PathOf("trace"))
            .SetItem("GIT_TRACE2_EVENT", sandbox.PathOf("trace"))
            .SetItem("LC_ALL", "de_DE.UTF-8")
            .SetItem("LANGUAGE", "de");
        sandbox.Commit("2026-01-05", ("a", "1"));

        var git = Assert.IsType<OpenedRepository>(GitTest.Open(environment, sandbox.Folder)).Git;

        Assert.Empty(git.StagedFiles(["A"]));
        Assert.Single(git.StagedFiles(["a"]));
        Assert.False(File.Exists(sandbox.PathOf("trace")));
    }

    [Theory]
    [InlineData(null, "glibc.malloc.hugetlb=1")]
    [InlineData("glibc.malloc.check=3", "glibc.malloc.check=3")]
    public void The_memory_of_git_comes_in_large_pages_unless_the_user_tunes_it(string? own, string given)
    {
        var user = own is null ? [] : new Dictionary<string, string> { ["GLIBC_TUNABLES"] = own };

        Assert.Equal(given, GitEnvironment.From(user, inheritsRepository: false)["GLIBC_TUNABLES"]);
    }
}
