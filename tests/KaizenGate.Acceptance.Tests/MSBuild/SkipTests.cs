namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class SkipTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_skipped_gate_is_reported_once()
    {
        consumer
            .Library("shop.csproj", "TargetFrameworks=net10.0;net9.0")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build", "-v:minimal", "-p:KaizenGateSkip=true");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(1, Consumer.Times(outcome, "KaizenGate: not run, because KaizenGateSkip is true."));
        Assert.DoesNotContain("KZ202", outcome.Output, StringComparison.Ordinal);
    }
}
