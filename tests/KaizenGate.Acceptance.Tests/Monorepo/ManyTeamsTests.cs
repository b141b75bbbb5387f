using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Monorepo;

/// <summary>Hundreds of backlogs, which are read and checked at the same time.</summary>
public sealed class ManyTeamsTests(PackedTool tool) : IAsyncLifetime
{
    private const int Teams = 500;

    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        repository.Write("kaizen.json", """{ "backlogs": ["teams/*/IMPROVEMENTS.md"] }""");
        foreach (var (day, changed) in new[] { ("2025-11-03", 1), ("2025-11-17", 2), ("2025-12-01", 3) })
        {
            for (var team = 0; team < Teams; team += changed)
            {
                repository.Write(
                    $"teams/{team}/IMPROVEMENTS.md",
                    BacklogText.Of([
                        changed > 1 && team % 4 == 0 ? BacklogText.Done(team) : BacklogText.Open(team),
                        BacklogText.Open(team + changed),
                    ])
                );
            }

            await repository.CommitAsync(day);
        }
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("--no-baseline")]
    [InlineData("--staged")]
    public async Task The_verdict_does_not_depend_on_the_number_of_processors(string option)
    {
        var expected = await VerdictAsync(option);
        Assert.All(
            [0, Teams - 1],
            team => Assert.Contains($"\"teams/{team}/IMPROVEMENTS.md\"", expected, StringComparison.Ordinal)
        );

        Assert.Equal(expected, await VerdictAsync(option));
        repository.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        Assert.Equal(expected, await VerdictAsync(option));
    }

    /// <summary>Checks with a cold history.</summary>
    private async Task<string> VerdictAsync(string option)
    {
        var cache = await repository.CacheAsync();
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }

        return (await repository.CheckAsync(tool, "--format", "json", option)).Output;
    }
}
