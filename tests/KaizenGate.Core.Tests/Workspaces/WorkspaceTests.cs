using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Workspaces;

public sealed class WorkspaceTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_file_is_named_from_the_working_folder_and_from_the_root_of_the_repository()
    {
        scratch.With(".git/HEAD", "services/pay/docs/BACKLOG.md");

        var file = new Workspace(scratch.PathOf("services/pay")).Name("docs/BACKLOG.md");

        Assert.Equal("docs/BACKLOG.md", file.Path);
        Assert.Equal("services/pay/docs/BACKLOG.md", file.RootPath);
        Assert.Equal(scratch.PathOf("services/pay/docs/BACKLOG.md"), file.FullPath);
    }

    [Fact]
    public void A_file_above_the_working_folder_is_shown_with_its_absolute_path()
    {
        scratch.With(".git/HEAD", "BACKLOG.md").WithFolder("src");

        var file = new Workspace(scratch.PathOf("src")).Name("../BACKLOG.md");

        Assert.Equal(scratch.PathOf("BACKLOG.md"), file.Path);
        Assert.Equal("BACKLOG.md", file.RootPath);
    }

    [Fact]
    public void A_worktree_whose_git_is_a_file_is_a_repository()
    {
        scratch.With("tree/.git", "tree/docs/BACKLOG.md");

        Assert.Equal("docs/BACKLOG.md", new Workspace(scratch.PathOf("tree/docs")).Name("BACKLOG.md").RootPath);
    }

    [Fact]
    public void Without_a_repository_the_working_folder_is_the_root()
    {
        scratch.With("docs/BACKLOG.md");

        Assert.Equal("docs/BACKLOG.md", new Workspace(scratch.Path).Name("docs/BACKLOG.md").RootPath);
    }

    [Fact]
    public void A_file_of_another_repository_is_named_from_the_root_of_that_one()
    {
        scratch.With("here/.git", "there/.git", "there/docs/BACKLOG.md");

        Assert.Equal(
            "docs/BACKLOG.md",
            new Workspace(scratch.PathOf("here")).Name("../there/docs/BACKLOG.md").RootPath
        );
    }

    [Fact]
    public void The_root_path_is_that_of_the_target_of_a_link()
    {
        scratch.With(".git/HEAD", "teams/pay/BACKLOG.md");
        Directory.CreateSymbolicLink(scratch.PathOf("pay"), "teams/pay");

        var file = new Workspace(scratch.Path).Name("pay/BACKLOG.md");

        Assert.Equal("pay/BACKLOG.md", file.Path);
        Assert.Equal("teams/pay/BACKLOG.md", file.RootPath);
    }

    [Fact]
    public void Links_in_a_circle_do_not_hang()
    {
        File.CreateSymbolicLink(scratch.PathOf("a.md"), "b.md");
        File.CreateSymbolicLink(scratch.PathOf("b.md"), "a.md");

        Assert.Equal("a.md", new Workspace(scratch.Path).Name("a.md").Path);
    }

    [Fact]
    public void A_folder_whose_name_begins_with_dots_is_not_above()
    {
        Assert.Equal("..hidden/BACKLOG.md", new Workspace(scratch.Path).Name("..hidden/BACKLOG.md").Path);
    }
}
