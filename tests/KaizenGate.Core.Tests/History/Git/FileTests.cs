using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class FileTests
{
    private static readonly string Long = string.Concat(
        Enumerable.Range(0, 50).Select(line => string.Create(CultureInfo.InvariantCulture, $"line {line}\n"))
    );

    [Fact]
    public void The_former_name_of_a_renamed_file_is_found()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Commit("2026-01-05", ("BACKLOG.md", Long), ("other", "y"));
        var second = sandbox.Commit("2026-01-06", ("BACKLOG.md", null), ("docs/I.md", $"{Long}more\n"), ("new", "z\n"));
        var git = GitTest.Opened(sandbox);

        Assert.Equal("BACKLOG.md", git.RenameSource(second, first, "docs/I.md"));
        Assert.Null(git.RenameSource(second, first, "new"));
        Assert.Single(git.Renames); // Git was asked once for both.
    }

    [Fact]
    public void A_rename_is_found_with_any_configuration()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Commit("2026-01-05", ("a\nb", Long));
        var second = sandbox.Commit("2026-01-06", ("a\nb", null), ("c", $"{Long}more\n"));
        sandbox.Git("config", "diff.renames", "false");
        sandbox.Git("config", "diff.renameLimit", "1");

        Assert.Equal("a\nb", GitTest.Opened(sandbox).RenameSource(second, first, "c"));
    }

    [Fact]
    public void Staged_files_come_from_the_index_and_not_from_the_working_tree()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"), ("deleted", "1"), ("docs/b", "1"));
        sandbox.Write("a", "staged").Git("add", "a");
        sandbox.Write("a", "not staged");
        sandbox.Git("rm", "--quiet", "deleted");
        sandbox.Write("intended", "x").Write("empty", "").Git("add", "--intent-to-add", "intended");
        sandbox.Git("add", "empty");
        var git = GitTest.Opened(sandbox, sandbox.PathOf("docs"));

        var files = git.StagedFiles(["a", "deleted", "docs/b", "intended", "empty", "never"]);

        Assert.Equal(["a", "docs/b", "empty"], files.Keys.Order());
        Assert.Equal(["staged", "1", ""], GitTest.Contents(git, [files["a"], files["docs/b"], files["empty"]]));
        Assert.Equal(
            ["a", "deleted", "docs/b"],
            git.FilesAt(git.Head!, ["a", "deleted", "docs/b", "docs", "empty"]).Keys.Order()
        );
        Assert.Empty(git.StagedFiles([]));
        Assert.Empty(git.FilesAt(git.Head!, []));
    }

    [Fact]
    public void A_file_in_conflict_is_an_error()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"), ("b", "1"));
        sandbox.Git("checkout", "--quiet", "-b", "side");
        sandbox.Commit("2026-01-06", ("a", "side"));
        sandbox.Git("checkout", "--quiet", "main");
        sandbox.Commit("2026-01-07", ("a", "main"));
        Assert.Throws<InvalidOperationException>(() => sandbox.Merge("2026-01-08", "side"));
        var git = GitTest.Opened(sandbox);

        var error = Assert.Throws<InputException>(() => git.StagedFiles(["a"])).Error;

        Assert.Equal("\"a\" is in conflict. Resolve the conflict and stage the result.", error.ToString());
        Assert.Single(git.StagedFiles(["b"]));
    }

    [Fact]
    public void The_merge_base_is_where_the_branch_forked()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05");
        var fork = sandbox.Commit("2026-01-06");
        sandbox.Git("tag", "-a", "-m", "x", "v1");
        sandbox.Git("checkout", "--quiet", "-b", "side");
        sandbox.Commit("2026-01-07");
        sandbox.Git("checkout", "--quiet", "main");
        sandbox.Commit("2026-01-08");
        sandbox.Git("checkout", "--quiet", "side");
        var git = GitTest.Opened(sandbox);

        Assert.Equal(fork, git.MergeBase("main"));
        Assert.Equal(fork, git.MergeBase("v1"));
        Assert.Equal(fork, git.MergeBase("HEAD~1"));
        Assert.Equal(git.Head, git.MergeBase("HEAD"));
    }

    [Theory]
    [InlineData("--output=x", "is not a valid revision")]
    [InlineData("-h", "is not a valid revision")]
    [InlineData("", "is not a valid revision")]
    [InlineData("main\nmain", "is not a valid revision")]
    [InlineData("ma\0in", "is not a valid revision")]
    [InlineData("\u001b[31m", "is not a valid revision")]
    [InlineData("never", "does not name a commit of this repository")]
    [InlineData("HEAD:a", "does not name a commit of this repository")]
    [InlineData("HEAD^{tree}", "does not name a commit of this repository")]
    [InlineData("HEAD HEAD", "does not name a commit of this repository")]
    [InlineData("^HEAD", "does not name a commit of this repository")]
    [InlineData("HEAD..HEAD", "does not name a commit of this repository")]
    [InlineData("@{upstream}", "does not name a commit of this repository")]
    [InlineData("0000000000000000000000000000000000000000", "does not name a commit of this repository")]
    public void An_invalid_revision_is_an_error_with_option_and_value(string revision, string problem)
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var git = GitTest.Opened(sandbox);

        var error = Assert.Throws<InputException>(() => git.MergeBase(revision)).Error;

        Assert.Equal($"--since {Quote.Of(revision)} {problem}", error.Message);
        Assert.StartsWith("Name a branch, a tag or a commit", error.Help);
        Assert.False(File.Exists(sandbox.PathOf("x")));
    }

    [Fact]
    public void Histories_without_a_common_commit_have_no_merge_base()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05");
        sandbox.Git("checkout", "--quiet", "--orphan", "other");
        sandbox.Commit("2026-01-06");

        var error = Assert.Throws<InputException>(() => GitTest.Opened(sandbox).MergeBase("main")).Error;

        Assert.Equal("--since \"main\" has no commit in common with the branch", error.Message);
    }

    [Fact]
    public void In_a_shallow_clone_the_remedy_is_to_fetch()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Commit("2026-01-05");
        sandbox.Git("checkout", "--quiet", "-b", "side");
        sandbox.Commit("2026-01-06");
        sandbox.Git("checkout", "--quiet", "main");
        sandbox.Commit("2026-01-07");
        var git = GitTest.Opened(sandbox, sandbox.Clone("--depth=1", "--no-single-branch"));

        Assert.Contains(
            "fetch with depth 0",
            Assert.Throws<InputException>(() => git.MergeBase("origin/side")).Error.Help
        );
        Assert.Contains("fetch with depth 0", Assert.Throws<InputException>(() => git.MergeBase(first)).Error.Help);
    }

    [Theory]
    [InlineData("Subject\n\nKaizen: none (a typo only)", "a typo only")]
    [InlineData("Subject\n\nSigned-off-by: x\nKAIZEN: None(moved (a) file)\n", "moved (a) file")]
    [InlineData("Subject\n\nKaizen: none (one\n two)", "one two")]
    [InlineData("Subject\n\nKaizen: none", null)]
    [InlineData("Subject\n\nKaizen: none ()", null)]
    [InlineData("Subject\n\nKaizen: none ( )", null)]
    [InlineData("Subject\n\nKaizen: nonesuch (x)", null)]
    [InlineData("Subject\n\nKaizen: I-12 (x)", null)]
    [InlineData("Kaizen: none (in the subject)", null)]
    [InlineData("Subject\n\nWe wrote\nKaizen: none (x)\nin the text, and then more of it.\n\nThe end.", null)]
    public void A_trailer_with_a_reason_is_found(string message, string? reason)
    {
        using var sandbox = new GitSandbox();
        var start = sandbox.Commit("2026-01-05");
        sandbox.CommitWith("2026-01-06", message);
        var head = sandbox.Commit("2026-01-07");

        string[] expected = reason is null ? [] : [reason];
        Assert.Equal(expected, GitTest.Opened(sandbox).Reasons(start, head).NoCapture);
        Assert.Equal(expected, GitTest.Opened(sandbox).Reasons($"{message}\n# a comment for the editor\n").NoCapture);
    }

    [Theory]
    [InlineData("Subject\n\nKaizen: none", true)]
    [InlineData("Subject\n\nkaizen : none (x)", true)]
    [InlineData("Subject\n\nKAIZEN:None", true)]
    [InlineData("Kaizen begins", false)]
    [InlineData("kaizen: note none", false)]
    [InlineData("Subject\n\nKaizen: IMP-012", false)]
    [InlineData("Subject\n\n# Kaizen: none (reason)", false)]
    public void A_line_that_is_meant_as_the_trailer_is_found(string message, bool isFound) =>
        Assert.Equal(isFound, KaizenTrailers.IsMeantIn(message));

    [Fact]
    public void The_trailer_may_be_in_a_merged_commit_but_not_before_the_base()
    {
        using var sandbox = new GitSandbox();
        sandbox.CommitWith("2026-01-04", "x\n\nKaizen: none (too old)");
        var start = sandbox.Commit("2026-01-05");
        sandbox.Git("checkout", "--quiet", "-b", "side");
        sandbox.CommitWith("2026-01-06", "x\n\nKaizen: none (on the side)");
        sandbox.Git("checkout", "--quiet", "main");
        var alone = sandbox.Commit("2026-01-07");
        var head = sandbox.Merge("2026-01-08", "side");
        var git = GitTest.Opened(sandbox);

        Assert.Equal(["on the side"], git.Reasons(start, head).NoCapture);
        Assert.Empty(git.Reasons(start, alone).NoCapture);
        Assert.Empty(git.Reasons(head, head).NoCapture);
    }
}
