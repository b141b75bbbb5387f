namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The recipes for Husky.Net, run by its package.</summary>
public sealed class HuskyNetTests(PackedTool tool)
{
    [Fact]
    public async Task The_hooks_and_those_of_the_project_run()
    {
        using var repository = await CreateAsync();
        await DotnetAsync(repository, "husky", "add", "pre-commit", "-c", ManagedRepository.Theirs(repository));
        var managed = new ManagedRepository(repository, one => DotnetAsync(one, "husky", "install"));

        await managed.VerifyAsync("Husky.Net");
    }

    [Fact]
    public async Task The_documented_task_checks_commits_of_the_backlog_only()
    {
        using var repository = await CreateAsync();
        // The local tool has its own tests; here the program on the PATH records its runs.
        repository.Git.Write(
            ".husky/task-runner.json",
            Recipes
                .Of("Husky.Net", "json")
                .Replace("\"dotnet\"", "\"dotnet-kaizen\"", StringComparison.Ordinal)
                .Replace("\"kaizen\", \"check\"", "\"check\"", StringComparison.Ordinal)
        );
        await DotnetAsync(repository, "husky", "add", "pre-commit", "-c", "dotnet husky run --group pre-commit");
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync()).MustSucceed();
        Assert.Empty(repository.Runs);

        foreach (var file in UsualFiles.All)
        {
            var before = repository.Runs.Count;
            repository.Git.Write(file, UsualFiles.TextOf(file));
            await repository.Git.GitAsync("add", "--all");
            (await repository.CommitAsync()).MustSucceed();
            Assert.True(repository.Runs.Count == before + 1, file);
        }

        await repository.StageAsync(UnscoredItem.Text);
        Assert.Equal(1, (await repository.CommitAsync()).ExitCode);
    }

    private async Task<HookedRepository> CreateAsync()
    {
        var repository = await HookedRepository.CreateAsync(tool);
        Sdk.UseSourcesOfThisMachine(repository.Git.Environment);
        await DotnetAsync(repository, "new", "tool-manifest");
        var installed = await Command.RunAsync(
            "dotnet",
            ["tool", "install", "Husky", "--version", "0.9.1"],
            repository.Git.Folder,
            repository.Git.Environment
        );
        Needs.Present(installed.ExitCode == 0 ? null : $"Husky.Net cannot be installed: {installed}");
        await DotnetAsync(repository, "husky", "install");
        return repository;
    }

    private static async Task DotnetAsync(HookedRepository repository, params string[] arguments) =>
        (await Command.RunAsync("dotnet", arguments, repository.Git.Folder, repository.Git.Environment)).MustSucceed();
}
