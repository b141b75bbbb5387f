namespace KaizenGate.Acceptance.Tests.History;

public sealed class PartialCloneTests(PackedTool tool)
{
    [Fact]
    public async Task Flow_rules_are_not_evaluated_in_a_partial_clone_and_nothing_is_fetched()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);
        await repository.GitAsync("config", "uploadpack.allowFilter", "true");
        var clone = repository.Around.PathOf("clone");
        var source = new Uri(repository.Folder).AbsoluteUri;
        await repository.GitAsync("clone", "--quiet", "--filter=blob:none", source, clone);
        var before = await MissingAsync(repository, clone);

        var outcome = await repository.RunAsync(tool, ["check", "--format=json", "--as-of", Samples.AsOf], clone);

        Assert.Contains("partial clone", JsonVerdict.Of(outcome).WhyNot("KZ301"), StringComparison.Ordinal);
        Assert.NotEmpty(before);
        Assert.Equal(before, await MissingAsync(repository, clone));
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(GitRepository repository, string clone)
    {
        var objects = await repository.GitAsync("-C", clone, "rev-list", "--objects", "--missing=print", "HEAD");
        return [.. objects.Split('\n').Where(line => line.StartsWith('?')).Order()];
    }
}
