namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class MissingBacklogTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_missing_backlog_fails_the_build()
    {
        consumer.Library("src/shop.csproj");
        await consumer.GitAsync("init", "--quiet");

        var outcome = await consumer.DotNetAsync("build", "src");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains(
            $"{consumer.PathOf(Backlogs.File)}(1,1): error KZ101",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_backlog_in_a_property_fails_the_build()
    {
        consumer.Library("shop.csproj", "KaizenGateBacklog=wishes.md").Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("wishes.md : error KZ000: no such file or folder", outcome.Output, StringComparison.Ordinal);
    }
}
