namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>An input error fails the build.</summary>
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

    [Fact]
    public async Task An_error_in_a_property_is_reported_once()
    {
        (string Property, string Blamed)[] cases =
        [
            ("KaizenGateFailOn=sometimes", "--fail-on"),
            ("KaizenGateSince=-x", "--since"),
            ("KaizenGateConfig=missing.json", "missing.json"),
            ("KaizenGateSarif=IMPROVEMENTS.md", "IMPROVEMENTS.md"),
        ];
        string[] folders = [.. cases.Select((_, index) => $"project{index}")];
        foreach (var (folder, one) in folders.Zip(cases))
        {
            consumer
                .Library($"{folder}/{folder}.csproj", one.Property)
                .Write($"{folder}/{Backlogs.File}", Backlogs.Clean);
        }

        var outcome = await consumer.Solution(folders.Select(name => $"{name}/{name}.csproj")).DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        string[] errors =
        [
            .. outcome
                .Output.Split("Build FAILED.")[0]
                .Split('\n')
                .Where(line => line.Contains("error KZ000", StringComparison.Ordinal)),
        ];
        Assert.Equal(cases.Length, errors.Length);
        Assert.All(cases, one => Assert.Single(errors, error => error.Contains(one.Blamed, StringComparison.Ordinal)));
        Assert.All(
            folders,
            folder => Assert.Equal(Backlogs.Clean, File.ReadAllText(consumer.PathOf($"{folder}/{Backlogs.File}")))
        );
    }
}
