using System.Diagnostics;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class RepositoryLookupTests
{
    [Fact]
    public void A_repository_has_its_path_head_and_branch()
    {
        using var sandbox = new GitSandbox();
        var commit = sandbox.Commit("2026-01-05", ("docs/plans/IMPROVEMENTS.md", "x"));

        var git = GitTest.Opened(sandbox, sandbox.PathOf("docs/plans"));

        Assert.Equal(sandbox.Folder, git.TopLevel);
        Assert.Equal(sandbox.PathOf(".git/kaizen"), git.CacheFolder);
        Assert.Equal(commit, git.Head);
        Assert.Equal("refs/heads/main", git.Branch);
        Assert.False(git.IsShallow);
    }

    [Fact]
    public void A_detached_head_has_the_branch_HEAD()
    {
        using var sandbox = new GitSandbox();
        var commit = sandbox.Commit("2026-01-05", ("a", "x"));
        sandbox.Git("checkout", "--quiet", "--detach");

        var git = GitTest.Opened(sandbox);

        Assert.Equal((commit, "HEAD"), (git.Head, git.Branch));
    }

    [Fact]
    public void Before_the_first_commit_there_is_no_head_and_the_index_can_be_read()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write("a", "x").Git("add", "a");
        sandbox.Write("HEAD", "a file of this name must not be taken for the commit");

        var git = GitTest.Opened(sandbox);

        Assert.Null(git.Head);
        Assert.Null(git.Branch);
        Assert.Equal(["a"], git.StagedFiles(["a"]).Keys);
    }

    [Fact]
    public void A_folder_outside_any_repository_has_none()
    {
        using var sandbox = new GitSandbox();

        Assert.IsType<NoRepository>(GitTest.Open(sandbox, sandbox.NewFolder("elsewhere")));
    }

    [Fact]
    public void Without_git_a_repository_is_unreadable_and_a_plain_folder_has_none()
    {
        using var sandbox = new GitSandbox();
        var elsewhere = sandbox.NewFolder("elsewhere");
        var environment = sandbox.UserEnvironment.SetItem("PATH", elsewhere);

        Assert.StartsWith(
            "git is not on the PATH; install it",
            GitTest.ReasonOf(GitTest.Open(environment, sandbox.Folder))
        );
        Assert.IsType<NoRepository>(GitTest.Open(environment, elsewhere));
    }

    [Fact]
    public void A_bare_repository_is_unreadable()
    {
        using var sandbox = new GitSandbox("--bare");

        Assert.StartsWith("bare repository: ", GitTest.ReasonOf(GitTest.Open(sandbox)));
    }

    [Fact]
    public void The_git_folder_itself_is_unreadable()
    {
        using var sandbox = new GitSandbox();

        Assert.Contains("inside the git folder", GitTest.ReasonOf(GitTest.Open(sandbox, sandbox.PathOf(".git"))));
    }

    [Fact]
    public void A_shallow_clone_is_detected()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        sandbox.Commit("2026-01-06", ("a", "2"));

        Assert.True(GitTest.Opened(sandbox, sandbox.Clone("--depth=1")).IsShallow);
        Assert.False(GitTest.Opened(sandbox, sandbox.Clone()).IsShallow);
    }

    [Fact]
    public void A_linked_worktree_has_its_own_head_and_cache()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var worktree = sandbox.AddWorktree("side");

        var git = GitTest.Opened(sandbox, worktree);

        Assert.Equal(worktree, git.TopLevel);
        Assert.Equal("refs/heads/side", git.Branch);
        Assert.Equal(sandbox.GitIn(worktree, "rev-parse", "--git-path", "kaizen"), git.CacheFolder);
        Assert.Single(git.Changes(git.Head!, null, ["a"]));
    }

    [Fact]
    public void A_submodule_is_a_repository_of_its_own()
    {
        using var inner = new GitSandbox();
        var commit = inner.Commit("2026-01-05", ("a", "1"));
        using var outer = new GitSandbox();
        var folder = outer.AddSubmodule("2026-01-06", inner, "lib/inner");

        var git = GitTest.Opened(outer, folder);

        Assert.Equal((folder, commit), (git.TopLevel, git.Head));
        Assert.Equal(outer.PathOf(".git/modules/lib/inner/kaizen"), git.CacheFolder);
    }

    [Fact]
    public void For_a_repository_of_another_user_the_reason_contains_the_command_to_trust_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can give files away");
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        using (var chown = Process.Start("chown", ["-R", "12345", sandbox.Folder]))
        {
            chown.WaitForExit();
        }

        var trusting = sandbox
            .UserEnvironment.SetItem("GIT_CONFIG_COUNT", "1")
            .SetItem("GIT_CONFIG_KEY_0", "safe.directory")
            .SetItem("GIT_CONFIG_VALUE_0", sandbox.Folder);

        Assert.EndsWith(
            $"run `git config --global --add safe.directory {sandbox.Folder}`",
            GitTest.ReasonOf(GitTest.Open(sandbox))
        );
        Assert.IsType<OpenedRepository>(GitTest.Open(trusting, sandbox.Folder));
        Assert.Single(
            Assert.IsType<OpenedRepository>(GitTest.Open(trusting, sandbox.Folder, false)).Git.Commits(sandboxHead())
        );

        string sandboxHead() => File.ReadAllText(sandbox.PathOf(".git/refs/heads/main")).Trim();
    }

    [Theory]
    [InlineData(".git/HEAD", "garbage")]
    [InlineData(".git/HEAD", "")]
    [InlineData(".git/refs/heads/main", "garbage")]
    [InlineData(".git/refs/heads/main", "")]
    [InlineData(".git/config", "[core")]
    [InlineData(".git/config", "[core]\nrepositoryformatversion = 99\n")]
    [InlineData(".git/config", "[core]\nrepositoryformatversion = 1\n[extensions]\nfuture = true\n")]
    public void A_damaged_repository_is_unreadable_and_not_missing_or_empty(string file, string content)
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        sandbox.Write(file, content);

        Assert.NotEmpty(GitTest.ReasonOf(GitTest.Open(sandbox)));
    }

    [Fact]
    public void A_worktree_of_a_deleted_repository_is_unreadable()
    {
        using var sandbox = new GitSandbox();
        var folder = sandbox.NewFolder("left");
        File.WriteAllText(Path.Combine(folder, ".git"), "gitdir: /nowhere/at/all");

        Assert.Contains("/nowhere/at/all", GitTest.ReasonOf(GitTest.Open(sandbox, folder)));
    }

    [Fact]
    public void A_missing_commit_is_damage()
    {
        using var sandbox = new GitSandbox();
        var commit = sandbox.Commit("2026-01-05", ("a", "1"));
        File.Delete(sandbox.PathOf($".git/objects/{commit[..2]}/{commit[2..]}"));

        var git = GitTest.Opened(sandbox);

        Assert.Contains("git fsck", Assert.Throws<GitException>(() => git.Commits(git.Head!).Count()).Reason);
        Assert.Contains(
            "git fsck",
            Assert.Throws<GitException>(() => git.Changes(git.Head!, null, ["a"]).Count()).Reason
        );
    }

    [Fact]
    public void A_repository_in_a_folder_with_special_characters_works()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such names there");
        using var sandbox = new GitSandbox();
        using var scratch = new ScratchFolder();
        var folder = scratch.PathOf("a b\n--then\n'ü'");
        Directory.Move(sandbox.Folder, folder);
        sandbox.GitIn(folder, "commit", "--quiet", "--allow-empty", "-m", "x");

        var git = GitTest.Opened(sandbox, folder);

        Assert.Equal(folder, git.TopLevel);
        Assert.Single(git.Commits(git.Head!));
        Directory.CreateDirectory(sandbox.Folder);
    }

    [Fact]
    public void A_link_to_the_folder_leads_to_the_same_repository()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("docs/a", "1"));
        var link = Path.Combine(sandbox.NewFolder("links"), "here");
        Directory.CreateSymbolicLink(link, sandbox.PathOf("docs"));

        var git = GitTest.Opened(sandbox, link);

        Assert.Equal((sandbox.Folder, sandbox.PathOf(".git/kaizen")), (git.TopLevel, git.CacheFolder));
    }

    [Fact]
    public void The_working_tree_may_be_apart_from_the_git_folder()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var tree = sandbox.NewFolder("tree");
        sandbox.Git("config", "core.worktree", tree);

        var git = GitTest.Opened(sandbox);

        Assert.Equal(tree, git.TopLevel);
        Assert.Single(git.Changes(git.Head!, null, ["a"]));
        Assert.Single(git.StagedFiles(["a"]));
    }
}
