using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Tests.History.Git;

/// <summary>Programs that a repository configures must never run.</summary>
public sealed class HostileRepositoryTests
{
    [Fact]
    public void No_program_configured_by_the_repository_or_the_environment_is_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the bait is a script for Unix");
        using var sandbox = new GitSandbox();
        var start = sandbox.Commit(
            "2026-01-05",
            ("a", "1\n2\n3\n"),
            (".gitattributes", "* diff=bait filter=bait merge=bait\n")
        );
        var second = sandbox.CommitWith("2026-01-06", "x\n\nKaizen: none (x)", ("a", null), ("b", "1\n2\n3\n4\n"));
        var bait = new Bait(sandbox);
        Sign(sandbox);
        bait.Configure(sandbox.Folder);

        Use(Assert.IsType<OpenedRepository>(GitTest.Open(bait.Environment, sandbox.Folder)).Git, start, second);

        Assert.False(bait.WasTaken);
    }

    [Fact]
    public void No_program_is_run_to_fetch_missing_objects_of_a_partial_clone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the bait is a script for Unix");
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        sandbox.Commit("2026-01-06", ("a", "2"));
        var bait = new Bait(sandbox);
        var clone = sandbox.Clone("--filter=blob:none");
        sandbox.GitIn(clone, "config", "protocol.allow", "always");
        sandbox.GitIn(clone, "config", "protocol.ext.allow", "always");
        sandbox.GitIn(clone, "config", "protocol.file.allow", "always");
        bait.Configure(clone);
        var settings = Path.Combine(clone, ".git", "config");
        var text = File.ReadAllText(settings);
        foreach (var (key, value) in Bait.Transports)
        {
            File.WriteAllText(settings, text);
            sandbox.GitIn(clone, "config", key, value.Replace("BAIT", bait.Script, StringComparison.Ordinal));
            var git = Assert.IsType<OpenedRepository>(GitTest.Open(bait.Environment, clone)).Git;
            var old = git.Changes(git.Head!, null, ["a"]).Last().Files[0].NewBlob!;

            Assert.Throws<GitException>(() => GitTest.Contents(git, [old]));
            Assert.False(bait.WasTaken, key);
        }
    }

    [Fact]
    public void The_bait_would_work()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the bait is a script for Unix");
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", (".gitattributes", "* diff=bait\n"));
        sandbox.Commit("2026-01-06", ("a", "1"));
        var bait = new Bait(sandbox);
        bait.Configure(sandbox.Folder);

        sandbox.Git("show", "--textconv", "HEAD", "--", "a");

        Assert.True(bait.WasTaken);
    }

    private static void Use(GitRepository git, string start, string second)
    {
        var head = git.Head!;
        Assert.Equal(3, git.Commits(head).Count());
        Assert.Equal(2, git.Changes(head, null, ["a", "b"]).Count());
        Assert.Equal("a", git.RenameSource(second, start, "b"));
        Assert.Equal(["x"], git.Reasons(start, head).NoCapture);
        Assert.Equal(start, git.MergeBase(start));
        Assert.Throws<InputException>(() => git.MergeBase("never"));
        Assert.Single(git.FilesAt(head, ["b"]));
        GitTest.Contents(git, [git.StagedFiles(["b"])["b"]]);
        Assert.NotEmpty(git.Missing(head).Reason);
    }

    /// <summary>Adds a signed commit; to show its signature, git would run a program.</summary>
    private static void Sign(GitSandbox sandbox)
    {
        var signed = sandbox.PathOf(".git/signed");
        File.WriteAllText(
            signed,
            string.Create(
                CultureInfo.InvariantCulture,
                $"tree {sandbox.Git("rev-parse", "HEAD^{tree}")}\nparent {sandbox.Head}\nauthor K <k@example.com> 1767873600 +0000\ncommitter K <k@example.com> 1767873600 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nsigned\n"
            )
        );
        sandbox.Git("reset", "--quiet", "--hard", sandbox.Git("hash-object", "-t", "commit", "-w", signed));
    }
}
