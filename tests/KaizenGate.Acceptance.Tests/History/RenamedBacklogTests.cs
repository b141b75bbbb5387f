namespace KaizenGate.Acceptance.Tests.History;

public sealed class RenamedBacklogTests(PackedTool tool)
{
    [Fact]
    public async Task A_renamed_and_moved_backlog_keeps_its_history()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository, "BACKLOG.md");
        var before = JsonHistory.Of(await HistoryAsync(repository));
        repository.Write("docs/IMPROVEMENTS.md", "");
        File.Delete(repository.PathOf("docs/IMPROVEMENTS.md"));
        await repository.GitAsync("mv", "BACKLOG.md", "docs/IMPROVEMENTS.md");
        await repository.CommitAsync("2026-02-23", "Move the backlog");

        var after = JsonHistory.Of(await HistoryAsync(repository));

        Assert.NotEmpty(before.Events);
        Assert.Equal(before.Events, after.Events);
    }

    private Task<Outcome> HistoryAsync(GitRepository repository) =>
        repository.RunAsync(tool, ["history", "--json", "--as-of", Samples.AsOf]);
}
