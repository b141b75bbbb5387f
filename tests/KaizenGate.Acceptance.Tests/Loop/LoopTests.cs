using System.Text.RegularExpressions;

namespace KaizenGate.Acceptance.Tests.Loop;

public sealed partial class LoopTests(PackedTool tool) : IDisposable
{
    private const int Many = 50;

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task An_improvement_is_captured_started_completed_and_measured()
    {
        (await tool.RunAsync(scratch, "init")).MustSucceed();

        var added = await tool.RunAsync(scratch, "add", "Cache the fonts", "--impact", "8", "--effort", "2");
        Assert.Equal("IMP-002", added.MustSucceed().Text);
        Assert.Contains("dotnet kaizen start IMP-002", added.Error, StringComparison.Ordinal);
        (await tool.RunAsync(scratch, "start", "imp-002", "--baseline", "p95=30 s")).MustSucceed();
        (
            await tool.RunAsync(
                scratch,
                "done",
                "2",
                "--hours",
                "3",
                "--measured",
                "p95=5 s",
                "--saved",
                "4 min/day",
                "--as-of",
                "2026-03-02"
            )
        ).MustSucceed();

        var backlog = scratch.Read("IMPROVEMENTS.md");
        Assert.Contains("- **Measured Impact:** p95 30 s → 5 s\n", backlog, StringComparison.Ordinal);
        Assert.Contains("- **Time Saved:** 4 min/day\n", backlog, StringComparison.Ordinal);
        Assert.Contains("## Completed\n\n### [IMP-002] Cache the fonts\n", backlog, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrent_additions_get_unique_ids_and_lose_nothing()
    {
        (await tool.RunAsync(scratch, "init")).MustSucceed();
        var before = scratch.Read("IMPROVEMENTS.md").Split('\n');

        var added = await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(number => tool.RunAsync(scratch, "add", $"Word{number} thing{number} quokka{number}"))
        );

        Assert.Equal(Many, added.Select(one => one.MustSucceed().Text).Distinct().Count());
        var after = scratch.Read("IMPROVEMENTS.md").Split('\n');
        Assert.Empty(before.Except(after));
        Assert.Equal(Many + 1, after.Count(line => line.StartsWith("### [IMP-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_duplicate_is_refused_with_the_existing_id()
    {
        (await tool.RunAsync(scratch, "init")).MustSucceed();
        (await tool.RunAsync(scratch, "add", "Cache the fonts")).MustSucceed();

        var again = await tool.RunAsync(scratch, "add", "cache the fonts");

        Assert.Equal(2, again.ExitCode);
        Assert.Contains("IMP-002 Cache the fonts", again.Error, StringComparison.Ordinal);
        Assert.Equal(
            "IMP-003",
            (await tool.RunAsync(scratch, "add", "cache the fonts", "--allow-duplicate")).MustSucceed().Text
        );
    }

    [Fact]
    public async Task The_guide_for_agents_keeps_the_rest_of_the_file()
    {
        scratch.Write("AGENTS.md", "# Agents\n\nBe kind.\n");
        (await tool.RunAsync(scratch, "init", "--agents")).MustSucceed();
        var first = scratch.Read("AGENTS.md");
        scratch.Write(
            "AGENTS.md",
            first.Replace("Before you finish", "Whenever you finish", StringComparison.Ordinal) + "Bye.\n"
        );
        Assert.Contains("Whenever you finish", scratch.Read("AGENTS.md"), StringComparison.Ordinal);

        (await tool.RunAsync(scratch, "init", "--agents")).MustSucceed();

        Assert.StartsWith("# Agents\n\nBe kind.\n", first, StringComparison.Ordinal);
        Assert.Equal(first + "Bye.\n", scratch.Read("AGENTS.md"));
    }

    [Fact]
    public async Task The_guide_is_written_for_other_agents_on_request()
    {
        (
            await tool.RunAsync(scratch, "init", "--agents", "claude", "--agents", "gemini", "--agents", "copilot")
        ).MustSucceed();

        Assert.False(File.Exists(scratch.PathOf("AGENTS.md")));
        var guide = scratch.Read("CLAUDE.md");
        Assert.Equal(guide, scratch.Read("GEMINI.md"));
        Assert.Equal(guide, scratch.Read(".github/copilot-instructions.md"));
        var unknown = await tool.RunAsync(scratch, "init", "--agents", "claud");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("claude", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_in_the_guide_work()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        (await tool.RunAsync(scratch, "init", "--agents")).MustSucceed();
        var commands = Commands().Matches(scratch.Read("AGENTS.md")).Select(match => match.Groups[1].Value).ToList();
        Assert.True(commands.Count >= 7, string.Join('\n', commands));

        foreach (var command in commands.Where(one => !one.EndsWith("--json -", StringComparison.Ordinal)))
        {
            var typed = command
                .Replace("dotnet kaizen", $"'{tool.Program}'", StringComparison.Ordinal)
                .Replace(" ID", " IMP-002", StringComparison.Ordinal)
                .Replace("COMMAND", "add", StringComparison.Ordinal);
            var outcome = await Command.RunAsync("bash", ["-c", typed], scratch.Path, scratch.Environment);
            Assert.True(outcome.ExitCode == 0, outcome.ToString());
        }

        Assert.Contains("build 9 min → 5 min", scratch.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
    }

    [GeneratedRegex("`(dotnet kaizen [^`]+)`")]
    private static partial Regex Commands();
}
