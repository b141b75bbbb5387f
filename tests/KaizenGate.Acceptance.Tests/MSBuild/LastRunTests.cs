namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The gate does not run again on the same day until something changes; a build shows the result of the last run.</summary>
public sealed class LastRunTests(PackedTool tool, PackedMSBuild packed) : IAsyncLifetime
{
    private readonly Consumer consumer = new Consumer(packed).With(tool);

    public async ValueTask InitializeAsync()
    {
        await consumer.RestoredLibraryAsync("src");
        consumer.Write(Backlogs.File, Backlogs.Clean).Write(".gitignore", "bin/\nobj/\n");
        await consumer.GitAsync("init", "--quiet");
        await CommitAsync();
    }

    public ValueTask DisposeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(consumer.PathOf(".git"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        consumer.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_change_runs_the_gate_once()
    {
        const string sarif = "src/obj/kaizen.sarif";
        await ExpectOneRunAsync();
        await ExpectOneRunAsync("-p:KaizenGateFailOn=warning");
        consumer.Write(Backlogs.File, Backlogs.Clean + "\n");
        await ExpectOneRunAsync();
        consumer.Write("IMPROVEMENTS.archive.md", Backlogs.Clean.Replace("001", "002", StringComparison.Ordinal));
        await ExpectOneRunAsync();
        consumer.Write("kaizen.json", "{ }");
        await ExpectOneRunAsync();
        consumer.Write("docs/IMPROVEMENTS.md", Backlogs.Clean);
        await ExpectOneRunAsync();
        await CommitAsync();
        await ExpectOneRunAsync();
        await ExpectOneRunAsync($"-p:KaizenGateSarif={sarif}");
        File.Delete(consumer.PathOf(sarif));
        await ExpectOneRunAsync($"-p:KaizenGateSarif={sarif}");
    }

    [Fact]
    public async Task The_working_tree_stays_clean()
    {
        await RunsAsync();

        var status = await Command.RunAsync("git", ["status", "--porcelain"], consumer.Folder, consumer.Environment);

        Assert.Equal("", status.Text);
    }

    [Theory]
    [InlineData("error", 1, "error KZ202")]
    [InlineData("warning", 0, "warning KZ202")]
    [InlineData("info", 0, "message KZ202")]
    public async Task A_second_build_shows_the_same_findings(string severity, int exitCode, string finding)
    {
        consumer
            .Write("kaizen.json", $$"""{ "rules": { "KZ202": "{{severity}}" } }""")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var first = await CheckAsync();
        var second = await CheckAsync();

        Assert.Equal((exitCode, 1), (first.ExitCode, Consumer.Runs(first)));
        Assert.Equal((exitCode, 0), (second.ExitCode, Consumer.Runs(second)));
        Assert.Equal(Consumer.Times(first, finding), Consumer.Times(second, finding));
        Assert.Contains(finding, second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "backlogs": ["IMPROVEMENTS.md"] }""")]
    [InlineData("""{ "metrics": { "Build time": { "better": "lower", "source": "metrics.csv" } } }""")]
    public async Task A_run_with_further_inputs_is_repeated(string settings)
    {
        consumer.Write("kaizen.json", settings);
        await RunsAsync();

        Assert.Equal(1, await RunsAsync());
    }

    [Fact]
    public async Task A_run_without_a_verdict_is_repeated()
    {
        consumer.Write("kaizen.json", "{");
        await CheckAsync();

        Assert.Equal(1, Consumer.Runs(await CheckAsync()));
    }

    /// <summary>The first of two builds runs the gate.</summary>
    private async Task ExpectOneRunAsync(params string[] options)
    {
        Assert.Equal(1, await RunsAsync(options));
        Assert.Equal(0, await RunsAsync(options));
    }

    private Task CommitAsync() => CommitAsync("--allow-empty");

    private async Task CommitAsync(string option)
    {
        await consumer.GitAsync("add", "--all");
        await consumer.GitAsync("commit", "--quiet", option, "--message=Change");
    }

    private async Task<int> RunsAsync(params string[] options)
    {
        var outcome = await CheckAsync(options);
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        return Consumer.Runs(outcome);
    }

    private Task<Outcome> CheckAsync(params string[] options) =>
        consumer.CheckAsync("src", ["-v:detailed", .. options]);
}
