namespace KaizenGate.Acceptance.Tests.History;

public sealed class NoRepositoryTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.Good);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_dates_in_the_file_are_used()
    {
        var outcome = await RunAsync("history", "--json");

        Assert.Equal(
            ["2026-02-02 captured IMP-002", "2026-02-16 completed IMP-002", "2026-02-20 captured IMP-001"],
            JsonHistory.Of(outcome).Lines
        );
    }

    [Fact]
    public async Task A_required_history_exits_with_2()
    {
        var outcome = await RunAsync("check", "--require-history");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("repository", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since=main")]
    [InlineData("--staged")]
    public async Task A_change_cannot_be_checked(string option)
    {
        var outcome = await RunAsync("check", option);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("repository", outcome.Error, StringComparison.Ordinal);
    }

    private Task<Outcome> RunAsync(string command, params string[] options) =>
        tool.RunAsync(scratch, [command, "--as-of", Samples.AsOf, .. options]);
}
