namespace KaizenGate.Acceptance.Tests;

public sealed class FileNameTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("two words.md")]
    [InlineData("改善.md")]
    [InlineData("Verbesserungen für uns.md")]
    [InlineData("@x.md")]
    [InlineData("a=b,c.md")]
    [InlineData("100%.md")]
    public async Task A_backlog_may_have_any_name(string name)
    {
        scratch.Write(name, Samples.WrongScore);

        var outcome = await tool.RunAsync(scratch, "check", name, "--as-of", Samples.AsOf);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains($"{name}:9:23 error KZ203", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_starts_with_a_dash_follows_two_dashes()
    {
        scratch.Write("-x.md", Samples.WrongScore);

        Assert.Equal(2, (await tool.RunAsync(scratch, "check", "-x.md")).ExitCode);
        Assert.Equal(1, (await tool.RunAsync(scratch, "check", "--as-of", Samples.AsOf, "--", "-x.md")).ExitCode);
        Assert.Equal(1, (await tool.RunAsync(scratch, "check", "./-x.md", "--as-of", Samples.AsOf)).ExitCode);
    }

    [Fact]
    public async Task A_line_break_in_a_name_is_escaped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such a name cannot be");
        scratch.Write("a\n::error::b.md", Samples.WrongScore).With("GITHUB_ACTIONS", "true");

        var outcome = await tool.RunAsync(scratch, "check", "a\n::error::b.md", "--as-of", Samples.AsOf);

        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("\n::error::b", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_name_is_refused()
    {
        scratch.Write("IMPROVEMENTS.md", Samples.Good);

        Assert.Equal(2, (await tool.RunAsync(scratch, "check", "")).ExitCode);
    }
}
