using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>The hooks of <c>.pre-commit-hooks.yaml</c>, run by pre-commit from a clone of this repository's files.</summary>
public sealed class PreCommitTests(PackedTool tool, PreCommitSource source)
    : IClassFixture<PreCommitSource>,
        IAsyncLifetime
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

    [Fact]
    public async Task All_files_are_checked_on_request_though_nothing_of_the_backlog_is_staged()
    {
        await InstallAsync("kaizen-installed");
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        (await repository.CommitAsync("--no-verify")).MustSucceed();

        var nothing = await PreCommitAsync("run", "--all-files");
        repository.Git.Write("code.txt", "2\n");
        await repository.Git.GitAsync("add", "--all");
        var other = await PreCommitAsync("run", "--all-files");

        Assert.All(
            [nothing, other],
            outcome =>
            {
                Assert.Equal(1, outcome.ExitCode);
                Assert.Contains("error KZ201", outcome.Output, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_range_of_commits_is_checked_for_what_it_changes()
    {
        await InstallAsync("kaizen-installed");
        await repository.StageAsync(BacklogText.Open(1), UnscoredItem.Text);
        (await repository.CommitAsync("--no-verify")).MustSucceed();
        await repository.StageAsync(BacklogText.Open(1), BacklogText.Open(2), UnscoredItem.Text);
        (await repository.CommitAsync("--no-verify")).MustSucceed();

        var faulty = await PreCommitAsync("run", "--from-ref=HEAD~2", "--to-ref=HEAD");
        var good = await PreCommitAsync("run", "--from-ref=HEAD~1", "--to-ref=HEAD");

        Assert.Equal(1, faulty.ExitCode);
        Assert.Contains("error KZ201", faulty.Output, StringComparison.Ordinal);
        Assert.True(good.ExitCode == 0, good.ToString());
        Assert.Equal(2, repository.Runs.Count);
    }

    [Fact]
    public async Task The_hook_for_messages_checks_the_trailer()
    {
        await InstallAsync("kaizen-message-installed");
        repository.Git.Write("kaizen.json", """{ "profile": "strict" }""");
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync()).MustSucceed();

        var refused = await repository.CommitWithTrailerAsync("Kaizen: none (n/a)");
        var accepted = await repository.CommitWithTrailerAsync("Kaizen: none (only a counter)");

        Assert.Contains("error KZ104", refused.Output + refused.Error, StringComparison.Ordinal);
        accepted.MustSucceed();
    }

    [Fact]
    public async Task The_hooks_are_added_to_those_of_the_project()
    {
        Needs.Present(await HasPreCommitAsync() ? null : "pre-commit is not installed");
        repository.Git.Environment["PRE_COMMIT_HOME"] = repository.Git.Around.PathOf("pre-commit");
        HookedRepository.Program(repository.Git.PathOf("theirs.sh"), ManagedRepository.Theirs(repository));
        repository.Git.Write(
            ".pre-commit-config.yaml",
            "repos:\n-   repo: local\n    hooks:\n    -   id: theirs\n        name: theirs\n        language: script\n"
                + "        entry: ./theirs.sh\n        always_run: true\n        stages: [commit]\n"
        );
        var managed = new ManagedRepository(
            repository,
            async _ =>
                (
                    await PreCommitAsync(
                        "install",
                        "--hook-type=pre-commit",
                        "--hook-type=pre-merge-commit",
                        "--hook-type=commit-msg"
                    )
                ).MustSucceed()
        );

        await managed.VerifyAsync("pre-commit");
    }

    [Fact]
    public async Task A_hook_of_ours_that_pre_commit_renamed_is_removed()
    {
        Needs.Present(await HasPreCommitAsync() ? null : "pre-commit is not installed");
        (await repository.HookAsync("install")).MustSucceed();
        repository.Git.Write(".pre-commit-config.yaml", "repos: []\n");
        (await PreCommitAsync("install")).MustSucceed();
        Assert.True(File.Exists($"{repository.Hook}.legacy"));

        (await repository.HookAsync("uninstall")).MustSucceed();

        Assert.False(File.Exists($"{repository.Hook}.legacy"));
        Assert.Contains(
            "pre-commit.com",
            await File.ReadAllTextAsync(repository.Hook, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private Task<Outcome> PreCommitAsync(params string[] arguments) =>
        RunAsync("pre-commit", repository.Git.Folder, arguments);

    /// <summary>Installs pre-commit with one of the hooks.</summary>
    private async Task InstallAsync(string hook)
    {
        Needs.Present(await HasPreCommitAsync() ? null : "pre-commit is not installed");
        repository.Git.Environment["PRE_COMMIT_HOME"] = source.Home;
        Sdk.UseSourcesOfThisMachine(repository.Git.Environment);
        foreach (var (name, value) in CompilerServer.Variables)
        {
            repository.Git.Environment[name] = value;
        }

        repository.Git.Write(
            ".pre-commit-config.yaml",
            $"repos:\n- repo: {source.Folder}\n  rev: {source.Revision}\n  hooks:\n  - id: {hook}\n"
        );
        (
            await RunAsync(
                "pre-commit",
                repository.Git.Folder,
                "install",
                "--install-hooks",
                "--hook-type=pre-commit",
                "--hook-type=commit-msg"
            )
        ).MustSucceed();
        await repository.Git.GitAsync("add", "--all");
        (await repository.CommitAsync()).MustSucceed();
    }

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

    private Task<Outcome> RunAsync(string program, string folder, params string[] arguments) =>
        Command.RunAsync(program, arguments, folder, repository.Git.Environment);
}
