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
    public async Task Unread_entries_are_reported_until_the_printed_setting_reads_them()
    {
        scratch.Write("IMPROVEMENTS.md", "# Improvements\n\n- [ ] Cache the fonts\n- [maybe] Split the \e[31m suite\n");

        var read = (await tool.RunAsync(scratch, "read", "--explain")).MustSucceed();
        var check = await tool.RunAsync(scratch, "check");

        Assert.Contains("\n4  unread ", read.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', read.Output);
        Assert.EndsWith("\nread 1 of 2 entries; 1 unread\n", read.Output, StringComparison.Ordinal);
        Assert.Contains(
            "read 1 of 2 entries; 1 unread: the box \"[maybe]\" is not known (1)",
            check.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("warning KZ908 1 of 2 entries is unread", check.Output, StringComparison.Ordinal);

        const string Arrow = "→ add to `reading` in kaizen.json: ";
        var setting = read.Text.Split('\n').Single(line => line.Contains(Arrow, StringComparison.Ordinal));
        scratch.Write(
            "kaizen.json",
            $$"""{ "reading": { {{setting[(setting.IndexOf(Arrow, StringComparison.Ordinal) + Arrow.Length)..]}} } }"""
        );

        Assert.EndsWith(
            "\nread 2 entries; nothing unread\n",
            (await tool.RunAsync(scratch, "read")).MustSucceed().Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_empty_list_names_the_command_when_entries_are_unread()
    {
        scratch.Write("IMPROVEMENTS.md", "# Improvements\n\n- [x] Cache the fonts\n- [maybe] Split the suite\n");

        var outcome = (await tool.RunAsync(scratch, "list")).MustSucceed();

        Assert.Equal("Nothing to list, but entries are unread. Next: `dotnet kaizen read`\n", outcome.Error);
    }

    [Fact]
    public async Task On_a_terminal_the_outline_fits_its_width()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        scratch.With("NO_COLOR", "1").Write("IMPROVEMENTS.md", $"# Improvements\n\n- [ ] {new string('x', 200)}\n");

        var outcome = await Command.RunAsync(
            "script",
            ["--quiet", "--return", "--command", $"stty cols 60 rows 24 && '{tool.Program}' read", "/dev/null"],
            scratch.Path,
            scratch.Environment
        );

        var lines = outcome.MustSucceed().Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains(lines, line => line.EndsWith("xxx…", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= 60, line));
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
