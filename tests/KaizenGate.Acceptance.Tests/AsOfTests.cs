namespace KaizenGate.Acceptance.Tests;

/// <summary>The day that is used as today.</summary>
public sealed class AsOfTests(PackedTool tool) : IDisposable
{
    private const string Overdue = "# Improvements\n\n### [IMP-001] Faster build\n\n- **Target Date:** 2026-03-01\n";

    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Overdue);

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    public async Task A_variable_sets_the_day(string day, bool isOverdue)
    {
        scratch.With("KAIZEN_AS_OF", day);

        var outcome = await tool.RunAsync(scratch, "check");

        Assert.Equal(isOverdue, outcome.Output.Contains("KZ307", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_option_overrides_the_variable()
    {
        scratch.With("KAIZEN_AS_OF", "2026-03-02");

        var outcome = await tool.RunAsync(scratch, "check", "--as-of", "2026-03-01");

        Assert.DoesNotContain("KZ307", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_variable_is_an_input_error()
    {
        scratch.With("KAIZEN_AS_OF", "yesterday");

        var outcome = await tool.RunAsync(scratch, "check");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(
            "KAIZEN_AS_OF must be a date from 1970-01-01 to 2999-12-31, not \"yesterday\"",
            outcome.Error,
            StringComparison.Ordinal
        );
    }
}
