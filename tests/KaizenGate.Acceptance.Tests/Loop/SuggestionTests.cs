using System.Text.Json;
using System.Text.RegularExpressions;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>Commands that the tool suggests are run by people and agents: they must work, and text of a backlog must be inert in them.</summary>
public sealed partial class SuggestionTests(PackedTool tool) : IDisposable
{
    private const string Hostile = """Say "why" when $(touch owned) `touch owned` '; touch owned; ' fails""";

    private readonly Scratch scratch = new Scratch().Write(
        "IMPROVEMENTS.md",
        $"""
        # Improvements

        ## High Priority

        ### {Hostile}

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Expected Outcome:** $(touch owned)=30 s

        ### Time the upload

        ## Completed

        ### Cache $(touch owned)

        - **Status:** Done
        - **Completed:** 2026-01-02

        """
    );

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_next_command_of_every_rule_can_be_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        var rules = JsonElement.Parse((await tool.RunAsync(scratch, "rules", "--json")).MustSucceed().Output);
        var commands = rules.EnumerateArray().Select(rule => rule.GetProperty("next").GetString()!).Distinct().ToList();
        Assert.NotEmpty(commands);
        var open = await ReferenceAsync("Time the upload");
        var completed = await ReferenceAsync("Cache $(touch owned)");

        foreach (var command in commands)
        {
            var filled = Placeholder()
                .Replace(
                    command,
                    word =>
                        word.Value switch
                        {
                            "ITEM" => command.Contains(" reopen ", StringComparison.Ordinal) ? completed : open,
                            "N" => "5",
                            "DATE" => "2999-01-01",
                            "RESULT" => "p95 5 s",
                            _ => "words of a person",
                        }
                );
            var before = scratch.Read("IMPROVEMENTS.md");

            var outcome = await ShellAsync(
                filled.Replace("dotnet kaizen", $"'{tool.Program}'", StringComparison.Ordinal)
            );

            Assert.True(outcome.ExitCode is 0 or 1, $"{filled}: {outcome}");
            scratch.Write("IMPROVEMENTS.md", before);
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check --by rule")]
    [InlineData("check --by item")]
    [InlineData("check --format json")]
    [InlineData("check --format markdown")]
    [InlineData("plan")]
    [InlineData("plan --json")]
    [InlineData("review")]
    [InlineData("review --markdown")]
    [InlineData("list")]
    [InlineData("list --status done")]
    [InlineData("score ITEM --impact 9 --effort 1")]
    [InlineData("start ITEM --baseline '$(touch owned)=30 s'")]
    [InlineData("defer ITEM --reason 'not now'")]
    [InlineData("add 'Say why when touch owned touch owned touch owned fails'")]
    [InlineData("done 'Say why'")]
    public async Task A_command_in_the_output_is_inert(string arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        var item = await ReferenceAsync(Hostile);

        var outcome = await ShellAsync($"'{tool.Program}' {arguments.Replace("ITEM", item, StringComparison.Ordinal)}");

        foreach (var command in Suggested().Matches($"{outcome.Output}\n{outcome.Error}").Select(match => match.Value))
        {
            (await ShellAsync($"dotnet() {{ :; }}; {command}")).MustSucceed();
            Assert.False(File.Exists(scratch.PathOf("owned")), command);
            Assert.DoesNotContain("$(", command, StringComparison.Ordinal);
        }
    }

    private async Task<string> ReferenceAsync(string title)
    {
        var list = JsonElement.Parse(
            (await tool.RunAsync(scratch, "list", "--status", "all", "--json")).MustSucceed().Output
        );
        return list.GetProperty("backlogs")[0]
            .GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("title").GetString()!.StartsWith(title[..8], StringComparison.Ordinal))
            .GetProperty("reference")
            .GetString()!;
    }

    private Task<Outcome> ShellAsync(string script) =>
        Command.RunAsync("bash", ["-c", script], scratch.Path, scratch.Environment);

    [GeneratedRegex(@"\b[A-Z]+\b")]
    private static partial Regex Placeholder();

    /// <summary>From the program's name to the end of the code span, string or line.</summary>
    [GeneratedRegex("dotnet kaizen [^`\"\n]*")]
    private static partial Regex Suggested();
}
