using System.Diagnostics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Tests.Reading;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class FailingGitTests
{
    private const string Commit = "0123456789012345678901234567890123456789";

    [Theory]
    [InlineData("exit 1", "exit code 1 and no message")]
    [InlineData("echo 'fatal: no more memory' >&2; exit 128", "fatal: no more memory")]
    [InlineData("kill -9 $$", "exit code 137")]
    [InlineData("echo garbage", "printed an unexpected answer")]
    [InlineData("head -c 100000 /dev/urandom", "printed an unexpected answer")]
    [InlineData("", "printed an unexpected answer")]
    [InlineData("yes", "printed more than 64 MB")]
    [InlineData("yes | head -c 300000 >&2; exit 3", "(y)")]
    public async Task A_failing_git_is_a_reason_and_not_an_exception(string script, string reason)
    {
        using var sandbox = new GitSandbox();
        var opening = await HangGuard.Run(() => Open(sandbox, script));

        Assert.Contains(reason, GitTest.ReasonOf(opening));
    }

    [Theory]
    [InlineData("sleep 300")]
    [InlineData("echo true; sleep 300")]
    [InlineData("echo true; exec >&- 2>&-; sleep 300")]
    public async Task A_hanging_git_is_killed(string script)
    {
        using var sandbox = new GitSandbox();
        var opening = await HangGuard.Run(() => Open(sandbox, script, TimeSpan.FromSeconds(0.4)));

        Assert.Contains("printed nothing for", GitTest.ReasonOf(opening));
    }

    [Fact]
    public void A_file_that_cannot_be_started_is_a_reason()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is a script for Unix");
        using var sandbox = new GitSandbox();
        var program = Fake(sandbox, "x");
        File.WriteAllText(program.Path, "\u007fELF no program");

        Assert.Contains(
            "cannot be started",
            GitTest.ReasonOf(GitRepository.Open(program, sandbox.Folder, sandbox.UserEnvironment, true))
        );
    }

    [Theory]
    [InlineData("echo garbage", "printed an unexpected answer")]
    [InlineData("echo 12 34 56", "printed an unexpected answer")]
    [InlineData("yes | tr -d '\\n'", "printed an unexpected answer")]
    [InlineData($"echo 1767873600 {Commit}; printf 17678", "printed an unexpected answer")]
    [InlineData($"echo 1767873600 {Commit}; exit 1", "exit code 1")]
    [InlineData($"printf '{Commit} 17 \\0\\n:100644 rest\\0a\\0'", "printed an unexpected answer")]
    [InlineData($"echo 1767873600 {Commit}; sleep 300", "printed nothing for")]
    public async Task An_incomplete_or_unexpected_answer_is_an_error(string script, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is a script for Unix");
        using var sandbox = new GitSandbox();
        var git = Faked(sandbox, script);

        var walk = await HangGuard.Run(() => Assert.Throws<GitException>(() => git.Commits(Commit).Count()));
        var changes = await HangGuard.Run(() =>
            Assert.Throws<GitException>(() => git.Changes(Commit, null, ["a"]).Count())
        );
        var contents = await HangGuard.Run(() => Assert.Throws<GitException>(() => GitTest.Contents(git, [Commit])));

        Assert.Contains(reason, script.StartsWith("printf", StringComparison.Ordinal) ? changes.Reason : walk.Reason);
        Assert.NotEmpty(contents.Reason);
    }

    [Theory]
    [InlineData("echo garbage")]
    [InlineData("exit 1")]
    [InlineData("head -c 1000 /dev/zero")]
    [InlineData("printf 'x y z\\ta'")]
    public void Short_answers_are_validated_too(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is a script for Unix");
        using var sandbox = new GitSandbox();
        var git = Faked(sandbox, script);

        Assert.Throws<GitException>(() => git.FilesAt(Commit, ["a"]));
        Assert.Throws<GitException>(() => git.StagedFiles(["a"]));
        Assert.Throws<GitException>(() => git.RenameSource(Commit, Commit, "a"));
        Assert.Throws<InputException>(() => git.MergeBase("main"));
    }

    private static RepositoryLookup Open(GitSandbox sandbox, string script, TimeSpan? patience = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is a script for Unix");
        var program = Fake(sandbox, script);
        return GitRepository.Open(
            program with
            {
                Patience = patience ?? program.Patience,
            },
            sandbox.Folder,
            sandbox.UserEnvironment,
            inheritsRepository: true
        );
    }

    /// <summary>Opens a repository with the script as git.</summary>
    private static GitRepository Faked(GitSandbox sandbox, string script)
    {
        sandbox.Commit("2026-01-05", ("a", "1"));
        var program = Fake(sandbox, script);
        if (script.Contains("sleep", StringComparison.Ordinal))
        {
            program = program with { Patience = TimeSpan.FromSeconds(0.4) };
        }

        var place = new GitPlace(program, sandbox.Folder, GitEnvironment.From(sandbox.UserEnvironment, true));
        return new GitRepository(place, sandbox.PathOf(".git"), sandbox.Folder, isShallow: false) { Head = Commit };
    }

    private static GitProgram Fake(GitSandbox sandbox, string script)
    {
        var folder = sandbox.NewFolder("fake");
        var file = Path.Combine(folder, "git");
        File.WriteAllText($"{file}.sh", "");
        File.WriteAllText(file, "#!/bin/sh\n. \"$0.sh\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        WaitUntilItStarts(file);
        File.WriteAllText($"{file}.sh", script);
        return GitProgram.Find(new Dictionary<string, string> { ["PATH"] = folder })!;
    }

    /// <summary>A child process of another test may briefly hold the new file open for writing, so that it cannot be run.</summary>
    private static void WaitUntilItStarts(string file)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var process = Process.Start(file);
                process.WaitForExit();
                return;
            }
            catch (System.ComponentModel.Win32Exception) when (tries < 500)
            {
                Thread.Sleep(10);
            }
        }
    }
}
