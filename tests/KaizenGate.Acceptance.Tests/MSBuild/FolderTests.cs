namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The gate runs in the folder of the nearest settings or of the repository.</summary>
public sealed class FolderTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_nested_project_uses_the_backlog_at_the_root_of_the_repository()
    {
        await consumer.RestoredLibraryAsync("src/deep");
        consumer.Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        await consumer.GitAsync("init", "--quiet");

        var outcome = await consumer.CheckAsync("src/deep");

        Assert.Contains(consumer.PathOf(Backlogs.Fault), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_settings_determine_the_folder()
    {
        await consumer.RestoredLibraryAsync("src/deep");
        consumer
            .Write("src/kaizen.json", "{ }")
            .Write($"src/{Backlogs.File}", Backlogs.ImpactOutOfRange)
            .Write(Backlogs.File, Backlogs.Clean);
        await consumer.GitAsync("init", "--quiet");

        var outcome = await consumer.CheckAsync("src/deep");

        Assert.Contains(consumer.PathOf($"src/{Backlogs.Fault}"), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linked_worktree_uses_its_own_backlog()
    {
        await consumer.RestoredLibraryAsync("src");
        consumer.Write(Backlogs.File, Backlogs.Clean);
        await consumer.GitAsync("init", "--quiet");
        await consumer.GitAsync("add", "--all");
        await consumer.GitAsync("commit", "--quiet", "--message=Begin");
        await consumer.GitAsync("worktree", "add", "--quiet", "linked");
        consumer.Write($"linked/{Backlogs.File}", Backlogs.ImpactOutOfRange);

        var outcome = await consumer.CheckAsync("linked/src");

        Assert.Contains(consumer.PathOf($"linked/{Backlogs.Fault}"), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_sets_the_folder()
    {
        await consumer.RestoredLibraryAsync("src", "KaizenGateFolder=../backlog");
        consumer.Write($"backlog/{Backlogs.File}", Backlogs.ImpactOutOfRange).Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.CheckAsync("src");

        Assert.Contains(consumer.PathOf($"backlog/{Backlogs.Fault}"), outcome.Output, StringComparison.Ordinal);
    }
}
