using System.Diagnostics;

namespace KaizenGate.Acceptance.Tests.History;

/// <summary>Whatever happens to the cache, the result is that of a run without one.</summary>
public sealed class CacheTests(PackedTool tool) : IAsyncLifetime
{
    private const int Commits = 300;

    private static readonly string[] Arguments = ["history", "--json", "--as-of", Samples.AsOf];

    private GitRepository repository = null!;
    private string cache = "";

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        await LongHistory.ImportAsync(repository, Commits);
        cache = await repository.CacheAsync();
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_second_run_prints_the_same_as_the_first()
    {
        var first = await HistoryAsync();
        Assert.NotEmpty(CacheFiles());

        Assert.Equal(Commits + (Commits / 2), JsonHistory.Of(first).Events.Count(IsCaptureOrCompletion));
        Assert.Equal(first.Output, (await HistoryAsync()).Output);
    }

    [Fact]
    public async Task A_killed_run_does_not_affect_the_next_one()
    {
        var expected = await HistoryAsync();
        var random = new Random(1);
        for (var round = 0; round < 25; round++)
        {
            if (round % 2 == 0)
            {
                DeleteCache();
            }

            await KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(80)));

            Assert.Equal(expected.Output, (await HistoryAsync()).Output);
        }
    }

    [Fact]
    public async Task Concurrent_runs_do_not_affect_each_other()
    {
        var expected = await HistoryAsync();
        for (var round = 0; round < 5; round++)
        {
            DeleteCache();

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => HistoryAsync()));

            Assert.All(outcomes, outcome => Assert.Equal(expected.Output, outcome.Output));
            Assert.Equal(expected.Output, (await HistoryAsync()).Output);
        }
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("cut short")]
    [InlineData("another byte")]
    [InlineData("a longer end")]
    public async Task A_damaged_cache_is_rebuilt(string damage)
    {
        var expected = await HistoryAsync();
        Assert.NotEmpty(CacheFiles());
        foreach (var file in CacheFiles())
        {
            Damage(file, damage);
        }

        Assert.Equal(expected.Output, (await HistoryAsync()).Output);
        Assert.Equal(expected.Output, (await HistoryAsync()).Output);
    }

    [Fact]
    public async Task Without_a_cache_folder_the_result_is_the_same()
    {
        var expected = await HistoryAsync();
        DeleteCache();
        await File.WriteAllTextAsync(cache, "in the way", TestContext.Current.CancellationToken);

        var outcome = await HistoryAsync();

        Assert.Equal(expected.Output, outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task With_a_read_only_git_folder_the_result_is_the_same()
    {
        Assert.SkipWhen(Environment.UserName == "root", "nothing is read-only for root");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "folders are not read-only there");
        var expected = await HistoryAsync();
        DeleteCache();
        await ChmodAsync("a-w");

        var outcome = await HistoryAsync();

        await ChmodAsync("u+w");
        Assert.Equal(expected.Output, outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Theory]
    [InlineData("commit --quiet --amend --message=other --date=2024-12-01T12:00:00Z")]
    [InlineData("reset --quiet --hard HEAD~50")]
    [InlineData("checkout --quiet -b elsewhere HEAD~100")]
    public async Task A_rewritten_history_is_read_again(string rewriting)
    {
        var old = await HistoryAsync();
        repository.Environment["GIT_COMMITTER_DATE"] = "2024-12-01T12:00:00Z";
        await repository.GitAsync(rewriting.Split(' '));

        var outcome = await HistoryAsync();

        DeleteCache();
        Assert.Equal((await HistoryAsync()).Output, outcome.Output);
        Assert.NotEqual(old.Output, outcome.Output);
    }

    [Fact]
    public async Task Other_settings_use_another_cache()
    {
        await HistoryAsync();
        repository.Write("kaizen.json", """{ "scoring": { "formula": "impact/effort" } }""");

        var outcome = await HistoryAsync();

        DeleteCache();
        Assert.Equal((await HistoryAsync()).Output, outcome.Output);
    }

    private static bool IsCaptureOrCompletion(JsonEvent one) => one.Kind is "captured" or "completed";

    private Task<Outcome> HistoryAsync() => repository.RunAsync(tool, Arguments);

    private string[] CacheFiles() =>
        Directory.Exists(cache) ? Directory.GetFiles(cache, "*", SearchOption.AllDirectories) : [];

    private void DeleteCache()
    {
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    private async Task ChmodAsync(string mode) =>
        (
            await Command.RunAsync("chmod", ["-R", mode, ".git"], repository.Folder, repository.Environment)
        ).MustSucceed();

    private async Task KillAfterAsync(TimeSpan time)
    {
        var start = new ProcessStartInfo(tool.Program, Arguments)
        {
            WorkingDirectory = repository.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await Task.Delay(time, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "garbage":
                new Random(1).NextBytes(bytes);
                break;
            case "empty":
                bytes = [];
                break;
            case "cut short":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case "another byte":
                bytes[bytes.Length / 2] ^= 1;
                break;
            default:
                bytes = [.. bytes, 1, 2, 3];
                break;
        }

        File.WriteAllBytes(file, bytes);
    }
}
