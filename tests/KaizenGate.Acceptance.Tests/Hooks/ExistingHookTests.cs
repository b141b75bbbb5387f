using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class ExistingHookTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await HookedRepository.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_existing_hook_runs_first()
    {
        HookedRepository.Program(repository.Hook, "echo 'theirs' >&2");
        (await repository.HookAsync("install")).MustSucceed();
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);

        var outcome = await repository.CommitAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("theirs\n", outcome.Error, StringComparison.Ordinal);
        Assert.Single(repository.Runs);
    }

    [Fact]
    public async Task The_commit_fails_when_the_existing_hook_fails()
    {
        HookedRepository.Program(repository.Hook, "exit 7");
        (await repository.HookAsync("install")).MustSucceed();
        await repository.StageAsync(BacklogText.Open(1), BacklogText.Open(2));

        Assert.Equal(1, (await repository.CommitAsync()).ExitCode);
        Assert.Empty(repository.Runs);
    }

    [Fact]
    public async Task The_existing_hook_runs_when_the_check_is_skipped()
    {
        HookedRepository.Program(repository.Hook, "exit 7");
        (await repository.HookAsync("install")).MustSucceed();
        repository.Git.Environment["KAIZEN_SKIP"] = "1";

        Assert.Equal(1, (await repository.CommitAsync("--allow-empty")).ExitCode);
    }

    [Fact]
    public async Task Uninstalling_restores_the_existing_hook()
    {
        HookedRepository.Program(repository.Hook, "printf 'ü'");
        var (text, mode) = (await File.ReadAllBytesAsync(repository.Hook, Cancelled), Mode(repository.Hook));
        (await repository.HookAsync("install")).MustSucceed();

        var outcome = (await repository.HookAsync("uninstall")).MustSucceed();

        Assert.Contains("restored the previous hook", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllBytesAsync(repository.Hook, Cancelled));
        Assert.Equal(mode, Mode(repository.Hook));
        Assert.False(File.Exists(repository.Before));
    }

    [Fact]
    public async Task A_symbolic_link_is_restored_as_a_link()
    {
        var target = repository.Git.Around.PathOf("shared hook");
        HookedRepository.Program(target, "exit 7");
        File.Delete(repository.Hook);
        File.CreateSymbolicLink(repository.Hook, target);
        (await repository.HookAsync("install")).MustSucceed();
        Assert.Equal(1, (await repository.CommitAsync("--allow-empty")).ExitCode);

        (await repository.HookAsync("uninstall")).MustSucceed();

        Assert.Equal(target, new FileInfo(repository.Hook).LinkTarget);
    }

    [Fact]
    public async Task A_hook_that_was_added_later_is_kept()
    {
        HookedRepository.Program(repository.Hook, "echo first");
        (await repository.HookAsync("install")).MustSucceed();
        HookedRepository.Program(repository.Hook, "echo second");

        var install = await repository.HookAsync("install");
        var uninstall = await repository.HookAsync("uninstall");

        Assert.Equal(2, install.ExitCode);
        Assert.Contains("another hook has replaced the installed one", install.Error, StringComparison.Ordinal);
        Assert.Equal(0, uninstall.ExitCode);
        Assert.EndsWith(
            "echo second\n",
            await File.ReadAllTextAsync(repository.Hook, Cancelled),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "echo first\n",
            await File.ReadAllTextAsync(repository.Before, Cancelled),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_hooks_that_call_each_other_terminate()
    {
        (await repository.HookAsync("install")).MustSucceed();
        File.Move(repository.Hook, $"{repository.Hook}.legacy");
        HookedRepository.Program(
            repository.Hook,
            "exec \"$0.legacy\"".Replace("$0", repository.Hook, StringComparison.Ordinal)
        );
        (await repository.HookAsync("install")).MustSucceed();
        await repository.StageAsync(BacklogText.Open(1), BacklogText.Open(2));

        (await repository.CommitAsync()).MustSucceed();

        Assert.Single(repository.Runs);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? 0 : File.GetUnixFileMode(path);
}
