using System.Text.Json;

namespace KaizenGate.Acceptance.Tests;

/// <summary>How a backlog is read.</summary>
public sealed class ReadTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("read")]
    [InlineData("read --explain")]
    [InlineData("read docs")]
    public async Task The_first_line_is_the_path_and_the_last_one_how_much_was_read(string arguments)
    {
        scratch.Write("docs/IMPROVEMENTS.md", Samples.Good);

        var outcome = (await tool.RunAsync(scratch, arguments.Split(' '))).MustSucceed();

        var lines = outcome.Text.Split('\n');
        Assert.Equal("docs/IMPROVEMENTS.md", lines[0]);
        Assert.Matches("^read .* unread$", lines[^1]);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task The_backlogs_of_the_settings_are_read_as_JSON()
    {
        scratch
            .Write("kaizen.json", """{ "backlogs": ["teams/*.md"], "reading": { "boxes": { "wip": "inProgress" } } }""")
            .Write("teams/api.md", Samples.Good)
            .Write("teams/web.md", Samples.Good);

        var outcome = (await tool.RunAsync(scratch, "read", "--json")).MustSucceed();

        using var json = JsonDocument.Parse(outcome.Output);
        var backlogs = json.RootElement.GetProperty("backlogs").EnumerateArray().ToList();
        Assert.Equal(
            ["teams/api.md", "teams/web.md"],
            backlogs.Select(backlog => backlog.GetProperty("path").GetString())
        );
        Assert.All(
            backlogs,
            backlog => Assert.Equal(0, backlog.GetProperty("account").GetProperty("unread").GetInt32())
        );
        Assert.All(backlogs, backlog => Assert.Equal(JsonValueKind.Array, backlog.GetProperty("parts").ValueKind));
    }

    [Theory]
    [InlineData("read missing.md", "{}", "missing.md: error: no such file or folder.")]
    [InlineData("read", "{}", "error: no backlog found")]
    [InlineData("read --config gone.json", "{}", "gone.json")]
    [InlineData(
        "read",
        "{\n  \"reading\": { \"boxes\": { \"wip\": \"started\" } }\n}\n",
        "kaizen.json:2:34: error: reading.boxes[\"wip\"] must be toDo, inProgress, done, deferred or rejected"
    )]
    public async Task An_input_error_exits_with_2(string arguments, string settings, string message)
    {
        scratch.Write("kaizen.json", settings);

        var outcome = await tool.RunAsync(scratch, arguments.Split(' '));

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }
}
