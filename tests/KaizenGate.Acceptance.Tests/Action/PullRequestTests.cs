using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>A pull request whose target has gone on since it was opened.</summary>
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
    public async Task The_merge_that_GitHub_checks_out_is_judged_from_its_first_parent()
    {
        await MergeAsync();

        var outcome = await Run().RunAsync();

        Assert.Contains($"checking the change since {target}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_captures_nothing_is_told_so()
    {
        await MergeAsync();
        var run = Run();

        Golden.Matches("captures-nothing", run, await run.RunAsync());
    }

    [Fact]
    public async Task One_that_touches_no_backlog_need_not_be_held_against_one()
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
    public async Task One_that_captures_something_is_not()
    {
        await repository
            .Write(Backlog, BacklogText.Of(BacklogText.Open(1), BacklogText.Open(2)))
            .CommitAsync("2026-02-24");
        await MergeAsync();
        var run = Run();

        Golden.Matches("captures-something", run, await run.RunAsync());
    }

    [Fact]
    public async Task The_branch_itself_is_judged_from_the_merge_base()
    {
        await repository.GitAsync("update-ref", "refs/remotes/origin/main", target);

        var outcome = await Run().RunAsync();

        Assert.Contains($"checking the change since {opened}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_target_branch_the_event_tells_where_it_was()
    {
        var outcome = await Run().RunAsync();

        Assert.Contains($"checking the change since {opened}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_group_is_judged_from_where_it_begins()
    {
        var outcome = await new ActionRun(repository, tool, WorkflowEvent.MergeGroup(opened)).RunAsync();

        Assert.Contains($"checking the change since {opened}\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_is_given_counts_more()
    {
        await MergeAsync();

        var outcome = await Run().With("since", "HEAD~2").RunAsync();

        Assert.Contains("checking the change since HEAD~2\n", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_can_be_judged_all_the_same()
    {
        await MergeAsync();

        Assert.DoesNotContain(
            "checking the change",
            (await Run().With("pull-request", "false").RunAsync()).Log,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_run_in_the_name_of_the_target_is_no_change()
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
