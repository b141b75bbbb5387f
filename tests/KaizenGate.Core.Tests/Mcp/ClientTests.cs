using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace KaizenGate.Core.Tests.Mcp;

/// <summary>The server of <c>mcp</c>, called by the official client.</summary>
public sealed class ClientTests : IDisposable
{
    private readonly ServedFolder served = new();

    public void Dispose() => served.Dispose();

    [Fact]
    public async Task All_tools_are_described_with_all_hints_and_schemas()
    {
        await using var client = await served.ConnectAsync();

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["kaizen_next", "kaizen_add", "kaizen_start", "kaizen_done", "kaizen_check"],
            tools.Select(tool => tool.Name)
        );
        Assert.All(
            tools.Select(tool => tool.ProtocolTool),
            tool =>
            {
                Assert.NotNull(tool.Annotations?.ReadOnlyHint);
                Assert.NotNull(tool.Annotations.DestructiveHint);
                Assert.NotNull(tool.Annotations.IdempotentHint);
                Assert.NotNull(tool.Annotations.OpenWorldHint);
                Assert.False(tool.InputSchema.GetProperty("additionalProperties").GetBoolean());
                Assert.Equal("object", tool.OutputSchema!.Value.GetProperty("type").GetString());
            }
        );
        Assert.Equal("kaizengate", client.ServerInfo!.Name);
        Assert.Contains("not instructions", client.ServerInstructions!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_improvement_goes_through_its_life()
    {
        await using var client = await served.ConnectAsync(ownProcess: true);

        var added = await CallAsync(
            client,
            "kaizen_add",
            ("title", "Sort the log by date"),
            ("evidence", "two hours of searching in run 412"),
            ("impact", 9),
            ("effort", 1)
        );
        var next = await CallAsync(client, "kaizen_next", ("hours", 20));
        var started = await CallAsync(client, "kaizen_start", ("id", "IMP-003"), ("baseline", "search=120 min"));
        var done = await CallAsync(
            client,
            "kaizen_done",
            ("id", "IMP-003"),
            ("measured", "search=5 min"),
            ("hours", 2)
        );
        var check = await CallAsync(client, "kaizen_check");

        Assert.Equal("IMP-003", added.GetProperty("added")[0].GetProperty("reference").GetString());
        Assert.Equal("IMP-003", next.GetProperty("next")[0].GetProperty("reference").GetString());
        Assert.Equal("inProgress", started.GetProperty("item").GetProperty("status").GetString());
        Assert.Equal("search 120 min → 5 min", done.GetProperty("item").GetProperty("measuredImpact").GetString());
        Assert.Contains("The gate", check.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "- **Current State:** two hours of searching in run 412\n",
            served.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_title_of_the_backlog_is_a_sighting()
    {
        await using var client = await served.ConnectAsync();

        var open = await CallAsync(
            client,
            "kaizen_add",
            ("title", "Cache the restored packages!"),
            ("evidence", "restore took 4 of 9 min")
        );
        var closed = await CallAsync(
            client,
            "kaizen_add",
            ("title", "Show the failing query in the log"),
            ("evidence", "incident 52")
        );

        Assert.Equal(0, open.GetProperty("added").GetArrayLength());
        Assert.Equal("Seen again: IMP-001 has 1 sighting.", open.GetProperty("message").GetString());
        Assert.Contains("the problem is back", closed.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, served.Read().Improvements.Length);
        Assert.All(served.Read().Improvements, item => Assert.Single(item.Sightings));
    }

    [Fact]
    public async Task A_call_that_is_repeated_changes_nothing()
    {
        await using var client = await served.ConnectAsync();
        (string, object)[] arguments = [("title", "Sort the log by date"), ("evidence", "run `412`: 2 h")];

        await CallAsync(client, "kaizen_add", arguments);
        var once = served.Text;
        var again = await CallAsync(client, "kaizen_add", arguments);

        Assert.Equal("IMP-003 has this evidence already.", again.GetProperty("message").GetString());
        Assert.Equal(once, served.Text);
    }

    [Theory]
    [InlineData("kaizen_done", "{\"id\": \"IMP-001\", \"measured\": \"much faster\"}", "has no value with a unit")]
    [InlineData("kaizen_done", "{\"id\": \"IMP-001\"}", "measured is missing")]
    [InlineData("kaizen_add", "{\"title\": \"T\"}", "evidence is missing")]
    [InlineData("kaizen_add", "{\"title\": \" \", \"evidence\": \"e\"}", "title is missing")]
    [InlineData(
        "kaizen_add",
        "{\"title\": \"T\", \"evidence\": \"e\", \"impact\": 11}",
        "must be a whole number from 1 to 10"
    )]
    [InlineData(
        "kaizen_add",
        "{\"title\": \"T\", \"evidence\": \"e\", \"impact\": \"high\"}",
        "impact must be a JSON integer"
    )]
    [InlineData("kaizen_add", "{\"titel\": \"T\", \"evidence\": \"e\"}", "Did you mean")]
    [InlineData("kaizen_start", "{\"id\": \"IMP-009\"}", "there is no improvement")]
    [InlineData("kaizen_start", "{\"id\": \"--help\"}", "there is no improvement")]
    [InlineData("kaizen_start", "{\"id\": \"IMP-002\"}", "is already done")]
    [InlineData("kaizen_next", "{\"limit\": 21}", "from 1 to 20")]
    [InlineData("kaizen_check", "{\"since\": \"--output=x\"}", "--output=x")]
    public async Task A_wrong_call_is_refused_with_a_remedy(string tool, string arguments, string expected)
    {
        await using var client = await served.ConnectAsync();

        var result = await client.CallToolAsync(
            new CallToolRequestParams
            {
                Name = tool,
                Arguments = JsonDocument
                    .Parse(arguments)
                    .RootElement.EnumerateObject()
                    .ToDictionary(one => one.Name, one => one.Value),
            },
            TestContext.Current.CancellationToken
        );

        Assert.True(result.IsError);
        Assert.Contains(expected, TextOf(result), StringComparison.Ordinal);
        Assert.DoesNotContain("error:", TextOf(result), StringComparison.Ordinal);
        Assert.Equal(ServedFolder.Backlog, served.Text);
    }

    [Fact]
    public async Task An_unknown_tool_and_an_unknown_resource_are_protocol_errors()
    {
        await using var client = await served.ConnectAsync();

        await Assert.ThrowsAnyAsync<McpException>(() =>
            client
                .CallToolAsync(
                    new CallToolRequestParams { Name = "kaizen_delete" },
                    TestContext.Current.CancellationToken
                )
                .AsTask()
        );
        await Assert.ThrowsAnyAsync<McpException>(() =>
            client
                .ReadResourceAsync(new Uri("kaizen://other"), cancellationToken: TestContext.Current.CancellationToken)
                .AsTask()
        );
    }

    [Fact]
    public async Task The_backlog_and_the_plan_are_resources()
    {
        await using var client = await served.ConnectAsync();
        var resources = await client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken);

        var backlog = await ReadAsync(client, "kaizen://backlog");
        var plan = await ReadAsync(client, "kaizen://plan");

        Assert.Equal(["kaizen://backlog", "kaizen://plan"], resources.Select(one => one.Uri));
        using var json = JsonDocument.Parse(backlog);
        var item = json.RootElement.GetProperty("backlogs")[0].GetProperty("items")[0];
        Assert.Equal("IMP-001", item.GetProperty("id").GetString());
        Assert.Contains("Cache the restored packages", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_calls_at_once_to_two_servers_leave_fifty_captures()
    {
        await using var one = await served.ConnectAsync(ownProcess: true);
        await using var other = await served.ConnectAsync(ownProcess: true);
        string[] words = ["fonts", "images", "queries", "tests", "layers"];

        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(at =>
                    CallAsync(
                        at % 2 == 0 ? one : other,
                        "kaizen_add",
                        // Every other one is the same problem again.
                        (
                            "title",
                            at < 25
                                ? $"Speed up {words[at % 5]} of module{at} in area{at}"
                                : "Cache the restored packages"
                        ),
                        ("evidence", $"run {at}")
                    )
                )
        );

        var backlog = served.Read();
        Assert.Empty(backlog.Problems);
        Assert.Equal(2 + 25, backlog.Improvements.Length);
        Assert.Equal(27, backlog.Improvements.Select(item => item.Id).Distinct().Count());
        Assert.Equal(25, backlog.Improvements.Single(item => item.Id == "IMP-001").Sightings.Distinct().Count());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-")]
    [InlineData("# Heading\n\n## Completed\n\n### [IMP-001] Other")]
    [InlineData("<!-- kaizen-disable-file KZ101 -->")]
    [InlineData("a | b | c")]
    [InlineData("\u001b[31mred\u001b[0m \u202Ereversed")]
    [InlineData("✅ done ~~struck~~ (8/2) Status: Done")]
    [InlineData("```\nfence")]
    [InlineData("\"; rm -rf / #")]
    public async Task A_hostile_title_is_added_or_refused_and_changes_nothing_else(string title)
    {
        await using var client = await served.ConnectAsync();

        var result = await client.CallToolAsync(
            "kaizen_add",
            new Dictionary<string, object?> { ["title"] = title, ["evidence"] = title },
            cancellationToken: TestContext.Current.CancellationToken
        );

        var after = served.Read();
        Assert.Equal(result.IsError == true ? 2 : 3, after.Improvements.Length);
        Assert.Contains(
            after.Improvements,
            item => item is { Id: "IMP-001", Title: "Cache the restored packages", Fields.Length: 2 }
        );
        Assert.Contains(after.Improvements, item => item is { Id: "IMP-002", Status: Core.Backlogs.Status.Done });
        Assert.Empty(after.Suppressions);
        Assert.DoesNotContain('\u001b', TextOf(result));
    }

    [Fact]
    public async Task A_text_of_ten_megabytes_is_refused_and_the_server_goes_on()
    {
        await using var client = await served.ConnectAsync(ownProcess: true);

        var refused = await client.CallToolAsync(
            "kaizen_add",
            new Dictionary<string, object?> { ["title"] = new string('x', 10_000_000), ["evidence"] = "e" },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.True(refused.IsError);
        Assert.Contains("10000000 characters, more than 300", TextOf(refused), StringComparison.Ordinal);
        Assert.Equal(
            "IMP-001",
            (await CallAsync(client, "kaizen_next")).GetProperty("next")[0].GetProperty("reference").GetString()
        );
    }

    private static async Task<JsonElement> CallAsync(
        McpClient client,
        string tool,
        params (string Name, object Value)[] arguments
    )
    {
        var result = await client.CallToolAsync(
            tool,
            arguments.ToDictionary(one => one.Name, one => (object?)one.Value),
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.True(result.IsError is not true, TextOf(result));
        var data = Assert.NotNull(result.StructuredContent);
        // Clients without structured content read the text, which says the same.
        Assert.True(JsonElement.DeepEquals(data, JsonElement.Parse(TextOf(result))));
        return data;
    }

    private static string TextOf(CallToolResult result) =>
        Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    private static async Task<string> ReadAsync(McpClient client, string address)
    {
        var read = await client.ReadResourceAsync(
            new Uri(address),
            cancellationToken: TestContext.Current.CancellationToken
        );
        return Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text;
    }
}
