using System.Diagnostics;
using System.Text.Json.Nodes;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Agents;

/// <summary>An agent is asked at the end of its session, answers by the Model Context Protocol, and the answer is in the backlog once.</summary>
public sealed class AnsweredRequestTests(PackedTool tool) : IAsyncLifetime
{
    private const string Session = "\"session_id\":\"0f8e6a52\"";
    private const string Stop = $$"""{ {{Session}}, "hook_event_name":"Stop", "stop_hook_active":false }""";

    private const string Backlog = """
        # Improvements

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Captured:** 2026-02-02

        """;

    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        repository.Write("IMPROVEMENTS.md", Backlog).Write("src/main.c", "int main;\n");
        await repository.GitAsync("add", "--all");
        await repository.GitAsync("commit", "--quiet", "--message", "Start");
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Sort the log by date", 2, 0)]
    [InlineData("Cache the restored packages again", 1, 1)]
    public async Task The_answer_is_one_improvement_or_one_sighting(string title, int improvements, int sightings)
    {
        await RunAsync($$"""{ {{Session}}, "hook_event_name":"SessionStart", "source":"startup" }""", "agent", "hook");
        repository.Write("src/main.c", "int changed;\n");

        var asked = await RunAsync(Stop, "agent", "hook");
        var answers = await RunAsync(Messages(title), "mcp");
        var stopped = await RunAsync(Stop, "agent", "hook");

        Assert.Contains("slowed you down", asked, StringComparison.Ordinal);
        Assert.Equal("{}\n", stopped);
        Assert.All(
            answers.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.NotNull(JsonNode.Parse(line))
        );
        var items = JsonNode.Parse(await RunAsync("", "list", "--json"))!["backlogs"]![0]!["items"]!.AsArray();
        Assert.Equal(improvements, items.Count);
        Assert.Equal(sightings, items.Sum(item => item!["sightings"]!.AsArray().Count));

        // The gate counts it, too.
        await repository.GitAsync("add", "--all");
        await repository.GitAsync("commit", "--quiet", "--message", "Change");
        Assert.DoesNotContain("KZ104", await RunAsync("", "check", "--since", "HEAD~1"), StringComparison.Ordinal);
    }

    /// <summary>The same answer twice: a client may repeat a call.</summary>
    private static string Messages(string title)
    {
        var call = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 2,
            ["method"] = "tools/call",
            ["params"] = new JsonObject
            {
                ["name"] = "kaizen_add",
                ["arguments"] = new JsonObject { ["title"] = title, ["evidence"] = "run 412: 4 of 9 minutes" },
            },
        }.ToJsonString();
        const string Start = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;
        return $"{Start}\n{call}\n{call.Replace("\"id\":2", "\"id\":3", StringComparison.Ordinal)}\n";
    }

    /// <summary>Runs the program with an input, and returns what it printed; of a server, after an answer to each message with an id.</summary>
    private async Task<string> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool.Program, arguments)
        {
            WorkingDirectory = repository.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in repository.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var answers = "";
        foreach (var line in input.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            if (line.Contains("\"id\"", StringComparison.Ordinal))
            {
                answers += await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) + "\n";
            }
        }

        process.StandardInput.Close();
        answers += await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode is 0 or 1, await error);
        return answers;
    }
}
