namespace KaizenGate.Acceptance;

public sealed class HelpTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("check")]
    [InlineData("plan")]
    [InlineData("review")]
    [InlineData("history")]
    [InlineData("hook")]
    [InlineData("hook install")]
    [InlineData("hook uninstall")]
    [InlineData("merge-driver")]
    [InlineData("fix")]
    [InlineData("archive")]
    [InlineData("rules")]
    [InlineData("explain")]
    [InlineData("schema")]
    [InlineData("completion")]
    public async Task The_help_of_a_command_ends_with_examples_that_call_it(string command)
    {
        var outcome = await tool.RunAsync(scratch, [.. command.Split(' '), "--help"]);

        Assert.Equal(0, outcome.ExitCode);
        var examples = outcome.Output.Split("Examples:\n");
        Assert.Equal(2, examples.Length);
        Assert.Contains($"  dotnet kaizen {command}", examples[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_lists_the_commands()
    {
        var outcome = await tool.RunAsync(scratch, "--help");

        Assert.Equal(0, outcome.ExitCode);
        foreach (var command in (string[])["check", "history", "hook", "rules", "explain", "schema", "completion"])
        {
            Assert.Contains($"\n  {command} ", outcome.Output, StringComparison.Ordinal);
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
    public async Task A_rule_is_explained_by_id_and_by_name_with_the_settings_in_force()
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
    public async Task The_catalogue_is_there_for_people_and_for_programs()
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
}
