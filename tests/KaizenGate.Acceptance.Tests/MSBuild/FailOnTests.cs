namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class FailOnTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_gate_that_fails_on_warnings_fails_the_build()
    {
        await consumer.RestoredLibraryAsync(".", "KaizenGateFailOn=warning");
        consumer
            .Write("kaizen.json", """{ "rules": { "KZ202": "warning" } }""")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build", "--no-restore");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("IMPROVEMENTS.md(14,15): warning KZ202", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("KaizenGate : error KZ000: the gate failed", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_that_never_fails_shows_errors_as_warnings()
    {
        await consumer.RestoredLibraryAsync(".", "KaizenGateFailOn=never");
        consumer.Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build", "--no-restore");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains("IMPROVEMENTS.md(14,15): warning KZ202", outcome.Output, StringComparison.Ordinal);
    }
}
