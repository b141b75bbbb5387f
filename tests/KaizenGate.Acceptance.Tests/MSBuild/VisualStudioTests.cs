using System.Text.Json;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>What Visual Studio compares to find out whether a build is needed.</summary>
public sealed class VisualStudioTests(PackedMSBuild packed) : IDisposable
{
    private const string Inside = "-p:BuildingInsideVisualStudio=true";

    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData(Backlogs.File)]
    [InlineData("docs/IMPROVEMENTS.md")]
    public async Task A_build_is_needed_when_the_backlog_or_the_settings_are_newer_than_the_passed_gate(string backlog)
    {
        const string settings = "kaizen.json";
        await consumer.RestoredLibraryAsync("src");
        consumer.Write(backlog, Backlogs.Clean).Write(settings, "{ }");

        var items = await ItemsAsync("UpToDateCheckInput", "UpToDateCheckOutput");
        Assert.Equal([consumer.PathOf(backlog), consumer.PathOf(settings)], items[0]);
        var passed = Path.GetFullPath(items[1].Single().Replace('\\', '/'), consumer.PathOf("src"));

        await BuildAsync(0);
        Assert.True(File.Exists(passed));
        var before = File.GetLastWriteTimeUtc(passed);
        await BuildAsync(0);
        Assert.True(File.GetLastWriteTimeUtc(passed) > before);
        consumer.Write(backlog, Backlogs.ImpactOutOfRange);
        await BuildAsync(1);
        Assert.False(
            File.Exists(passed) && File.GetLastWriteTimeUtc(passed) > File.GetLastWriteTimeUtc(consumer.PathOf(backlog))
        );
    }

    private async Task BuildAsync(int exitCode)
    {
        var outcome = await consumer.DotNetAsync("build", "src", "--no-restore", Inside);
        Assert.True(outcome.ExitCode == exitCode, outcome.ToString());
    }

    private async Task<string[][]> ItemsAsync(params string[] names)
    {
        var list = string.Join(',', names);
        var outcome = (await consumer.DotNetAsync("msbuild", "src", $"-getItem:{list}", Inside)).MustSucceed();
        using var items = JsonDocument.Parse(outcome.Output);
        return
        [
            .. names.Select(name =>
                items
                    .RootElement.GetProperty("Items")
                    .GetProperty(name)
                    .EnumerateArray()
                    .Where(item => item.TryGetProperty("Set", out var set) && set.GetString() == "KaizenGate")
                    .Select(item => item.GetProperty("Identity").GetString()!)
                    .Order(StringComparer.Ordinal)
                    .ToArray()
            ),
        ];
    }
}
