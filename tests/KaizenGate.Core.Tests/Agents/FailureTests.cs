using KaizenGate.Core.Agents;
using KaizenGate.Core.Tests.Commands;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>Whatever goes wrong, the session goes on, and the log says what it was.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly AgentRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[1]")]
    [InlineData("{\"session_id\":")]
    public void What_is_not_JSON_gets_no_answer(string payload)
    {
        repository.Start();

        Assert.Equal("", repository.Hook(payload));
        Assert.Equal(HookOutcome.Failed, repository.LastLogged().Outcome);
    }

    [Fact]
    public void A_payload_without_an_end_is_not_read_to_its_end()
    {
        Assert.Equal("", repository.Hook(new string(' ', 5 * 1024 * 1024)));
        Assert.False(Directory.Exists(repository.Sessions.Folder));
    }

    [Fact]
    public void Outside_of_a_repository_nothing_happens()
    {
        using var run = new CommandRun();

        foreach (var name in (string[])["claude-start", "claude-stop", "cursor-stop", "gemini-stop"])
        {
            Assert.Equal("{}\n", run.RunWith(AgentRepository.Payload(name), "agent", "hook").MustBe(0).Output);
        }

        Assert.Empty(run.Files());
    }

    [Fact]
    public void Without_a_backlog_nothing_happens()
    {
        repository.Git.Write("IMPROVEMENTS.md", null);

        Assert.Equal("{}\n", repository.Start());
        Assert.Equal("{}\n", repository.Stop());
        Assert.False(Directory.Exists(repository.Sessions.Folder));
    }

    [Fact]
    public void Invalid_settings_are_logged()
    {
        repository.Git.Write("kaizen.json", "{ \"people\": 0 }");

        Assert.Equal("{}\n", repository.Start());
        Assert.Contains("kaizen.json:1:", repository.LastLogged().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_of_a_session_is_as_if_it_was_asked()
    {
        repository.Start();
        repository.Change();
        File.WriteAllText(
            Path.Join(repository.Sessions.Folder, $"{SessionKey.Of(AgentRepository.Session)}.session"),
            "{"
        );

        Assert.Equal("{}\n", repository.Stop());
        Assert.Equal(HookOutcome.Failed, repository.LastLogged().Outcome);
        Assert.NotEqual("{}\n", repository.Start(source: "resume"));
        repository.Change();
        Assert.Equal("{}\n", repository.Stop());
    }

    [Fact]
    public void A_folder_of_git_that_is_a_link_is_not_written_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs links");
        var elsewhere = repository.Git.NewFolder("elsewhere");
        Directory.CreateDirectory(repository.Git.PathOf(".git/kaizen"));
        Directory.CreateSymbolicLink(repository.Git.PathOf(".git/kaizen/sessions"), elsewhere);

        Assert.Equal("{}\n", repository.Start());
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public void A_folder_of_git_that_cannot_be_written_keeps_the_session_from_being_asked()
    {
        repository.Git.Write(".git/kaizen", "a file is in its place");

        Assert.NotEqual("{}\n", repository.Start());
        repository.Change();
        Assert.Equal("{}\n", repository.Stop());
    }

    [Fact]
    public void A_marker_that_cannot_be_written_keeps_the_session_from_being_asked()
    {
        repository.Start();
        repository.Change();
        var marker = Path.Join(repository.Sessions.Folder, $"{SessionKey.Of(AgentRepository.Session)}.session");
        File.Delete(marker);
        Directory.CreateDirectory(marker);

        Assert.Equal("{}\n", repository.Stop());
        Assert.Equal(HookOutcome.Failed, repository.LastLogged().Outcome);
    }

    [Fact]
    public void The_log_stays_small()
    {
        var log = new SessionLog(Path.Join(repository.Git.NewFolder("log"), "log.jsonl"));
        var entry = new SessionLogEntry(CommandRun.Now, AgentHost.Claude, AgentEventKind.Stop, null, HookOutcome.Failed)
        {
            Problem = new string('x', 10_000),
        };
        var count = (int)(1.5 * SessionLog.MaxBytes / entry.ToLine().Length);
        for (var at = 0; at < count; at++)
        {
            log.Append(entry with { Milliseconds = at });
        }

        var kept = log.Read();

        Assert.InRange(kept.Length, count / 4, count - 1);
        Assert.Equal(count - 1, kept[^1].Milliseconds);
    }
}
