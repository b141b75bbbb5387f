using System.Text.Json;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Tests.Commands;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>The commands <c>agent session</c> and <c>agent log</c>.</summary>
public sealed class SessionCommandTests : IDisposable
{
    private readonly AgentRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void A_session_shows_what_it_recorded()
    {
        repository.Start();
        repository.Run.Run("add", "Show the progress of the tests").MustBe(0);

        using var document = JsonDocument.Parse(repository.Run.Run("agent", "session", "--json").MustBe(0).Output);

        Assert.Equal(SessionKey.Of(AgentRepository.Session), document.RootElement.GetProperty("session").GetString());
        Assert.Equal(1, document.RootElement.GetProperty("captured").GetInt32());
        Assert.Contains(
            "1 captured",
            repository.Run.Run("agent", "session").MustBe(0).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_reason_is_that_of_the_session_that_was_asked_last_or_is_named()
    {
        repository.Start("asked");
        repository.Change();
        repository.Stop("asked");
        repository.Start("later");

        repository.Run.Run("agent", "session", "--none", "only a typing error").MustBe(0);
        repository
            .Run.Run("agent", "session", "--none", "only a new comment", "--session", SessionKey.Of("later")[..6])
            .MustBe(0);

        var reasons = repository.Sessions.All().ToDictionary(state => state.Key, state => state.None);
        Assert.Equal("only a typing error", reasons[SessionKey.Of("asked")]);
        Assert.Equal("only a new comment", reasons[SessionKey.Of("later")]);
    }

    [Theory]
    [InlineData("", "0 words")]
    [InlineData("n/a", "0 words")]
    [InlineData("nothing", "0 words")]
    [InlineData("typing", "1 word")]
    public void A_reason_that_says_nothing_is_refused(string reason, string words)
    {
        repository.Start();

        Assert.Contains(
            words,
            repository.Run.Run("agent", "session", "--none", reason).MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Null(repository.Sessions.All()[0].None);
    }

    [Fact]
    public void Without_a_session_the_error_says_what_to_do()
    {
        Assert.Contains(
            "agent install",
            repository.Run.Run("agent", "session").MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "agent log",
            repository.Run.Run("agent", "session", "--session", "../x").MustBe(2).Error,
            StringComparison.Ordinal
        );
        using var outside = new CommandRun();
        Assert.Contains("not a git repository", outside.Run("agent", "log").MustBe(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_has_a_line_for_each_call()
    {
        Assert.Equal("The hook was not called yet.\n", repository.Run.Run("agent", "log").MustBe(0).Output);
        repository.Start();
        repository.Stop();
        repository.Change();
        repository.Stop();
        repository.Run.Run("seen", "IMP-001").MustBe(0);
        repository.Stop();

        Assert.Equal(
            """
            2026-03-02 09:00  1f10c576  Claude Code  start  briefed
            2026-03-02 09:00  1f10c576  Claude Code  stop   silent: it changed nothing but backlogs and Markdown
            2026-03-02 09:00  1f10c576  Claude Code  stop   asked
            2026-03-02 09:00  1f10c576  Claude Code  stop   answered: 1 seen again

            """,
            repository.Run.Run("agent", "log").MustBe(0).Output
        );
        Assert.Single(repository.Run.Run("agent", "log", "--last", "1").MustBe(0).Output.TrimEnd().Split('\n'));
        using var document = JsonDocument.Parse(repository.Run.Run("agent", "log", "--json").MustBe(0).Output);
        Assert.Equal("asked", document.RootElement.GetProperty("entries")[2].GetProperty("outcome").GetString());
    }

    [Fact]
    public void Lines_of_the_log_that_are_damaged_or_hostile_are_skipped_or_inert()
    {
        repository.Start();
        var log = Path.Join(repository.Sessions.Folder, "log.jsonl");
        File.AppendAllText(
            log,
            "{\n"
                + """{"at":"2026-03-02T09:00:00+00:00","kind":"Stop","outcome":"Failed","session":"\u001b[2J","captured":0,"seen":0,"completed":0,"problem":"::error::\u202e x","ms":1}"""
                + "\n[]\n"
        );

        var printed = repository.Run.Run("agent", "log").MustBe(0).Output;

        Assert.Equal(2, printed.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain('\u001b', printed);
        Assert.DoesNotContain('\u202e', printed);
    }
}
