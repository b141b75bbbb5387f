namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The gate runs where the nearest settings or the repository are.</summary>
[Collection(Builds.Name)]
public sealed class FolderTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task The_backlog_of_a_project_deep_in_a_repository_lies_at_its_root()
    {
        consumer.Library("src/deep/shop.csproj").Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        await consumer.GitAsync("init", "--quiet");

        var outcome = await consumer.DotNetAsync("build", "src/deep");

        Assert.Contains(consumer.PathOf(Backlogs.Fault), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_nearer_than_the_repository_decide()
    {
        consumer
            .Library("src/deep/shop.csproj")
            .Write("src/kaizen.json", "{ }")
            .Write($"src/{Backlogs.File}", Backlogs.ImpactOutOfRange)
            .Write(Backlogs.File, Backlogs.Clean);
        await consumer.GitAsync("init", "--quiet");

        var outcome = await consumer.DotNetAsync("build", "src/deep");

        Assert.Contains(consumer.PathOf($"src/{Backlogs.Fault}"), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linked_worktree_is_judged_by_its_own_backlog()
    {
        consumer.Library("src/shop.csproj").Write(Backlogs.File, Backlogs.Clean);
        await consumer.GitAsync("init", "--quiet");
        await consumer.GitAsync("add", "--all");
        await consumer.GitAsync("commit", "--quiet", "--message=Begin");
        await consumer.GitAsync("worktree", "add", "--quiet", "linked");
        consumer.Write($"linked/{Backlogs.File}", Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build", "linked/src");

        Assert.Contains(consumer.PathOf($"linked/{Backlogs.Fault}"), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_named_is_the_one()
    {
        consumer
            .Library("src/shop.csproj", "KaizenGateFolder=../backlog")
            .Write($"backlog/{Backlogs.File}", Backlogs.ImpactOutOfRange)
            .Write(Backlogs.File, Backlogs.Clean);

        var outcome = await consumer.DotNetAsync("build", "src");

        Assert.Contains(consumer.PathOf($"backlog/{Backlogs.Fault}"), outcome.Output, StringComparison.Ordinal);
    }
}
