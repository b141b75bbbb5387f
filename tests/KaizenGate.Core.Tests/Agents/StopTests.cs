using KaizenGate.Core.Agents;
using KaizenGate.Core.Tests.Commands;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>When the hook asks at the end of a turn, and when it does not.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly string[] TwoStarts = ["claude-start", "copilot-snake-start"];
    private static readonly string[] ManyStops = ["claude-stop", "copilot-snake-stop", "copilot-stop", "vscode-stop"];

    private readonly AgentRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void A_session_that_changed_a_file_is_asked_once()
    {
        repository.Start();
        repository.Change();

        Assert.True(AgentRepository.Asks(repository.Stop()));
        repository.Change();
        Assert.Equal("{}\n", repository.Stop());
        AssertSilent(Silence.AlreadyAsked);
    }

    [Fact]
    public void Another_session_is_asked_too()
    {
        repository.Start();
        repository.Change();
        repository.Stop();
        repository.Start("another");
        repository.Change();

        Assert.True(AgentRepository.Asks(repository.Stop("another")));
    }

    [Fact]
    public void A_new_file_and_a_commit_are_changes()
    {
        repository.Start();
        repository.Git.Write("src/new/one.c", "int one;\n");
        Assert.True(AgentRepository.Asks(repository.Stop()));

        repository.Start("another");
        repository.Git.Commit("2026-03-02T09:00:01Z", ("src/main.c", "int committed;\n"));
        Assert.True(AgentRepository.Asks(repository.Stop("another")));
    }

    [Fact]
    public void A_commit_from_before_the_session_is_not_its_change()
    {
        repository.Start();
        repository.Git.Commit("2026-03-01", ("src/main.c", "int pulled;\n"));

        AssertNotAsked(Silence.NothingChanged);
    }

    [Theory]
    [InlineData("docs/guide.md")]
    [InlineData("NOTES.MARKDOWN")]
    public void Markdown_alone_is_not_a_change(string path)
    {
        repository.Start();
        repository.Git.Write(path, "# Words\n");

        AssertNotAsked(Silence.NothingChanged);
    }

    [Fact]
    public void What_was_changed_before_the_session_is_not_its_change()
    {
        repository.Change();
        repository.Git.Write("src/untracked.c", "int before;\n");
        repository.Start();

        AssertNotAsked(Silence.NothingChanged);
    }

    [Fact]
    public void A_captured_improvement_is_an_answer()
    {
        repository.Start();
        repository.Change();
        repository.Run.Run("add", "Show the progress of the tests").MustBe(0);

        AssertNotAsked(Silence.Captured);
        Assert.Equal(new BacklogDelta(1, 0, 0), repository.LastLogged().Delta);
    }

    [Fact]
    public void A_completed_improvement_is_an_answer()
    {
        repository.Start();
        repository.Change();
        repository.Run.Run("done", "IMP-002", "--hours", "1", "--measured", "9 min → 5 min").MustBe(0);

        AssertNotAsked(Silence.Captured);
        Assert.Equal(new BacklogDelta(0, 0, 1), repository.LastLogged().Delta);
    }

    [Fact]
    public void A_known_problem_that_was_seen_again_is_an_answer()
    {
        repository.Start();
        repository.Change();
        repository.Run.Run("seen", "IMP-001", "--evidence", "run 412").MustBe(0);

        AssertNotAsked(Silence.Captured);
        Assert.Equal(new BacklogDelta(0, 1, 0), repository.LastLogged().Delta);
    }

    [Theory]
    [InlineData("Kaizen: none (only a typing error)", Silence.ReasonInCommit)]
    [InlineData("kaizen: NONE (only a typing error)", Silence.ReasonInCommit)]
    [InlineData("Kaizen: none", null)]
    [InlineData("Kaizen: none (n/a)", null)]
    public void A_trailer_with_a_reason_is_an_answer(string trailer, object? why)
    {
        repository.Start();
        repository.Git.CommitWith(
            "2026-03-02T09:00:01Z",
            $"Correct a word\n\n{trailer}\n",
            ("src/main.c", "int committed;\n")
        );

        Assert.Equal(why is null, AgentRepository.Asks(repository.Stop()));
        Assert.Equal(why, repository.LastLogged().Why);
        Assert.Equal(why is null ? null : "only a typing error", repository.LastLogged().None);
    }

    [Fact]
    public void A_trailer_after_the_request_is_recorded_as_its_answer()
    {
        repository.Start();
        repository.Change();
        repository.Stop();
        repository.Git.CommitWith("2026-03-02T09:00:01Z", "Correct a word\n\nKaizen: none (only a typing error)\n");

        AssertNotAsked(Silence.AlreadyAsked);
        Assert.Equal("only a typing error", repository.LastLogged().None);
    }

    [Fact]
    public void A_recorded_reason_is_an_answer()
    {
        repository.Start();
        repository.Change();
        repository.Run.Run("agent", "session", "--none", "only a typing error").MustBe(0);

        AssertNotAsked(Silence.ReasonRecorded);
        Assert.Equal("only a typing error", repository.LastLogged().None);
    }

    [Theory]
    [InlineData(",\"stop_hook_active\":true", Silence.Continued)]
    [InlineData(",\"agent_id\":\"a1\"", Silence.SubAgent)]
    [InlineData(",\"background_tasks\":[{\"id\":\"b1\",\"status\":\"running\"}]", Silence.BackgroundWork)]
    [InlineData(",\"background_tasks\":[\"b1\"]", Silence.BackgroundWork)]
    [InlineData(",\"stop_reason\":\"abort\"", Silence.Aborted)]
    [InlineData(",\"conversation_id\":\"c\",\"status\":\"aborted\"", Silence.Aborted)]
    [InlineData(",\"conversation_id\":\"c\",\"status\":\"error\"", Silence.Aborted)]
    [InlineData(",\"conversation_id\":\"c\"", Silence.Aborted)]
    public void A_turn_that_did_not_end_by_itself_is_not_asked_and_the_next_one_is(string more, object why)
    {
        repository.Start();
        repository.Change();

        Assert.Equal("{}\n", repository.Stop(more: more));
        Assert.Equal(why, repository.LastLogged().Why);
        Assert.True(AgentRepository.Asks(repository.Stop()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"id\":\"b1\",\"status\":\"completed\"}]")]
    [InlineData("null")]
    public void Work_in_the_background_that_has_ended_does_not_count(string tasks)
    {
        repository.Start();
        repository.Change();

        Assert.True(AgentRepository.Asks(repository.Stop(more: $",\"background_tasks\":{tasks}")));
    }

    [Fact]
    public void The_stop_of_a_sub_agent_is_not_asked()
    {
        repository.Start();
        repository.Change();

        Assert.Equal(
            "{}\n",
            repository.Hook($$"""{"session_id":"{{AgentRepository.Session}}","hook_event_name":"SubagentStop"}""")
        );
    }

    [Fact]
    public void A_session_whose_start_was_not_seen_is_asked_only_about_later_changes()
    {
        repository.Change();
        AssertNotAsked(Silence.StartNotSeen);
        AssertNotAsked(Silence.NothingChanged);
        repository.Change();

        Assert.True(AgentRepository.Asks(repository.Stop()));
    }

    [Fact]
    public void Without_a_session_nothing_is_asked()
    {
        repository.Change();

        Assert.Equal("{}\n", repository.Hook("""{"hook_event_name":"Stop"}"""));
        Assert.Equal(Silence.NoSession, repository.LastLogged().Why);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/tmp/evil")]
    [InlineData("..\\..\\evil")]
    [InlineData("a\0b")]
    [InlineData("\u001b[2J$(touch evil)`touch evil`")]
    [InlineData("CON")]
    public void The_id_of_a_session_can_be_any_text(string id)
    {
        repository.Start(id);
        repository.Change();

        Assert.True(AgentRepository.Asks(repository.Stop(id)));
        Assert.Equal("{}\n", repository.Stop(id));
        var names = Directory
            .EnumerateFiles(repository.Sessions.Folder)
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);
        Assert.Equal([$"{SessionKey.Of(id)}.session", "log.jsonl"], names);
        Assert.Equal("", repository.Git.Git("status", "--porcelain", "--", ":!src/main.c"));
    }

    [Fact]
    public void Two_files_of_hooks_that_report_the_same_events_tell_and_ask_once()
    {
        var starts = TwoStarts.Select(name => repository.Hook(AgentRepository.Payload(name)));
        Assert.Equal([false, true], starts.Select(answer => answer == "{}\n"));
        repository.Change();
        var stops = ManyStops.Select(name => repository.Hook(AgentRepository.Payload(name)));

        Assert.Equal([true, false, false, false], stops.Select(AgentRepository.Asks));
    }

    [Fact]
    public async Task Calls_at_the_same_time_ask_once()
    {
        repository.Start();
        repository.Change();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => repository.Stop(), TestContext.Current.CancellationToken))
        );

        Assert.Single(answers, AgentRepository.Asks);
    }

    [Fact]
    public void A_session_may_move_to_another_working_tree_and_is_still_asked_once()
    {
        repository.Start();
        repository.Change();
        Assert.True(AgentRepository.Asks(repository.Stop()));
        var tree = repository.Git.AddWorktree("other");
        using var there = new CommandRun(tree);
        File.WriteAllText(Path.Join(tree, "src", "main.c"), "int there;\n");

        var payload = AgentRepository.Payload("claude-stop");
        Assert.Equal("{}\n", there.RunWith(payload, "agent", "hook").MustBe(0).Output);
        File.WriteAllText(Path.Join(tree, "src", "main.c"), "int more;\n");
        Assert.Equal("{}\n", there.RunWith(payload, "agent", "hook").MustBe(0).Output);
    }

    [Fact]
    public void When_more_arrives_than_leaves_the_session_is_asked_to_finish_something()
    {
        using var full = new AgentRepository(
            AgentRepository.Backlog.Replace("2026-02-16", "2026-02-25", StringComparison.Ordinal)
                + """

                ## Medium Priority

                ### [IMP-004] Shorten the log

                - **Impact:** 4/10
                - **Effort:** 3/10
                - **Captured:** 2026-02-26

                """
        );
        full.Start();
        full.Change();

        var answer = full.Stop();

        Assert.True(AgentRepository.Asks(answer));
        Assert.Contains("add none", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("kaizen add", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_dates_the_flow_is_that_of_a_history_that_was_cached(bool isCached)
    {
        const string Start = "# Improvement Backlog\n\n## To Do\n\n- [ ] Cache the fonts\n";
        using var undated = new AgentRepository(Start, "2025-12-01");
        undated.Git.Commit("2026-01-05", ("IMPROVEMENTS.md", $"{Start}- [ ] Split the job\n"));
        undated.Git.Commit("2026-02-20", ("IMPROVEMENTS.md", $"{Start}- [ ] Split the job\n- [ ] Shorten the log\n"));
        if (isCached)
        {
            undated.Run.Run("check", "--fail-on", "never").MustBe(0);
        }

        undated.Start();
        undated.Change();

        Assert.Equal(isCached, undated.Stop().Contains("add none", StringComparison.Ordinal));
    }

    private void AssertNotAsked(Silence why)
    {
        Assert.Equal("{}\n", repository.Stop());
        AssertSilent(why);
    }

    private void AssertSilent(Silence why)
    {
        var logged = repository.LastLogged();
        Assert.Equal((HookOutcome.Silent, (Silence?)why), (logged.Outcome, logged.Why));
    }
}
