namespace KaizenGate.Acceptance.Tests.History;

public sealed class LinkedWorktreeTests(PackedTool tool)
{
    [Fact]
    public async Task A_linked_worktree_has_the_history_of_its_branch()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);
        var linked = repository.Around.PathOf("linked");
        await repository.GitAsync("worktree", "add", "--quiet", linked, "HEAD");
        string[] command = ["history", "--json", "--as-of", Samples.AsOf];

        var there = await repository.RunAsync(tool, command, linked);

        Assert.NotEmpty(JsonHistory.Of(there).Events);
        Assert.Equal((await repository.RunAsync(tool, command)).Output, there.Output);
    }
}
