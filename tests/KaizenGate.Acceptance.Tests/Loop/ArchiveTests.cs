namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary><c>archive</c> moves old completions to another file, where they still count.</summary>
public sealed class ArchiveTests(PackedTool tool) : IDisposable
{
    // 30 days before 2 March is 31 January.
    private const string Old = """
        ### [IMP-004] Update the packages

        - **Completed:** 2026-01-30
        """;

    private const string WithOld = Samples.Good + "\n" + Old + "\n";

    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", WithOld);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Improvements_completed_more_than_30_days_ago_are_archived()
    {
        var outcome = (await ArchiveAsync()).MustSucceed();

        Assert.Equal(
            "IMPROVEMENTS.md: moved 1 to IMPROVEMENTS.archive.md\n  IMP-004 Update the packages",
            outcome.Text
        );
        Assert.Equal(Samples.Good, scratch.Read("IMPROVEMENTS.md"));
        Assert.Equal($"# Archive\n\n## Completed\n\n{Old}\n", scratch.Read("IMPROVEMENTS.archive.md"));
        Assert.Equal(
            "IMPROVEMENTS.md: nothing is old enough for IMPROVEMENTS.archive.md",
            (await ArchiveAsync()).MustSucceed().Text
        );
    }

    [Fact]
    public async Task An_id_in_the_archive_is_not_reused()
    {
        (await ArchiveAsync()).MustSucceed();

        Assert.Equal("IMP-005", (await tool.RunAsync(scratch, "add", "Sign everything")).MustSucceed().Text);
    }

    [Fact]
    public async Task A_dry_run_shows_the_changes_and_writes_nothing()
    {
        var outcome = (await ArchiveAsync("--dry-run")).MustSucceed();

        Assert.Contains("+++ b/IMPROVEMENTS.archive.md\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n+### [IMP-004] Update the packages\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n-### [IMP-004] Update the packages\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(WithOld, scratch.Read("IMPROVEMENTS.md"));
        Assert.Equal(["IMPROVEMENTS.md"], Directory.EnumerateFiles(scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_number_of_days_and_the_archive_can_be_set()
    {
        scratch.Write("kaizen.json", """{ "archive": "docs/done.md" }""");

        (await ArchiveAsync("--days", "5")).MustSucceed();

        var archive = scratch.Read("docs/done.md");
        Assert.Contains("### [IMP-002] Run the tests in parallel\n", archive, StringComparison.Ordinal);
        Assert.Contains("### [IMP-004] Update the packages\n", archive, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_moved_when_the_archive_cannot_be_written()
    {
        scratch
            .Write("kaizen.json", """{ "archive": "docs/done.md" }""")
            .Write("docs", "a file where a folder should be");

        var outcome = await ArchiveAsync();

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.StartsWith("docs/done.md: error: cannot be written: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(WithOld, scratch.Read("IMPROVEMENTS.md"));
    }

    private Task<Outcome> ArchiveAsync(params string[] options) =>
        tool.RunAsync(scratch, ["archive", "--as-of", Samples.AsOf, .. options]);
}
