namespace KaizenGate.Acceptance.Tests.History;

public sealed class SubmoduleTests(PackedTool tool)
{
    [Fact]
    public async Task A_backlog_in_a_submodule_has_the_history_of_the_submodule()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);
        var expected = JsonHistory.Of(await HistoryAsync(repository, repository.Folder));
        var outer = repository.Around.PathOf("outer");
        await repository.GitAsync("init", "--quiet", outer);
        await repository.GitAsync("-C", outer, "submodule", "--quiet", "add", repository.Folder, "inner");
        await repository.GitAsync("-C", outer, "commit", "--quiet", "--message", "Add a submodule");

        var inside = JsonHistory.Of(await HistoryAsync(repository, Path.Combine(outer, "inner")));
        var outside = JsonHistory.Of(await HistoryAsync(repository, outer, "inner/IMPROVEMENTS.md"));

        Assert.NotEmpty(expected.Lines);
        Assert.Equal(expected.Lines, inside.Lines);
        Assert.Equal(expected.Lines, outside.Lines);
    }

    private Task<Outcome> HistoryAsync(GitRepository repository, string folder, params string[] paths) =>
        repository.RunAsync(tool, ["history", "--json", "--as-of", Samples.AsOf, .. paths], folder);
}
