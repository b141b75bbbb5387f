using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Baselines;

public sealed class ObsoleteTests(PackedTool tool) : IAsyncLifetime
{
    private AcceptedRepository repository = null!;

    public async ValueTask InitializeAsync() => repository = await AcceptedRepository.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_obsolete_entry_is_reported_until_it_is_removed()
    {
        await repository.WriteAsync("2026-03-02", BacklogText.Open(1));

        var outcome = await repository.CheckAsync();

        Assert.Contains(
            "kaizen.baseline.json:4:5 warning KZ907 the entry for KZ203 on \"IMP-001\" no longer fires",
            outcome.Output,
            StringComparison.Ordinal
        );
        (await repository.BaselineAsync()).MustSucceed();
        Assert.DoesNotContain("KZ907", (await repository.VerdictAsync()).Rules);
    }

    [Fact]
    public async Task An_entry_expires_after_its_last_day()
    {
        Assert.Equal(0, (await repository.CheckAsOfAsync(AcceptedRepository.LastDay)).ExitCode);

        var outcome = await repository.CheckAsOfAsync("2026-06-01");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error KZ203", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "warning KZ907 the entry for KZ203 on \"IMP-001\" expired on 2026-05-31",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_expired_entry_is_renewed_only_on_request()
    {
        (await repository.BaselineAsOfAsync("2026-06-01")).MustSucceed();
        Assert.Equal(1, (await repository.CheckAsOfAsync("2026-06-01")).ExitCode);

        (await repository.BaselineAsOfAsync("2026-06-01", "--renew")).MustSucceed();

        Assert.Equal(0, (await repository.CheckAsOfAsync("2026-06-01")).ExitCode);
    }
}
