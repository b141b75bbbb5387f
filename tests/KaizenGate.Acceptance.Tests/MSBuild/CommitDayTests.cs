namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>A commit builds with the same result on every day.</summary>
public sealed class CommitDayTests(PackedTool tool, PackedMSBuild packed) : IAsyncLifetime
{
    private const string Overdue = "KZ307";

    /// <summary>The option for a whole build instead of the gate alone.</summary>
    private const string Build = "-t:Build";

    private const string Backlog = """
        # Improvement Backlog

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Status:** To Do
        - **Category:** Performance
        - **Owner:** Ada
        - **Captured:** 2026-02-01
        - **Target Date:** 2026-03-01
        - **Proposed Solution:** Keep the package folder between builds.
        - **Expected Outcome:** A build takes 4 minutes less.
        - **Effort:** 2/10
        - **Impact:** 8/10
        """;

    private readonly Consumer consumer = new Consumer(packed).With(tool);

    /// <summary>The first commit is from before the target date; the second, with the same backlog, from after it.</summary>
    public async ValueTask InitializeAsync()
    {
        await consumer.RestoredLibraryAsync("src");
        consumer
            .Write(".gitignore", "bin/\nobj/\n")
            .Write("kaizen.json", $$"""{ "rules": { "{{Overdue}}": "error" } }""")
            .Write(Backlogs.File, Backlog);
        await consumer.GitAsync("init", "--quiet");
        await CommitAsync("2026-02-02");
        await consumer.GitAsync("tag", "released");
        consumer.Write("src/More.cs", "public class More;\n");
        await CommitAsync("2026-03-05");
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
    public async Task A_commit_that_passed_passes_today()
    {
        await ExpectOverdueAsync(true, Build);
        await consumer.GitAsync("checkout", "--quiet", "released");

        await ExpectOverdueAsync(false, Build);
        consumer.Write("src/More.cs", "public class Other;\n");
        await ExpectOverdueAsync(false);
    }

    [Fact]
    public async Task Bisecting_finds_the_commit_whose_gate_failed()
    {
        await consumer.GitAsync("bisect", "start", "HEAD", "released");

        await consumer.GitAsync("bisect", "run", "dotnet", "build", "src", "--no-restore");

        var log = await Command.RunAsync("git", ["bisect", "log"], consumer.Folder, consumer.Environment);
        Assert.Contains("# first bad commit:", log.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_backlog_is_checked_as_of_today()
    {
        await consumer.GitAsync("checkout", "--quiet", "released");
        consumer.Write(Backlogs.File, Backlog + "\n");

        await ExpectOverdueAsync(true);
    }

    [Theory]
    [InlineData("Today", true)]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("commit", false)]
    public async Task A_property_sets_the_day(string day, bool isOverdue)
    {
        await consumer.GitAsync("checkout", "--quiet", "released");

        await ExpectOverdueAsync(isOverdue, $"-p:KaizenGateAsOf={day}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, "-p:KaizenGateAsOf=commit")]
    public async Task A_variable_sets_the_day_unless_the_property_does(bool isOverdue, params string[] options)
    {
        await consumer.GitAsync("checkout", "--quiet", "released");
        consumer.Environment["KAIZEN_AS_OF"] = "2026-03-05";

        await ExpectOverdueAsync(isOverdue, options);
    }

    [Fact]
    public async Task A_wrong_day_is_an_error()
    {
        var outcome = await consumer.CheckAsync("src", "-p:KaizenGateAsOf=yesterday");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("--as-of must be a date", outcome.Output, StringComparison.Ordinal);
    }

    private async Task CommitAsync(string day)
    {
        await consumer.GitAsync("add", "--all");
        consumer.Environment["GIT_COMMITTER_DATE"] = $"{day}T12:00:00Z";
        await consumer.GitAsync("commit", "--quiet", "--message=Change");
        consumer.Environment.Remove("GIT_COMMITTER_DATE");
    }

    private async Task ExpectOverdueAsync(bool isOverdue, params string[] options)
    {
        var outcome = await consumer.CheckAsync("src", options);

        Assert.True(outcome.ExitCode == (isOverdue ? 1 : 0), outcome.ToString());
        Assert.Equal(isOverdue, outcome.Output.Contains($"error {Overdue}", StringComparison.Ordinal));
    }
}
