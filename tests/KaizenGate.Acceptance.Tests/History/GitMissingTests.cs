namespace KaizenGate.Acceptance.Tests.History;

public sealed class GitMissingTests(PackedTool tool)
{
    [Fact]
    public async Task Without_git_the_flow_rules_are_not_evaluated()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
        repository.Environment["PATH"] = repository.Around.PathOf("home");

        var verdict = JsonVerdict.Of(await repository.CheckAsync(tool, "--format", "json"));

        Assert.Contains("git", verdict.WhyNot("KZ301"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_history_without_git_exits_with_2()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
        repository.Environment["PATH"] = repository.Around.PathOf("home");

        var outcome = await repository.CheckAsync(tool, "--require-history");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("git", outcome.Error, StringComparison.Ordinal);
    }
}
