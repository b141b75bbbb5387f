using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Baselines;

public sealed class WriteTests(PackedTool tool) : IAsyncLifetime
{
    private AcceptedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await AcceptedRepository.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Accepted_findings_pass_the_gate_and_are_counted()
    {
        Assert.Equal(1, (await repository.CheckAsync("--no-baseline")).ExitCode);

        var outcome = await repository.CheckAsync();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("1 in the baseline", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await repository.VerdictAsync()).Hidden("baselined"));
    }

    [Fact]
    public async Task An_entry_contains_rule_improvement_commit_date_expiry_and_reason()
    {
        var commit = await repository.Git.GitAsync("rev-parse", "HEAD~1");

        Assert.Equal(
            $$"""
            {
              "schemaVersion": 1,
              "entries": [
                {
                  "rule": "KZ203",
                  "item": "IMP-001",
                  "path": "IMPROVEMENTS.md",
                  "commit": "{{commit}}",
                  "date": "2026-03-02",
                  "expires": "2026-05-31",
                  "reason": "before we began"
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(
                repository.Git.PathOf(AcceptedRepository.Baseline),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task A_new_finding_fails_the_gate()
    {
        await repository.WriteAsync("2026-03-02", BacklogText.WrongScore(1), BacklogText.WrongScore(2));

        var outcome = await repository.CheckAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("IMP-002", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("IMP-001", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_reports_whether_the_baseline_is_up_to_date_and_writes_nothing()
    {
        Assert.Equal(0, (await repository.BaselineAsync("--check")).ExitCode);
        await repository.WriteAsync("2026-03-02", BacklogText.WrongScore(1), BacklogText.WrongScore(2));

        var outcome = await repository.BaselineAsync("--check");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("1 new, 1 kept, 0 removed", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("", await repository.Git.GitAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task A_symbolic_link_out_of_the_repository_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        File.Move(
            repository.Git.PathOf(AcceptedRepository.Baseline),
            repository.Git.Around.PathOf("shared.baseline.json")
        );
        File.CreateSymbolicLink(repository.Git.PathOf(AcceptedRepository.Baseline), "../shared.baseline.json");
        await repository.WriteAsync("2026-03-02", BacklogText.WrongScore(1), BacklogText.WrongScore(2));

        var outcome = await repository.BaselineAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("leads out of the repository", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("IMP-002", repository.Git.Around.Read("shared.baseline.json"), StringComparison.Ordinal);
    }
}
