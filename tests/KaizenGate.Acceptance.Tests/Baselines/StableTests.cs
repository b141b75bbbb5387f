using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Baselines;

/// <summary>An entry follows its improvement.</summary>
public sealed class StableTests(PackedTool tool)
{
    [Fact]
    public async Task An_entry_matches_after_the_lines_have_moved()
    {
        using var repository = await AcceptedRepository.CreateAsync(tool);
        await repository.WriteAsync("2026-03-02", BacklogText.Open(3), BacklogText.Open(2), BacklogText.WrongScore(1));

        Assert.Equal(0, (await repository.CheckAsync()).ExitCode);
        Assert.DoesNotContain("KZ907", (await repository.VerdictAsync()).Rules);
    }

    [Fact]
    public async Task An_entry_without_an_id_matches_after_a_retitle()
    {
        using var repository = await RetitledAsync(
            "Cache the restored packages",
            "Cache the restored packages and images"
        );

        var verdict = JsonVerdict.Of(await repository.CheckAsync(tool, "--format", "json"));

        Assert.Equal(1, verdict.Hidden("baselined"));
        Assert.DoesNotContain("KZ201", verdict.Rules);
        Assert.DoesNotContain("KZ907", verdict.Rules);
    }

    [Fact]
    public async Task The_next_baseline_contains_the_new_title()
    {
        using var repository = await RetitledAsync(
            "Cache the restored packages",
            "Cache the restored packages and images"
        );

        (await repository.RunAsync(tool, ["baseline", "--as-of", Samples.AsOf])).MustSucceed();

        Assert.Contains(
            "\"cachetherestoredpackagesandimages\"",
            await File.ReadAllTextAsync(
                repository.PathOf(AcceptedRepository.Baseline),
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }

    private async Task<GitRepository> RetitledAsync(string before, string after)
    {
        var repository = await GitRepository.CreateAsync();
        await repository.Write(AcceptedRepository.Backlog, Unscored(before)).CommitAsync("2026-02-20");
        (await repository.RunAsync(tool, ["baseline", "--as-of", Samples.AsOf])).MustSucceed();
        await repository
            .Write(AcceptedRepository.Backlog, $"{Unscored(after)}- [x] Something else that is done\n")
            .CommitAsync("2026-03-01");
        return repository;
    }

    private static string Unscored(string title) => $"# Improvements\n\n- [ ] {title}\n";
}
