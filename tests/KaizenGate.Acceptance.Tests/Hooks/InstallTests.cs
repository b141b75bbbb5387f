namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class InstallTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await HookedRepository.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_hook_is_an_executable_POSIX_shell_script()
    {
        var outcome = (await repository.HookAsync("install")).MustSucceed();

        Assert.StartsWith("wrote  .git/hooks/pre-commit ", outcome.Output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(repository.Hook, TestContext.Current.CancellationToken);
        Assert.StartsWith("#!/bin/sh\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Equal("755", Convert.ToString((int)Mode(), 8));
    }

    [Fact]
    public async Task Installing_twice_changes_nothing()
    {
        (await repository.HookAsync("install")).MustSucceed();
        var written = File.GetLastWriteTimeUtc(repository.Hook);

        var outcome = (await repository.HookAsync("install")).MustSucceed();

        Assert.StartsWith("kept ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(repository.Hook));
        Assert.False(File.Exists(repository.Before));
    }

    [Fact]
    public async Task An_older_version_is_updated()
    {
        HookedRepository.Program(repository.Hook, "# kaizen-hook 0\nexit 7");

        (await repository.HookAsync("install")).MustSucceed();

        Assert.False(File.Exists(repository.Before));
        (await repository.CommitAsync("--allow-empty")).MustSucceed();
    }

    [Fact]
    public async Task Uninstalling_leaves_nothing_behind()
    {
        var before = Directory.GetFiles(repository.Git.PathOf(".git/hooks"));
        (await repository.HookAsync("install")).MustSucceed();

        (await repository.HookAsync("uninstall")).MustSucceed();
        var again = (await repository.HookAsync("uninstall")).MustSucceed();

        Assert.Equal(before.Order(), Directory.GetFiles(repository.Git.PathOf(".git/hooks")).Order());
        Assert.Contains("no hook is installed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_hook_is_not_uninstalled()
    {
        HookedRepository.Program(repository.Hook, "exit 7");

        (await repository.HookAsync("uninstall")).MustSucceed();

        Assert.True(File.Exists(repository.Hook));
    }

    [Fact]
    public async Task Init_installs_the_hook_on_request()
    {
        (await repository.Git.RunAsync(tool, ["init", "--hook"])).MustSucceed();

        Assert.True(File.Exists(repository.Hook));
    }

    private UnixFileMode Mode() => OperatingSystem.IsWindows() ? 0 : File.GetUnixFileMode(repository.Hook);
}
