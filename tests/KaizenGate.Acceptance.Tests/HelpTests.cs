namespace KaizenGate.Acceptance.Tests;

public sealed class HelpTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_help_of_every_command_ends_with_examples_that_call_it()
    {
        foreach (var (command, help) in await AllAsync(HelpAsync))
        {
            var examples = help.Split("\nExamples:\n");
            Assert.Equal(2, examples.Length);
            Assert.Contains($"  dotnet kaizen {command}", examples[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_help_of_every_command_fits_80_columns_piped_and_on_a_terminal()
    {
        var piped = await AllAsync(HelpAsync);

        Assert.All(piped.SelectMany(one => one.Value.Split('\n')), line => Assert.True(line.Length <= 80, line));
        Assert.SkipUnless(HasTerminal, "there is no script program");
        Assert.Equal(piped, await AllAsync(command => OnTerminalAsync(command, 80)));
        Assert.Equal(piped["check"], await OnTerminalAsync("check", 200));
        Assert.All((await OnTerminalAsync("explain", 50)).Split('\n'), line => Assert.True(line.Length <= 50, line));
    }

    [Fact]
    public async Task All_descriptions_of_a_command_start_in_the_same_column()
    {
        foreach (var (command, help) in await AllAsync(HelpAsync))
        {
            var columns = Entries(help).Select(DescriptionColumn).Distinct().ToList();
            Assert.True(
                columns.Count == 1,
                $"{command}: descriptions in the columns {string.Join(", ", columns)}\n{help}"
            );
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("hook install")]
    [InlineData("help")]
    [InlineData("")]
    public async Task The_command_help_prints_the_help_of_a_command(string command)
    {
        Assert.Equal(await HelpAsync(command), (await tool.RunAsync(scratch, Words($"help {command}"))).Output);
    }

    [Theory]
    [InlineData("help chekc", "error: unknown command \"chekc\". Did you mean \"check\"?\n")]
    [InlineData("help hook xyz", "error: unknown command \"xyz\". `dotnet kaizen hook --help` lists them.\n")]
    public async Task Help_for_an_unknown_command_is_an_error_with_a_hint(string arguments, string message)
    {
        var outcome = await tool.RunAsync(scratch, Words(arguments));

        Assert.Equal((2, message, ""), (outcome.ExitCode, outcome.Error, outcome.Output));
    }

    [Fact]
    public async Task The_help_lists_the_commands()
    {
        var commands = (await AllAsync(HelpAsync)).Keys.ToList();

        foreach (
            var command in (string[])["check", "read", "history", "hook install", "metric record", "explain", "help"]
        )
        {
            Assert.Contains(command, commands);
        }
    }

    [Fact]
    public async Task Without_a_command_the_help_goes_to_standard_error()
    {
        var outcome = await tool.RunAsync(scratch);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("Examples:", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_package()
    {
        Assert.Equal(tool.Version, (await tool.RunAsync(scratch, "--version")).Text);
    }

    [Fact]
    public async Task A_rule_is_explained_by_id_and_by_name_with_its_current_settings()
    {
        scratch.Write("kaizen.json", """{ "rules": { "KZ301": { "severity": "warning", "minCaptured": 20 } } }""");

        var byId = await tool.RunAsync(scratch, "explain", "kz301");

        Assert.Equal(0, byId.ExitCode);
        Assert.Equal(byId.Output, (await tool.RunAsync(scratch, "explain", "low-execution-rate")).Output);
        Assert.Contains("warning (default error)", byId.Output, StringComparison.Ordinal);
        Assert.Contains("minCaptured: 20 items (default 10;", byId.Output, StringComparison.Ordinal);
        Assert.Contains("docs/rules/KZ301.md", byId.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_are_listed_as_text_and_as_JSON()
    {
        var table = await tool.RunAsync(scratch, "rules");
        using var json = System.Text.Json.JsonDocument.Parse((await tool.RunAsync(scratch, "rules", "--json")).Output);

        var ids = json.RootElement.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!).ToList();
        Assert.True(ids.Count > 30, $"{ids.Count} rules");
        Assert.All(ids, id => Assert.Contains($"  {id}  ", table.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_schema_is_the_published_one()
    {
        Assert.Equal(
            await File.ReadAllTextAsync(
                Repository.PathOf("docs/kaizen.schema.json"),
                TestContext.Current.CancellationToken
            ),
            (await tool.RunAsync(scratch, "schema")).Output
        );
    }

    private static bool HasTerminal => OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> HelpAsync(string command) =>
        (await tool.RunAsync(scratch, [.. Words(command), "--help"])).MustSucceed().Output;

    private async Task<string> OnTerminalAsync(string command, int width)
    {
        var outcome = await Command.RunAsync(
            "script",
            [
                "--quiet",
                "--return",
                "--command",
                $"stty cols {width} rows 24 && '{tool.Program}' {command} --help",
                "/dev/null",
            ],
            scratch.Path,
            scratch.Environment
        );
        var text = outcome.MustSucceed().Output.ReplaceLineEndings("\n");
        return text[text.IndexOf("Description:", StringComparison.Ordinal)..];
    }

    /// <summary>The help of the program ("") and of all commands below it, found by reading the lists of commands.</summary>
    private static async Task<SortedDictionary<string, string>> AllAsync(Func<string, Task<string>> helpAsync)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var left = new Queue<string>([""]);
        while (left.TryDequeue(out var command))
        {
            all.Add(command, await helpAsync(command));
            foreach (var entry in Section(all[command], "Commands").Where(IsLabel))
            {
                left.Enqueue($"{command} {Words(entry)[0]}".Trim());
            }
        }

        Assert.True(all.Count > 25, $"{all.Count} commands");
        return all;
    }

    private static IEnumerable<string> Section(string help, string title) =>
        help.Split('\n').SkipWhile(line => line != $"{title}:").Skip(1).TakeWhile(line => line.Length > 0);

    /// <summary>The lines of a list; a label alone on its line is left out.</summary>
    private static IEnumerable<string> Entries(string help) =>
        ((string[])["Arguments", "Options", "Commands"])
            .SelectMany(title => Section(help, title))
            .Where(line => !IsLabel(line) || line.TrimStart().Contains("  ", StringComparison.Ordinal));

    private static bool IsLabel(string line) => line.Length > 2 && line[2] != ' ';

    private static int DescriptionColumn(string line)
    {
        var start = IsLabel(line) ? line.IndexOf("  ", 2, StringComparison.Ordinal) : 0;
        return line.Length - line[start..].TrimStart().Length;
    }
}
