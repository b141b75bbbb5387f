namespace KaizenGate.Core.Tests.History;

/// <summary>Tests commit without git, but get the same.</summary>
public sealed class SandboxCommitTests : IDisposable
{
    private readonly GitSandbox own = new();
    private readonly GitSandbox git = new();

    // With other settings git commits.
    public SandboxCommitTests() => git.Git("config", "core.autocrlf", "false");

    public void Dispose()
    {
        own.Dispose();
        git.Dispose();
    }

    [Fact]
    public void Commits_are_those_of_git()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "git commits there");
        AssertSame(
            "first",
            ("a/b", "1\n"),
            ("a.c", ""),
            ("a-b", "2\r\n"),
            ("a/ü/日本", "3"),
            ("äö", "4"),
            ("a/b.c/d", "5")
        );
        foreach (var sandbox in (GitSandbox[])[own, git])
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(sandbox.PathOf("a.c"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            File.CreateSymbolicLink(sandbox.PathOf("link"), "a");
            File.CreateSymbolicLink(sandbox.PathOf("a/nowhere"), "../missing");
            Directory.CreateDirectory(sandbox.PathOf("empty/empty"));
        }

        AssertSame("second\n\n# not a comment\n\n", ("a/b", null), ("a/b.c/d", null), ("a-b", "6\n"));
        AssertSame("nothing changed");
        AssertSame("ü", ("a/b", "1\n"), (new string('x', 200), "7"));
        Assert.Equal("", own.Git("fsck", "--strict"));
        Assert.Equal("nothing changed", own.Git("log", "-1", "--format=%s", "HEAD^"));
    }

    [Fact]
    public void Ignored_files_are_not_committed()
    {
        own.Commit("2026-01-05", (".gitignore", "*.o\n"), ("a.o", "1"), ("a.c", "1"));

        Assert.Equal(".gitignore\na.c", own.Git("ls-files"));
    }

    [Fact]
    public void A_merge_has_both_parents()
    {
        own.Commit("2026-01-05", ("a", "1"));
        own.Git("checkout", "--quiet", "-b", "side");
        own.Commit("2026-01-06", ("b", "1"));
        own.Git("checkout", "--quiet", "main");
        own.Commit("2026-01-07", ("a", "2"));
        own.Git("merge", "--quiet", "--no-ff", "--no-commit", "side");

        own.Commit("2026-01-08");

        Assert.Equal("2026-01-07\n2026-01-06", own.Git("log", "-2", "--no-walk", "--format=%as", "HEAD^1", "HEAD^2"));
    }

    private void AssertSame(string message, params (string Path, string? Text)[] files)
    {
        Assert.Equal(git.CommitWith("2026-01-05", message, files), own.CommitWith("2026-01-05", message, files));
        Assert.Equal(git.Git("ls-files", "--stage"), own.Git("ls-files", "--stage"));
        Assert.Equal("", own.Git("status", "--porcelain"));
    }
}
