namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The gate does not run again on the same day until something changes; a build shows the result of the last run.</summary>
[Collection(Builds.Name)]
public sealed class LastRunTests(PackedMSBuild packed) : IAsyncLifetime
{
    private readonly Consumer consumer = new(packed);

    public async ValueTask InitializeAsync()
    {
        consumer.Library("src/shop.csproj").Write(Backlogs.File, Backlogs.Clean).Write(".gitignore", "bin/\nobj/\n");
        await consumer.GitAsync("init", "--quiet");
        await CommitAsync();
        (await consumer.DotNetAsync("restore", "src")).MustSucceed();
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
    public async Task A_second_build_does_not_run_the_gate()
    {
        Assert.Equal(1, await RunsAsync());

        Assert.Equal(0, await RunsAsync());
    }

    [Fact]
    public async Task The_working_tree_stays_clean()
    {
        await RunsAsync();

        var status = await Command.RunAsync("git", ["status", "--porcelain"], consumer.Folder, consumer.Environment);

        Assert.Equal("", status.Text);
    }

    [Theory]
    [InlineData("the backlog")]
    [InlineData("the archive")]
    [InlineData("the settings")]
    [InlineData("a backlog that goes first")]
    [InlineData("the head")]
    [InlineData("a property")]
    [InlineData("the report")]
    public async Task A_change_runs_the_gate(string changed)
    {
        var options = changed == "the report" ? ["-p:KaizenGateSarif=src/obj/kaizen.sarif"] : Array.Empty<string>();
        await RunsAsync(options);
        Assert.Equal(0, await RunsAsync(options));

        switch (changed)
        {
            case "the backlog":
                consumer.Write(Backlogs.File, Backlogs.Clean + "\n");
                break;
            case "the archive":
                consumer.Write(
                    "IMPROVEMENTS.archive.md",
                    Backlogs.Clean.Replace("001", "002", StringComparison.Ordinal)
                );
                break;
            case "the settings":
                consumer.Write("kaizen.json", "{ }");
                break;
            case "a backlog that goes first":
                consumer.Write("docs/IMPROVEMENTS.md", Backlogs.Clean);
                break;
            case "the head":
                await CommitAsync();
                break;
            case "a property":
                options = ["-p:KaizenGateFailOn=warning"];
                break;
            default:
                File.Delete(consumer.PathOf("src/obj/kaizen.sarif"));
                break;
        }

        Assert.Equal(1, await RunsAsync(options));
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

    // The test is about the gate, not the compiler.
    private Task<Outcome> CheckAsync(params string[] options) =>
        consumer.DotNetAsync(["msbuild", "src", "-t:KaizenGateCheck", "-v:detailed", .. options]);
}
