namespace KaizenGate.Acceptance.Tests.History;

public sealed class BareRepositoryTests(PackedTool tool)
{
    [Fact]
    public async Task A_file_in_a_bare_repository_has_no_history_and_is_not_judged_as_if_it_had()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
        var bare = repository.Around.PathOf("bare.git");
        await repository.GitAsync("clone", "--quiet", "--bare", repository.Folder, bare);
        repository.Around.Write("bare.git/IMPROVEMENTS.md", Samples.Good);

        var outcome = await repository.RunAsync(tool, ["check", "--format=json", "--as-of", Samples.AsOf], bare);

        Assert.Contains("bare", JsonVerdict.Of(outcome).WhyNot("KZ301"), StringComparison.Ordinal);
    }
}
