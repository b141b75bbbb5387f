namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class MultiTargetedTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new Consumer(packed).WithAllProcessors();

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData("-p:Any=thing")]
    [InlineData("--framework=net9.0")]
    public async Task The_gate_runs_once_for_one_or_several_frameworks(string option)
    {
        consumer
            .Library("shop.csproj", "TargetFrameworks=net10.0;net9.0")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build", "-v:detailed", option);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
    }
}
