using System.Text;
using System.Text.Json;
using KaizenGate.Cli;
using KaizenGate.Cli.Agents;
using KaizenGate.Core.Tests.Commands;
using KaizenGate.Tests;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>What <c>agent doctor</c> finds, with hooks that run in this process.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly AgentRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Every_installed_host_is_briefed_and_asked_and_leaves_no_trace()
    {
        repository.Run.Run("agent", "install", "claude", "codex", "gemini", "cursor", "cloud").MustBe(0);

        var (exitCode, document) = Doctor(InThisProcess);

        Assert.Equal(1, exitCode);
        foreach (var host in document.GetProperty("hosts").EnumerateArray())
        {
            var name = host.GetProperty("host").GetString();
            Assert.True(host.GetProperty("installed").GetBoolean(), name);
            Assert.Equal(JsonValueKind.Null, host.GetProperty("start").GetProperty("problem").ValueKind);
            Assert.Equal(JsonValueKind.Null, host.GetProperty("stop").GetProperty("problem").ValueKind);
            Assert.Equal(name is "VS Code" or "Copilot CLI" ? 1 : 0, host.GetProperty("problems").GetArrayLength());
        }

        Assert.Empty(repository.Sessions.All());
        Assert.Empty(repository.Sessions.Log.Read());
    }

    [Fact]
    public void One_file_of_hooks_is_enough_and_real_calls_are_shown()
    {
        repository.Run.Run("agent", "install", "claude").MustBe(0);
        repository.Start();

        var (exitCode, document) = Doctor(InThisProcess);

        Assert.Equal(0, exitCode);
        var claude = document.GetProperty("hosts")[0];
        Assert.Equal("2026-03-02T09:00:00Z", claude.GetProperty("lastCall").GetString());
        Assert.Equal("told", claude.GetProperty("lastOutcome").GetString());
        Assert.True(claude.GetProperty("server").GetBoolean());
    }

    [Fact]
    public void A_command_of_someone_else_is_not_started()
    {
        repository.Run.Run("agent", "install", "claude").MustBe(0);
        repository.Git.Write(
            ".claude/settings.json",
            repository
                .Run.Read(".claude/settings.json")
                .Replace("dotnet kaizen", "touch evil; kaizen", StringComparison.Ordinal)
        );

        var (exitCode, document) = Doctor((_, _) => throw new InvalidOperationException("it was started"));

        Assert.Equal(1, exitCode);
        Assert.Contains("in another way", document.GetProperty("hosts")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "", "Run \"dotnet tool restore\"", "exit code 1: Run")]
    [InlineData(0, "Welcome!\n{}", "", "the answer is not JSON")]
    [InlineData(0, "[]", "", "the answer is not a JSON object")]
    [InlineData(0, "{}", "", "the answer is empty")]
    public void What_a_hook_answers_wrongly_is_reported(int exitCode, string output, string error, string problem)
    {
        repository.Run.Run("agent", "install", "codex").MustBe(0);

        var (result, document) = Doctor((_, _) => new(exitCode, output, error, 5));

        Assert.Equal(1, result);
        var start = document.GetProperty("hosts")[1].GetProperty("start").GetProperty("problem").GetString();
        Assert.Contains(problem, start, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_entry_and_a_malformed_file_are_reported()
    {
        repository.Run.Run("agent", "install", "claude").MustBe(0);
        repository.Git.Write(
            ".claude/settings.json",
            repository
                .Run.Read(".claude/settings.json")
                .Replace("\"Stop\"", "\"SubagentStop\"", StringComparison.Ordinal)
        );
        repository.Git.Write(".codex/hooks.json", "{");

        var (_, document) = Doctor(InThisProcess);

        var text = document.GetRawText();
        Assert.Contains("no entry for Stop", text, StringComparison.Ordinal);
        Assert.Contains(".codex/hooks.json:1:2: unexpected end of JSON", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_hooks_and_without_a_backlog_it_fails_and_says_what_to_do()
    {
        var printed = repository.Run.Run("agent", "doctor").MustBe(1);
        Assert.Contains("agent install HOST", printed.Output, StringComparison.Ordinal);
        repository.Git.Write("IMPROVEMENTS.md", null);
        Assert.Contains(
            "kaizen init",
            repository.Run.Run("agent", "doctor").MustBe(1).Output,
            StringComparison.Ordinal
        );
    }

    private HookAnswer InThisProcess(System.Collections.Immutable.ImmutableArray<string> words, string input)
    {
        Assert.Equal(["dotnet", "kaizen", "agent", "hook"], words);
        return new(0, repository.Hook(input), "", 5);
    }

    private (int ExitCode, JsonElement Document) Doctor(HookStarter starter)
    {
        using var output = new MemoryStream();
        var host = new Host(output, Stream.Null, repository.Git.Folder)
        {
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
            Environment = repository.Git.UserEnvironment,
            Time = TimeProvider.System,
            Version = "0.1.0",
        };
        var exitCode = new DoctorRun(host, starter).Run(isJson: true);
        var text = Encoding.UTF8.GetString(output.ToArray());
        OutputSchemas.Validate("agent-doctor", text, Repository.PathOf("docs", "schemas"));
        return (exitCode, JsonDocument.Parse(text).RootElement.Clone());
    }
}
