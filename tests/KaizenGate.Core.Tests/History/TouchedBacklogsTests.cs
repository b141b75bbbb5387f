using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.History;

public sealed class TouchedBacklogsTests : IDisposable
{
    private const string Text = "# Improvements\n\n- [ ] Cache the packages\n";
    private readonly GitSandbox git = new();

    public TouchedBacklogsTests()
    {
        git.Commit("2026-02-02", ("a/B.md", Text), ("b/B.md", Text), ("c/B.md", Text), ("b/kaizen.json", "{}"));
        git.Git("checkout", "--quiet", "-b", "branch");
    }

    public void Dispose() => git.Dispose();

    [Fact]
    public void A_change_of_an_unrelated_file_touches_no_backlog()
    {
        git.Commit("2026-02-09", ("code.cs", "1"));
        Assert.Empty(Since("main"));
    }

    [Fact]
    public void A_change_of_the_file_touches_the_backlog()
    {
        git.Commit("2026-02-09", ("b/B.md", Text + "- [ ] Split the suite\n"));
        Assert.Equal(["b/B.md"], Since("main"));
    }

    [Fact]
    public void An_uncommitted_change_touches_the_backlog()
    {
        git.Write("b/B.md", Text + "- [ ] Split the suite\n");
        Assert.Equal(["b/B.md"], Since("main"));
    }

    [Fact]
    public void Different_line_endings_are_not_a_change()
    {
        git.Write("b/B.md", Text.ReplaceLineEndings("\r\n"));
        Assert.Empty(Since("main"));
    }

    [Theory]
    [InlineData("b/kaizen.json", """{"people": 2}""")]
    [InlineData("b/kaizen.json", null)]
    [InlineData("b/B.archive.md", "# Archive\n")]
    public void A_change_of_a_related_file_touches_the_backlog(string path, string? text)
    {
        git.Commit("2026-02-09", (path, text));
        Assert.Equal(["b/B.md"], Since("main"));
    }

    [Fact]
    public void Later_commits_of_the_other_branch_are_not_part_of_the_change()
    {
        git.Git("checkout", "--quiet", "main");
        git.Commit("2026-02-09", ("a/B.md", Text + "- [ ] Split the suite\n"));
        git.Git("checkout", "--quiet", "branch");
        git.Commit("2026-02-10", ("c/B.md", Text + "- [ ] Pin the image\n"));
        Assert.Equal(["c/B.md"], Since("main"));
    }

    [Fact]
    public void With_staged_only_the_index_counts()
    {
        git.Write("a/B.md", Text + "- [ ] Split the suite\n");
        git.Git("add", "--all");
        git.Write("b/B.md", Text + "- [ ] Pin the image\n");
        Assert.Equal(["a/B.md"], Staged());
    }

    [Fact]
    public void Before_the_first_commit_all_staged_files_are_new()
    {
        using var empty = new GitSandbox();
        empty.Write("a/B.md", Text).Write("b/B.md", Text);
        empty.Git("add", "a/B.md");
        Assert.Equal(["a/B.md"], Find(empty, Query(empty) with { Staged = true }, "a/B.md", "b/B.md"));
    }

    [Fact]
    public void An_unknown_revision_is_reported() =>
        Assert.Contains(
            "does not name a commit",
            Assert.Throws<InputException>(() => Since("gone")).Error.Message,
            StringComparison.Ordinal
        );

    private string[] Since(string revision) =>
        Find(git, Query(git) with { Since = revision }, "a/B.md", "b/B.md", "c/B.md");

    private string[] Staged() => Find(git, Query(git) with { Staged = true }, "a/B.md", "b/B.md", "c/B.md");

    private static string[] Find(GitSandbox git, HistoryQuery query, params string[] files)
    {
        var workspace = new Workspace(git.Folder);
        return
        [
            .. TouchedBacklogs
                .Find(
                    [.. files.Select(workspace.Name)],
                    file =>
                        [
                            ArchivePath.Of(file.FullPath, null),
                            Path.Join(Path.GetDirectoryName(file.FullPath), "kaizen.json"),
                        ],
                    query
                )
                .Select(file => file.Path),
        ];
    }

    private static HistoryQuery Query(GitSandbox git) =>
        new()
        {
            WorkingFolder = git.Folder,
            Environment = git.UserEnvironment,
            Reading = ReadingOptions.Default,
            AsOf = new DateOnly(2026, 3, 2),
            Version = "0.0.0",
        };
}
