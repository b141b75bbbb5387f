namespace KaizenGate.Acceptance.Tests.MSBuild;

[Collection(Builds.Name)]
public sealed class FallbackTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData("any")]
    [InlineData("plan9-mips")]
    public async Task A_platform_without_a_native_program_uses_the_portable_one(string platform)
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build", "-v:detailed", $"-p:KaizenGatePlatform={platform}");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("dotnet-kaizen.dll\" \"check\"", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(consumer.PathOf(Backlogs.Fault), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_platform_uses_its_native_program()
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("build", "-v:detailed");

        Assert.Contains(
            $"tools/{PackedTool.Platform}/{Names.Command}",
            outcome.Output.Replace('\\', '/'),
            StringComparison.Ordinal
        );
    }
}
