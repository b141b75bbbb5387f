namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>An input error fails the build.</summary>
[Collection(Builds.Name)]
public sealed class BrokenSettingsTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task An_error_in_the_settings_is_reported_with_its_place()
    {
        consumer
            .Library("shop.csproj")
            .Write(Backlogs.File, Backlogs.Clean)
            .Write("kaizen.json", "{\n  \"rulez\": { }\n}\n");

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains(
            $"{consumer.PathOf("kaizen.json")}(2,3): error KZ000: unknown key \"rulez\"",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("KaizenGateFailOn=sometimes", "--fail-on")]
    [InlineData("KaizenGateSince=-x", "--since")]
    [InlineData("KaizenGateConfig=missing.json", "missing.json")]
    [InlineData("KaizenGateSarif=IMPROVEMENTS.md", "IMPROVEMENTS.md")]
    public async Task An_error_in_a_property_is_reported(string property, string blamed)
    {
        consumer.Library("shop.csproj", property).Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        var error = Assert.Single(
            outcome.Output.Split("Build FAILED.")[0].Split('\n'),
            line => line.Contains("error KZ000", StringComparison.Ordinal)
        );
        Assert.Contains(blamed, error, StringComparison.Ordinal);
        Assert.Equal(
            Backlogs.Clean,
            await File.ReadAllTextAsync(consumer.PathOf(Backlogs.File), TestContext.Current.CancellationToken)
        );
    }
}
