namespace KaizenGate.Acceptance.Tests.History;

public sealed class SinceTests(PackedTool tool) : IAsyncLifetime
{
    private const string File = "IMPROVEMENTS.md";

    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        await repository.Write(File, BacklogText.Of(BacklogText.WrongScore(1))).CommitAsync("2026-02-20");
        await repository.GitAsync("checkout", "--quiet", "-b", "branch");
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_branch_without_a_capture_is_reported()
    {
        await repository.Write("code", "1").CommitAsync("2026-02-21");

        Assert.Contains("KZ104", (await SinceMainAsync()).Rules);
    }

    [Fact]
    public async Task A_branch_with_a_capture_is_not_reported()
    {
        await repository
            .Write(File, BacklogText.Of(BacklogText.WrongScore(1), BacklogText.Open(2)))
            .CommitAsync("2026-02-21");

        Assert.DoesNotContain("KZ104", (await SinceMainAsync()).Rules);
    }

    [Fact]
    public async Task A_branch_with_a_reason_in_a_trailer_is_not_reported()
    {
        await repository.Write("code", "1").CommitAsync("2026-02-21", "Correct a typo\n\nKaizen: none (typo fix)");
        await repository.Write("code", "2").CommitAsync("2026-02-22");

        Assert.DoesNotContain("KZ104", (await SinceMainAsync()).Rules);
    }

    [Theory]
    [InlineData("Kaizen: none")]
    [InlineData("Kaizen: none ()")]
    [InlineData("Kaizen: none (reason)")]
    [InlineData("Kaizen: none (n/a)")]
    [InlineData("Kaizen: none (docs)")]
    public async Task A_trailer_without_a_reason_is_ignored(string trailer)
    {
        await repository.Write("code", "1").CommitAsync("2026-02-21", $"Correct a typo\n\n{trailer}");

        Assert.Contains("KZ104", (await SinceMainAsync()).Rules);
    }

    [Fact]
    public async Task The_change_starts_at_the_merge_base()
    {
        await repository.Write("code", "1").CommitAsync("2026-02-21");
        await repository.GitAsync("checkout", "--quiet", "main");
        await repository
            .Write(File, BacklogText.Of(BacklogText.WrongScore(1), BacklogText.WrongScore(2)))
            .CommitAsync("2026-02-22");
        await repository.GitAsync("checkout", "--quiet", "branch");

        var verdict = await SinceMainAsync();

        // Captures on main are neither captures nor drops of the branch.
        Assert.Contains("KZ104", verdict.Rules);
        Assert.Empty(verdict.ItemsOf("KZ203"));
    }

    [Fact]
    public async Task A_finding_outside_of_the_change_is_not_reported()
    {
        await repository
            .Write(File, BacklogText.Of(BacklogText.WrongScore(1), BacklogText.WrongScore(2)))
            .CommitAsync("2026-02-21");

        Assert.Equal(["IMP-002"], (await SinceMainAsync()).ItemsOf("KZ203"));
    }

    [Fact]
    public async Task A_finding_in_the_change_is_reported()
    {
        await repository
            .Write(File, BacklogText.Of(BacklogText.WrongScore(1).Replace("Ada", "Bob", StringComparison.Ordinal)))
            .CommitAsync("2026-02-21");

        Assert.Equal(["IMP-001"], (await SinceMainAsync()).ItemsOf("KZ203"));
    }

    [Fact]
    public async Task Four_captures_in_one_change_are_reported()
    {
        await repository
            .Write(File, BacklogText.Of(Enumerable.Range(2, 4).Select(BacklogText.Open)))
            .CommitAsync("2026-02-21");

        Assert.Contains("KZ105", (await SinceMainAsync()).Rules);
    }

    private async Task<JsonVerdict> SinceMainAsync() =>
        JsonVerdict.Of(await repository.CheckAsync(tool, "--since", "main", "--format", "json"));
}
