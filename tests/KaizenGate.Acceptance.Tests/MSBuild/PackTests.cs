namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class PackTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_failed_gate_prevents_pack()
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("pack", "-v:detailed");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(consumer.PathOf("bin"), "*.nupkg", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_package_of_a_project_does_not_depend_on_KaizenGate()
    {
        consumer.Library("shop.csproj").Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("pack", "--output", "out");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(
            ["lib/net10.0/shop.dll", "shop.nuspec"],
            Nupkg.Contents(consumer.PathOf("out/shop.1.0.0.nupkg"), withSpecification: true)
        );
        Assert.DoesNotContain(
            "KaizenGate",
            Nupkg.Text(consumer.PathOf("out/shop.1.0.0.nupkg"), "shop.nuspec"),
            StringComparison.Ordinal
        );
    }
}
