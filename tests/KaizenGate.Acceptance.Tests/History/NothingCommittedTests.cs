namespace KaizenGate.Acceptance.Tests.History;

public sealed class NothingCommittedTests(PackedTool tool)
{
    private static readonly string[] Written =
    [
        "2026-02-02 captured IMP-002",
        "2026-02-16 completed IMP-002",
        "2026-02-20 captured IMP-001",
    ];

    [Fact]
    public async Task The_dates_in_the_file_are_used_on_an_unborn_branch()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await repository.RunAsync(tool, ["history", "--json", "--as-of", Samples.AsOf]);

        Assert.Equal(Written, JsonHistory.Of(outcome).Lines);
    }

    [Fact]
    public async Task The_dates_in_an_uncommitted_file_are_used()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("other", "").CommitAsync("2026-02-20");
        repository.Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await repository.RunAsync(tool, ["history", "--json", "--as-of", Samples.AsOf]);

        Assert.Equal(Written, JsonHistory.Of(outcome).Lines);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task The_first_commit_of_a_repository_is_checked_as_staged(bool isWrong, int status)
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("IMPROVEMENTS.md", isWrong ? Samples.WrongScore : Samples.Good);
        await repository.GitAsync("add", "--all");

        var outcome = await repository.CheckAsync(tool, "--staged");

        Assert.True(outcome.ExitCode == status, outcome.ToString());
    }
}
