namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class PublishTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_failed_gate_prevents_publish()
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("publish", "-v:detailed", "--output", "out");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.False(File.Exists(consumer.PathOf("out/shop.dll")));
    }

    [Fact]
    public async Task The_published_output_does_not_contain_KaizenGate()
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("publish", "-v:detailed", "--output", "out");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Equal(
            ["shop.deps.json", "shop.dll", "shop.pdb"],
            Directory.GetFiles(consumer.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }
}
