using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The hooks of <c>.pre-commit-hooks.yaml</c>, run by pre-commit from a clone of this repository's files.</summary>
public sealed class PreCommitTests(PackedTool tool) : IAsyncLifetime
{
    private HookedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await HookedRepository.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("kaizen")]
    [InlineData("kaizen-installed")]
    public async Task An_unscored_improvement_is_refused_and_a_scored_one_passes(string hook)
    {
        await InstallAsync(hook);
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);

        var refused = await repository.CommitAsync();
        await repository.StageAsync(BacklogText.Open(1), BacklogText.Open(2));
        var accepted = await repository.CommitAsync();
        var runs = repository.Runs.Count;
        repository.Git.Write("code.txt", "2\n");
        (await repository.CommitAsync("--all")).MustSucceed();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error KZ201", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.Contains("Add impact and effort", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.True(accepted.ExitCode == 0, accepted.ToString());
        Assert.Equal(hook == "kaizen" ? 0 : 2, runs);
        Assert.Equal(runs, repository.Runs.Count);
    }

    /// <summary>Installs pre-commit with one of the hooks.</summary>
    private async Task InstallAsync(string hook)
    {
        Needs.Present(await HasPreCommitAsync() ? null : "pre-commit is not installed");
        repository.Git.Environment["PRE_COMMIT_HOME"] = repository.Git.Around.PathOf("pre-commit");
        // The build uses the package sources of this machine.
        foreach (var (name, value) in Command.OwnEnvironment())
        {
            if (name.StartsWith("NUGET_", StringComparison.Ordinal) || name is "DOTNET_CLI_HOME")
            {
                repository.Git.Environment[name] = value;
            }
        }

        repository.Git.Environment["NUGET_PACKAGES"] = PackagesOfThisMachine();
        repository.Git.Environment["HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var source = await SourceAsync();
        repository.Git.Write(
            ".pre-commit-config.yaml",
            $"repos:\n- repo: {source}\n  rev: {await RevisionAsync(source)}\n  hooks:\n  - id: {hook}\n"
        );
        (await RunAsync("pre-commit", repository.Git.Folder, "install", "--install-hooks")).MustSucceed();
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync()).MustSucceed();
    }

    /// <summary>A repository with the current files of this one.</summary>
    private async Task<string> SourceAsync()
    {
        var source = repository.Git.Around.PathOf("source");
        var files = await RunAsync(
            "git",
            Repository.Root,
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard"
        );
        foreach (var file in files.MustSucceed().Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Repository.PathOf(file)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(source, file))!);
                File.Copy(Repository.PathOf(file), Path.Join(source, file));
            }
        }

        (await RunAsync("git", source, "init", "--quiet")).MustSucceed();
        (await RunAsync("git", source, "add", "--all")).MustSucceed();
        (await RunAsync("git", source, "commit", "--quiet", "--message=x")).MustSucceed();
        return source;
    }

    private async Task<string> RevisionAsync(string source) =>
        (await RunAsync("git", source, "rev-parse", "HEAD")).MustSucceed().Text;

    private async Task<bool> HasPreCommitAsync()
    {
        try
        {
            return (await RunAsync("pre-commit", "/", "--version")).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string PackagesOfThisMachine() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private Task<Outcome> RunAsync(string program, string folder, params string[] arguments) =>
        Command.RunAsync(program, arguments, folder, repository.Git.Environment);
}
