using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>A pull request whose target has new commits.</summary>
public sealed class PullRequestTests(PackedTool tool) : IAsyncLifetime
{
    private const string Backlog = "IMPROVEMENTS.md";

    private GitRepository repository = null!;
    private string opened = "";
    private string target = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash may be that of another system");
        repository = await GitRepository.CreateAsync();
        opened = await repository.Write(Backlog, BacklogText.Of(BacklogText.Open(1))).CommitAsync("2026-02-20");
        target = await repository.Write("other code", "1").CommitAsync("2026-02-22");
        await repository.GitAsync("checkout", "--quiet", "-b", "branch", opened);
        await repository.Write("code", "1").CommitAsync("2026-02-23");
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_merge_commit_is_compared_with_its_first_parent()
    {
        await MergeAsync();

        var outcome = await Run().RunAsync();

        Assert.Contains($"checking the change since {target}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_without_a_capture_is_reported()
    {
        await MergeAsync();
        var run = Run();

        Golden.Matches("captures-nothing", run, await run.RunAsync());
    }

    [Fact]
    public async Task Only_changed_skips_backlogs_that_the_pull_request_does_not_touch()
    {
        await MergeAsync();

        var outcome = await Run().With("only-changed", "true").RunAsync();

        Assert.Contains(
            "not checked    1 backlog not in this change: IMPROVEMENTS.md\n",
            outcome.Log,
            StringComparison.Ordinal
        );
        Assert.Contains("no backlog changed", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_with_a_capture_is_not_reported()
    {
        await repository
            .Write(Backlog, BacklogText.Of(BacklogText.Open(1), BacklogText.Open(2)))
            .CommitAsync("2026-02-24");
        await MergeAsync();
        var run = Run();

        Golden.Matches("captures-something", run, await run.RunAsync());
    }

    [Fact]
    public async Task A_branch_is_compared_with_its_merge_base()
    {
        await repository.GitAsync("update-ref", "refs/remotes/origin/main", target);

        var outcome = await Run().RunAsync();

        Assert.Contains($"checking the change since {opened}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_target_branch_the_base_commit_of_the_event_is_used()
    {
        var outcome = await Run().RunAsync();

        Assert.Contains($"checking the change since {opened}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_group_is_compared_with_its_base_commit()
    {
        var outcome = await new ActionRun(repository, tool, WorkflowEvent.MergeGroup(opened)).RunAsync();

        Assert.Contains($"checking the change since {opened}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_input_since_overrides_the_merge_base()
    {
        await MergeAsync();

        var outcome = await Run().With("since", "HEAD~2").RunAsync();

        Assert.Contains("checking the change since HEAD~2\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_can_be_checked_completely()
    {
        await MergeAsync();

        Assert.DoesNotContain(
            "checking the change",
            (await Run().With("pull-request", "false").RunAsync()).Log,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_pull_request_target_event_is_checked_completely()
    {
        var cause = WorkflowEvent.PullRequest(target) with { Name = "pull_request_target" };

        var outcome = await new ActionRun(repository, tool, cause).RunAsync();

        Assert.DoesNotContain("checking the change", outcome.Log, StringComparison.Ordinal);
    }

    private ActionRun Run() => new(repository, tool, WorkflowEvent.PullRequest(target));

    private async Task MergeAsync()
    {
        await repository.GitAsync("checkout", "--quiet", "--detach", target);
        await repository.GitAsync("merge", "--quiet", "--no-ff", "--message", "Merge the pull request", "branch");
    }
}
