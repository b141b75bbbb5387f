using System.Text.Json;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>Every command that writes a backlog, an archive or a baseline can be undone.</summary>
public sealed class UndoTests(PackedTool tool) : IAsyncLifetime
{
    private const string Text = """
        # Improvements

        ## High Priority

        ### [IMP-001] Cache the packages

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Priority Score:** 60
        - **Captured:** 2026-02-20

        ### [IMP-002] Time the upload

        ## Completed

        ### [IMP-003] Run the tests in parallel

        - **Captured:** 2025-02-02
        - **Completed:** 2025-02-16
        - **Time Spent:** 2 hours

        """;

    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        repository = await GitRepository.CreateAsync();
        repository.Write("IMPROVEMENTS.md", Text);
        await repository.CommitAsync("2026-02-21");
    }

    public ValueTask DisposeAsync()
    {
        repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("add", "add|Sign the packages")]
    [InlineData("score", "score|IMP-002|--impact|9|--effort|1")]
    [InlineData("score", "score|IMP-002|--impact|9|--effort|1|--json")]
    [InlineData("start", "start|IMP-001")]
    [InlineData("done", "done|IMP-001|--hours|2")]
    [InlineData("defer", "defer|IMP-001|--reason|later")]
    [InlineData("reject", "reject|IMP-001|--reason|solved elsewhere")]
    [InlineData("reopen", "reopen|IMP-003")]
    [InlineData("seen", "seen|IMP-003|--evidence|run 412")]
    [InlineData("edit", "edit|IMP-001|--title|Cache all packages")]
    [InlineData("fix", "fix")]
    [InlineData("archive", "archive")]
    [InlineData("baseline", "baseline")]
    [InlineData("plan", "plan|--commit")]
    public async Task An_edit_is_undone(string command, string arguments)
    {
        var outcome = await RunAsync(arguments.Split('|'));
        Assert.True(outcome.ExitCode is 0 or 1, outcome.ToString());
        Assert.NotEqual("", await repository.GitAsync("status", "--porcelain"));

        var preview = JsonElement.Parse((await RunAsync("undo", "--dry-run", "--json")).MustSucceed().Output);
        var undone = (await RunAsync("undo")).MustSucceed();

        Assert.Equal(command, preview.GetProperty("command").GetString());
        Assert.All(
            preview.GetProperty("files").EnumerateArray(),
            file => Assert.StartsWith("--- a/", file.GetProperty("diff").GetString(), StringComparison.Ordinal)
        );
        Assert.StartsWith($"undid \"{command}", undone.Output, StringComparison.Ordinal);
        Assert.Equal("", await repository.GitAsync("status", "--porcelain"));
        Assert.True((await RunAsync("undo")).ExitCode == 2);
    }

    [Fact]
    public async Task Nothing_is_undone_after_another_change()
    {
        (await RunAsync("defer", "IMP-001", "--reason", "later")).MustSucceed();
        var changed =
            await File.ReadAllTextAsync(repository.PathOf("IMPROVEMENTS.md"), TestContext.Current.CancellationToken)
            + "\nMine.\n";
        repository.Write("IMPROVEMENTS.md", changed);

        var outcome = await RunAsync("undo");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(
            "IMPROVEMENTS.md: error: changed since \"defer IMP-001 Cache the packages\"",
            outcome.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(
            changed,
            await File.ReadAllTextAsync(repository.PathOf("IMPROVEMENTS.md"), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Outside_of_a_repository_there_is_no_journal()
    {
        using var scratch = new Scratch().Write("IMPROVEMENTS.md", Text);
        (await tool.RunAsync(scratch, "defer", "IMP-001", "--reason", "later")).MustSucceed();

        var outcome = await tool.RunAsync(scratch, "undo");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.StartsWith("error: there is no journal", outcome.Error, StringComparison.Ordinal);
    }

    private Task<Outcome> RunAsync(params string[] arguments) => repository.RunAsync(tool, arguments);
}
