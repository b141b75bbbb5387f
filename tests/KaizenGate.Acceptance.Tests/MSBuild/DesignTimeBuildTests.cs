namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class DesignTimeBuildTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData("-t:Build")]
    [InlineData("-t:Compile")]
    public async Task A_design_time_build_does_not_run_the_gate(string target)
    {
        await consumer.RestoredLibraryAsync(".");
        consumer.Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync(
            "msbuild",
            target,
            "-v:detailed",
            "-p:DesignTimeBuild=true",
            "-p:BuildProjectReferences=false",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true",
            "-p:SkipCopyBuildProduct=true"
        );

        Assert.Equal(0, Consumer.Runs(outcome));
        Assert.DoesNotContain("KZ202", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("CoreCompile", outcome.Output, StringComparison.Ordinal);
    }
}
