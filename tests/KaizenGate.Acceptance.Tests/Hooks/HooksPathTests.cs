using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class HooksPathTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await HookedRepository.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_hook_is_installed_in_the_configured_folder()
    {
        await repository.Git.GitAsync("config", "core.hooksPath", "my hooks");

        (await repository.HookAsync("install")).MustSucceed();

        Assert.True(File.Exists(repository.Git.PathOf("my hooks/pre-commit")));
        Assert.False(File.Exists(repository.Hook));
        await RefusesAsync();
    }

    [Fact]
    public async Task The_local_configuration_overrides_the_global_one()
    {
        await repository.Git.GitAsync("config", "--global", "core.hooksPath", repository.Git.Around.PathOf("global"));
        await repository.Git.GitAsync("config", "core.hooksPath", ".githooks");

        (await repository.HookAsync("install")).MustSucceed();

        await RefusesAsync();
    }

    [Fact]
    public async Task A_shared_folder_is_changed_only_on_request()
    {
        var shared = repository.Git.Around.PathOf("home/git hooks");
        await repository.Git.GitAsync("config", "--global", "core.hooksPath", "~/git hooks");

        var refused = await repository.HookAsync("install");
        Assert.False(Directory.Exists(shared));
        (await repository.HookAsync("install", "--shared")).MustSucceed();

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("outside of this repository", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--shared", refused.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Join(shared, "pre-commit")));
        await RefusesAsync();
        Assert.Equal(2, (await repository.HookAsync("uninstall")).ExitCode);
        (await repository.HookAsync("uninstall", "--shared")).MustSucceed();
        Assert.Empty(Directory.GetFiles(shared));
    }

    [Fact]
    public async Task Disabled_hooks_are_an_error()
    {
        await repository.Git.GitAsync("config", "core.hooksPath", "/dev/null");

        var outcome = await repository.HookAsync("install", "--shared");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("git runs no hooks here", outcome.Error, StringComparison.Ordinal);
    }

    private async Task RefusesAsync()
    {
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        Assert.Equal(1, (await repository.CommitAsync()).ExitCode);
        Assert.Single(repository.Runs);
    }
}
