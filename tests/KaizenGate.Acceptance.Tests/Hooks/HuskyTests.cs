using System.ComponentModel;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The recipe for husky, run by husky 9 and as by older versions.</summary>
public sealed class HuskyTests(PackedTool tool)
{
    [Fact]
    public async Task The_hooks_and_those_of_the_project_run()
    {
        using var repository = await CreateAsync();
        // A script that ends early must not skip the gate.
        repository.Git.Write(".husky/pre-commit", $"{ManagedRepository.Theirs(repository)}\nexit 0\n");
        var managed = new ManagedRepository(repository, one => HuskyAsync(one));

        await managed.VerifyAsync("husky");
    }

    [Fact]
    public async Task HUSKY_0_skips_them()
    {
        using var repository = await CreateAsync();
        await HuskyAsync(repository);
        (await repository.HookAsync("install", "--write")).MustSucceed();
        await repository.StageAsync(UnscoredItem.Text);
        repository.Git.Environment["HUSKY"] = "0";

        (await repository.CommitAsync()).MustSucceed();
    }

    [Fact]
    public async Task A_project_in_a_folder_has_its_own_scripts()
    {
        using var repository = await CreateAsync();
        await HuskyAsync(repository, "web/.husky");

        (await repository.HookAsync("install", "--write")).MustSucceed();

        Assert.True(File.Exists(repository.Git.PathOf("web/.husky/kaizen")));
        await repository.StageAsync(UnscoredItem.Text);
        Assert.Equal(1, (await repository.CommitAsync()).ExitCode);
    }

    [Fact]
    public async Task A_fresh_clone_is_recognized_before_husky_is_active()
    {
        using var repository = await HookedRepository.CreateAsync(tool);
        repository.Git.Write(".husky/pre-commit", "npm test\n");

        var outcome = (await repository.HookAsync("install")).MustSucceed();

        Assert.StartsWith("husky manages the hooks", outcome.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.Hook));
    }

    [Fact]
    public async Task Older_versions_read_husky_sh_first()
    {
        using var repository = await HookedRepository.CreateAsync(tool);
        const string Start = "#!/usr/bin/env sh\n. \"$(dirname -- \"$0\")/_/husky.sh\"\n";
        repository.Git.Write(".husky/_/husky.sh", "echo husky\n");
        HookedRepository.Program(repository.Git.PathOf(".husky/pre-commit"), "");
        await File.WriteAllTextAsync(
            repository.Git.PathOf(".husky/pre-commit"),
            $"{Start}\n{ManagedRepository.Theirs(repository)}\n",
            TestContext.Current.CancellationToken
        );
        var managed = new ManagedRepository(repository, one => one.Git.GitAsync("config", "core.hooksPath", ".husky"));

        await managed.VerifyAsync("husky");
    }

    private async Task<HookedRepository> CreateAsync()
    {
        Needs.Present(await HasHuskyAsync() ? null : "husky is not installed");
        return await HookedRepository.CreateAsync(tool);
    }

    private static async Task<bool> HasHuskyAsync()
    {
        using var folder = new Scratch();
        try
        {
            // Outside of a repository it only says so.
            return (await Command.RunAsync("husky", [], folder.Path, Command.OwnEnvironment())).Output.Contains(
                ".git",
                StringComparison.Ordinal
            );
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task HuskyAsync(HookedRepository repository, params string[] folder) =>
        (await Command.RunAsync("husky", folder, repository.Git.Folder, repository.Git.Environment)).MustSucceed();
}
