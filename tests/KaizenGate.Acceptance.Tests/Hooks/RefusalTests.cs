using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class RefusalTests(PackedTool tool)
{
    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public async Task A_repository_is_required(string command)
    {
        using var scratch = new Scratch();

        var outcome = await tool.RunAsync(scratch, "hook", command);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("not a git repository", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_repository_is_refused()
    {
        using var repository = await GitRepository.CreateAsync();
        var bare = repository.Around.PathOf("bare.git");
        await repository.GitAsync("init", "--quiet", "--bare", bare);

        var outcome = await repository.RunAsync(tool, ["hook", "install"], bare);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("bare repository", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(bare, "hooks/pre-commit")));
    }

    [Fact]
    public async Task A_hooks_path_that_is_a_file_is_refused()
    {
        using var repository = await GitRepository.CreateAsync();
        Directory.Delete(repository.PathOf(".git/hooks"), recursive: true);
        repository.Write(".git/hooks", "a file");

        var outcome = await repository.RunAsync(tool, ["hook", "install"]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(
            ".git/hooks/pre-commit: error: the hook cannot be changed",
            outcome.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_read_only_folder_is_an_error()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess,
            "the system lets this user write"
        );
        using var repository = await HookedRepository.CreateAsync(tool);
        var hooks = Path.GetDirectoryName(repository.Hook)!;
        HookedRepository.Program(repository.Hook, "exit 0");
        await Command.RunAsync("chmod", ["a-w", hooks], "/", repository.Git.Environment);

        var outcome = await repository.HookAsync("install");

        await Command.RunAsync("chmod", ["u+w", hooks], "/", repository.Git.Environment);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("the hook cannot be changed", outcome.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(repository.Hook));
    }

    [Fact]
    public async Task Invalid_settings_are_an_error_before_anything_is_written()
    {
        using var repository = await HookedRepository.CreateAsync(tool);
        repository.Git.Write("kaizen.json", "{");

        Assert.Equal(2, (await repository.HookAsync("install")).ExitCode);
        Assert.False(File.Exists(repository.Hook));
    }
}
