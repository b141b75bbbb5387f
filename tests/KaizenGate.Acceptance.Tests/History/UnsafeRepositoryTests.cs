namespace KaizenGate.Acceptance.Tests.History;

public sealed class UnsafeRepositoryTests(PackedTool tool)
{
    [Fact]
    public async Task A_repository_of_somebody_else_is_not_judged_and_the_remedy_is_named()
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
