using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>Pull requests with a read-only token.</summary>
public sealed class ForkTests(PackedTool tool) : IAsyncLifetime
{
    private GitRepository repository = null!;
    private string target = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash may be that of another system");
        repository = await GitRepository.CreateAsync();
        target = await repository.Write("IMPROVEMENTS.md", BacklogText.Of()).CommitAsync("2026-02-20");
        await repository.Write("IMPROVEMENTS.md", BacklogText.Of(BacklogText.WrongScore(1))).CommitAsync("2026-02-21");
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("stranger/shop")]
    [InlineData(null)]
    public async Task A_pull_request_from_a_fork_uploads_nothing_but_writes_all_reports(string? fork)
    {
        var outcome = await Run(WorkflowEvent.PullRequest(target, fork)).RunAsync();

        Assert.Null(outcome.Upload);
        Assert.Contains("SARIF is not uploaded", outcome.Log, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Annotations("error"), error => error.Contains("title=KZ203", StringComparison.Ordinal));
        Assert.True(File.Exists(outcome.Outputs["sarif-file"]));
    }

    [Fact]
    public async Task The_summary_for_a_fork_is_complete()
    {
        var run = Run(WorkflowEvent.PullRequest(target, "stranger/shop"));

        Golden.Matches("fork", run, await run.RunAsync());
    }

    [Fact]
    public async Task A_pull_request_from_Dependabot_uploads_nothing()
    {
        var outcome = await Run(WorkflowEvent.PullRequest(target) with { Actor = "dependabot[bot]" }).RunAsync();

        Assert.Null(outcome.Upload);
    }

    [Fact]
    public async Task A_pull_request_from_the_same_repository_uploads_SARIF() =>
        Assert.NotNull((await Run(WorkflowEvent.PullRequest(target)).RunAsync()).Upload);

    private ActionRun Run(WorkflowEvent cause) => new(repository, tool, cause);
}
