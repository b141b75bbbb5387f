namespace KaizenGate.Acceptance.Tests.History;

public sealed class UnsafeRepositoryTests(PackedTool tool)
{
    [Fact]
    public async Task Flow_rules_are_not_evaluated_in_a_repository_of_another_user()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can give files away");
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");
        (
            await Command.RunAsync(
                "chown",
                ["-R", "65534", repository.Folder],
                repository.Folder,
                repository.Environment
            )
        ).MustSucceed();

        var verdict = JsonVerdict.Of(await repository.CheckAsync(tool, "--format", "json"));

        Assert.Contains("safe.directory", verdict.WhyNot("KZ301"), StringComparison.Ordinal);
    }
}
