using System.Text.Json;

namespace KaizenGate.Acceptance.Tests;

/// <summary>The hook as hosts call it: the local tool of a repository, started by the command in their files.</summary>
public sealed class AgentTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_installed_hooks_brief_and_ask_through_the_local_tool()
    {
        scratch.Write("nuget.config", tool.NuGetConfig()).Write("IMPROVEMENTS.md", Samples.WrongScore);
        (await Command.RunAsync("git", ["init", "--quiet"], scratch.Path, scratch.Environment)).MustSucceed();
        (await Sdk.RunAsync(scratch, "new", "tool-manifest")).MustSucceed();
        (await Sdk.RunAsync(scratch, "tool", "install", "KaizenGate")).MustSucceed();
        (
            await Sdk.RunAsync(scratch, "kaizen", "agent", "install", "claude", "codex", "gemini", "cursor")
        ).MustSucceed();

        var outcome = (await Sdk.RunAsync(scratch, "kaizen", "agent", "doctor", "--json")).MustSucceed();

        using var document = JsonDocument.Parse(outcome.Output);
        var installed = document
            .RootElement.GetProperty("hosts")
            .EnumerateArray()
            .Where(host => host.GetProperty("installed").GetBoolean())
            .ToList();
        Assert.Equal(6, installed.Count);
        foreach (
            var call in installed.SelectMany(host => new[] { host.GetProperty("start"), host.GetProperty("stop") })
        )
        {
            Assert.Equal(JsonValueKind.Null, call.GetProperty("problem").ValueKind);
            Assert.InRange(call.GetProperty("milliseconds").GetInt32(), 1, 20_000);
        }
    }
}
