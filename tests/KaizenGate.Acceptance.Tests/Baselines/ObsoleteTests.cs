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
    public async Task An_entry_that_no_longer_fires_is_told_until_it_is_taken_out()
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
    public async Task An_entry_holds_on_its_last_day_and_not_on_the_next()
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
    public async Task An_expired_one_is_accepted_anew_only_when_that_is_said()
    {
        (await repository.BaselineAsOfAsync("2026-06-01")).MustSucceed();
        Assert.Equal(1, (await repository.CheckAsOfAsync("2026-06-01")).ExitCode);

        (await repository.BaselineAsOfAsync("2026-06-01", "--renew")).MustSucceed();

        Assert.Equal(0, (await repository.CheckAsOfAsync("2026-06-01")).ExitCode);
    }
}
