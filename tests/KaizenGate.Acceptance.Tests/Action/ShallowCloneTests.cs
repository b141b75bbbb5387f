using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>Pull requests and pushes with the default <c>fetch-depth</c> of actions/checkout.</summary>
public sealed class ShallowCloneTests(PackedTool tool) : IAsyncLifetime
{
    private GitRepository repository = null!;
    private string target = "";
    private string merge = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash may be that of another system");
        repository = await GitRepository.CreateAsync();
        target = await repository
            .Write("IMPROVEMENTS.md", BacklogText.Of(BacklogText.Open(1)))
            .CommitAsync("2026-02-20");
        await repository.GitAsync("checkout", "--quiet", "-b", "branch");
        await repository.Write("code", "1").CommitAsync("2026-02-21");
        await repository.GitAsync("checkout", "--quiet", "--detach", target);
        await repository.GitAsync("merge", "--quiet", "--no-ff", "--message", "Merge the pull request", "branch");
        merge = await repository.GitAsync("rev-parse", "HEAD");
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Everything_is_checked_with_a_warning()
    {
        var run = await RunAsync(depth: 1, WorkflowEvent.PullRequest(target));

        var outcome = await run.RunAsync();

        var warning = outcome.Annotations("warning").First();
        Assert.StartsWith("::warning title=KaizenGate::This clone is shallow", warning, StringComparison.Ordinal);
        Assert.Contains("fetch-depth: 0", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("checking the change", outcome.Log, StringComparison.Ordinal);
        Golden.Matches("shallow", run, outcome);
    }

    [Fact]
    public async Task A_fetch_depth_of_2_is_enough_to_check_the_change()
    {
        var outcome = await (await RunAsync(depth: 2, WorkflowEvent.PullRequest(target))).RunAsync();

        Assert.Contains($"checking the change since {target}\n", outcome.Log, StringComparison.Ordinal);
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
    }

    [Fact]
    public async Task A_push_has_the_warning_too()
    {
        var outcome = await (await RunAsync(depth: 1, WorkflowEvent.Push)).RunAsync();

        Assert.Contains("> This clone is shallow", outcome.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_history_is_an_error()
    {
        var run = await RunAsync(depth: 1, WorkflowEvent.Push);

        Assert.Equal(2, (await run.With("require-history", "true").RunAsync()).ExitCode);
    }

    [Fact]
    public async Task A_folder_that_git_cannot_read_has_a_warning()
    {
        var folder = Directory.CreateDirectory(repository.Around.PathOf("no repository")).FullName;
        File.Copy(repository.PathOf("IMPROVEMENTS.md"), Path.Join(folder, "IMPROVEMENTS.md"));

        var outcome = await new ActionRun(repository, tool, WorkflowEvent.PullRequest(target))
        {
            Workspace = folder,
            Commit = merge,
        }.RunAsync();

        Assert.Contains("git cannot read this folder", outcome.Summary, StringComparison.Ordinal);
    }

    private async Task<ActionRun> RunAsync(int depth, WorkflowEvent cause)
    {
        var clone = repository.Around.PathOf("clone");
        await repository.GitAsync("branch", "pull", merge);
        await repository.GitAsync(
            "clone",
            "--quiet",
            $"--depth={depth}",
            "--branch=pull",
            new Uri(repository.Folder).AbsoluteUri,
            clone
        );
        return new ActionRun(repository, tool, cause) { Workspace = clone, Commit = merge };
    }
}
