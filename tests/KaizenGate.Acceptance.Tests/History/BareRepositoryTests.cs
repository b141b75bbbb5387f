namespace KaizenGate.Acceptance.Tests.History;

public sealed class BareRepositoryTests(PackedTool tool)
{
    [Fact]
    public async Task Flow_rules_are_not_evaluated_in_a_bare_repository()
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
