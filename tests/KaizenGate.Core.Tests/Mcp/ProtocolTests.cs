using System.Text.Json.Nodes;

namespace KaizenGate.Core.Tests.Mcp;

/// <summary>The messages themselves, of both generations of the protocol.</summary>
public sealed class ProtocolTests : IDisposable
{
    private const string Initialize = """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
        """;

    private const string Initialized = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private const string Next = """
        {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"kaizen_next","arguments":{}}}
        """;

    private readonly ServedFolder served = new();

    public void Dispose() => served.Dispose();

    [Fact]
    public async Task A_client_of_2025_initializes_and_calls()
    {
        var output = await served.SendAsync(ownProcess: true, Initialize.Trim(), Initialized, Next.Trim());

        Assert.Equal((0, ""), (output.ExitCode, output.Error));
        Assert.Equal("2025-06-18", (string?)output.Answers[0]["result"]!["protocolVersion"]);
        Assert.Equal("IMP-001", (string?)output.Answers[1]["result"]!["structuredContent"]!["next"]![0]!["reference"]);
    }

    [Fact]
    public async Task A_client_of_2026_discovers_and_calls_without_a_session()
    {
        var output = await served.SendAsync(
            ownProcess: true,
            Of2026("server/discover", 1, []),
            Of2026("tools/list", 2, []),
            Of2026("tools/call", 3, new() { ["name"] = "kaizen_next", ["arguments"] = new JsonObject() })
        );

        Assert.Equal((0, ""), (output.ExitCode, output.Error));
        Assert.Contains(
            "2026-07-28",
            output.Answers[0]["result"]!["supportedVersions"]!.ToJsonString(),
            StringComparison.Ordinal
        );
        Assert.Equal(5, output.Answers[1]["result"]!["tools"]!.AsArray().Count);
        Assert.All(output.Answers, answer => Assert.Equal("complete", (string?)answer["result"]!["resultType"]));
        Assert.Equal("IMP-001", (string?)output.Answers[2]["result"]!["structuredContent"]!["next"]![0]!["reference"]);
    }

    [Theory]
    [InlineData("{not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\u0000\u0001")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\"}")]
    public async Task A_line_that_is_not_a_message_does_not_end_the_server(string line)
    {
        var output = await served.SendAsync(ownProcess: false, Initialize.Trim(), Initialized, line, Next.Trim());

        Assert.Equal(0, output.ExitCode);
        Assert.Equal("IMP-001", (string?)output.Answers[^1]["result"]!["structuredContent"]!["next"]![0]!["reference"]);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_refused()
    {
        var output = await served.SendAsync(
            ownProcess: false,
            Initialize.Trim(),
            Initialized,
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"kaizen_add","arguments":{"title":"a \ud800","evidence":"e"}}}"""
        );

        Assert.Equal(0, output.ExitCode);
        Assert.Equal(ServedFolder.Backlog, served.Text);
        var answer = output.Answers[^1];
        Assert.True(answer["error"] is not null || (bool?)answer["result"]!["isError"] == true, answer.ToJsonString());
    }

    [Fact]
    public async Task A_server_without_a_backlog_says_so_in_each_call()
    {
        File.Delete(served.BacklogPath);

        var output = await served.SendAsync(ownProcess: false, Initialize.Trim(), Initialized, Next.Trim());

        var result = output.Answers[^1]["result"]!;
        Assert.True((bool)result["isError"]!);
        Assert.Contains("dotnet kaizen", (string?)result["content"]![0]!["text"], StringComparison.Ordinal);
    }

    private static string Of2026(string method, int id, JsonObject parameters)
    {
        parameters["_meta"] = new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = "2026-07-28",
            ["io.modelcontextprotocol/clientInfo"] = new JsonObject { ["name"] = "t", ["version"] = "1" },
            ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
        };
        return new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        }.ToJsonString();
    }
}
