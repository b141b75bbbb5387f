namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>Commands that take the files of an earlier build also need a passed gate.</summary>
public sealed class NoBuildTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData("pack")]
    [InlineData("publish")]
    public async Task A_failed_gate_prevents_the_command(string command)
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        (await consumer.DotNetAsync("build", "-c", "Release", "-p:KaizenGateSkip=true")).MustSucceed();

        var outcome = await consumer.DotNetAsync(command, "--no-build", "--output", "out", "-v:detailed");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(consumer.PathOf("out")));
    }
}
