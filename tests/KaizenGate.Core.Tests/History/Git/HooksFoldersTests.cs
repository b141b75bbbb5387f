using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class HooksFoldersTests : IDisposable
{
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void Hooks_are_in_the_git_folder() =>
        Assert.Equal(new HooksFolder(git.PathOf(".git/hooks"), IsConfigured: false, IsShared: false), Find(git.Folder));

    [Fact]
    public void A_linked_worktree_shares_the_hooks_of_its_repository()
    {
        git.Commit("2026-01-05", ("a", "1"));

        Assert.Equal(git.PathOf(".git/hooks"), Find(git.AddWorktree("side")).Folder);
    }

    [Theory]
    [InlineData(".githooks", ".githooks")]
    [InlineData(".githooks/", ".githooks")]
    [InlineData(".git/own", ".git/own")]
    public void A_configured_folder_in_the_repository_is_not_shared(string configured, string folder)
    {
        git.Git("config", "core.hooksPath", configured);

        Assert.Equal(new HooksFolder(git.PathOf(folder), IsConfigured: true, IsShared: false), Find(git.Folder));
    }

    [Theory]
    [InlineData("../hooks")]
    [InlineData("../repository-hooks")] // begins like the folder of the repository
    [InlineData(".")] // the repository itself is not below it
    public void A_configured_folder_elsewhere_is_shared(string configured)
    {
        git.Git("config", "core.hooksPath", configured);

        Assert.Equal(
            new HooksFolder(Path.GetFullPath(configured, git.Folder), IsConfigured: true, IsShared: true),
            Find(git.Folder)
        );
    }

    [Fact]
    public void The_repository_s_setting_wins_and_a_tilde_is_the_home_folder()
    {
        git.Git("config", "--global", "core.hooksPath", "~/all-hooks");
        Assert.Equal(
            new HooksFolder(Path.Join(git.UserEnvironment["HOME"], "all-hooks"), IsConfigured: true, IsShared: true),
            Find(git.Folder)
        );

        git.Git("config", "core.hooksPath", "own-hooks");

        Assert.Equal(git.PathOf("own-hooks"), Find(git.Folder).Folder);
    }

    private HooksFolder Find(string folder) => HooksFolder.Of(GitTest.Opened(git, folder));
}
