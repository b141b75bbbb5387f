namespace KaizenGate.Acceptance.Tests.History;

public sealed class HistoryCommandTests(PackedTool tool)
{
    [Fact]
    public async Task Every_event_has_a_date_and_a_commit()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);
        var head = await repository.GitAsync("rev-parse", "HEAD");

        var history = JsonHistory.Of(await HistoryAsync(repository, "--json"));

        Assert.Equal("2025-11-03", history.Start);
        Assert.Equal(TenWeeks.Stock, history.Events.Count(one => one is { Kind: "captured", IsFromStart: true }));
        Assert.Equal(TenWeeks.Captured, history.Events.Count(one => one is { Kind: "captured", IsFromStart: false }));
        Assert.Equal(TenWeeks.Completed, history.Events.Count(one => one.Kind == "completed"));
        Assert.Equal(TenWeeks.Rejected, history.Events.Count(one => one.Kind == "rejected"));
        Assert.Equal(TenWeeks.Pruned, history.Events.Count(one => one.Kind == "pruned"));
        Assert.Contains(new JsonEvent("2026-02-16", head, "completed", "IMP-010", false), history.Events);
    }

    [Fact]
    public async Task The_text_has_one_event_per_line_the_newest_last()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", BacklogText.Of(BacklogText.Open(1))).CommitAsync("2026-01-05");
        await repository.Write("IMPROVEMENTS.md", BacklogText.Of(BacklogText.Done(1))).CommitAsync("2026-01-12");
        var head = await repository.GitAsync("rev-parse", "HEAD");

        var outcome = await HistoryAsync(repository);

        var lines = outcome.Output.Split('\n');
        Assert.StartsWith("IMPROVEMENTS.md  known since 2026-01-05, ", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            $"\n2026-01-12  {head[..10]}  completed  IMP-001  Topic1 aspect1 detail1\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith("figures        0 open", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uncommitted_changes_are_the_last_revision()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", BacklogText.Of(BacklogText.Open(1))).CommitAsync("2026-01-05");
        repository.Write("IMPROVEMENTS.md", BacklogText.Of(BacklogText.Open(1), BacklogText.Open(2)));

        var history = JsonHistory.Of(await HistoryAsync(repository, "--json"));

        Assert.Contains(new JsonEvent(Samples.AsOf, null, "captured", "IMP-002", false), history.Events);
    }

    [Fact]
    public async Task Events_can_be_filtered_by_date_kind_and_number()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);

        var history = JsonHistory.Of(
            await HistoryAsync(
                repository,
                "--json",
                "--from=2025-12-22",
                "--to=2026-02-02",
                "--kind=completed,rejected",
                "--limit=2"
            )
        );

        Assert.Equal(["2026-01-26 rejected IMP-016", "2026-02-02 completed IMP-008"], history.Lines);
    }

    [Theory]
    [InlineData("--kind=compelted", "Did you mean \"completed\"?")]
    [InlineData("--from=soon", "2026-03-02")]
    [InlineData("--limit=0", "--limit 20")]
    [InlineData("missing.md", "missing.md")]
    [InlineData("--jsn", "Did you mean --json?")]
    public async Task A_wrong_argument_exits_with_2_and_suggests_the_right_one(string argument, string help)
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await HistoryAsync(repository, argument);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(help, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_missing_backlog_exits_with_2()
    {
        using var repository = await GitRepository.CreateAsync();

        var outcome = await HistoryAsync(repository);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("error: no backlog found. ", outcome.Error, StringComparison.Ordinal);
    }

    private Task<Outcome> HistoryAsync(GitRepository repository, params string[] options) =>
        repository.RunAsync(tool, ["history", "--as-of", Samples.AsOf, .. options]);
}
