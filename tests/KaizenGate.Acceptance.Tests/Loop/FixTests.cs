namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary><c>fix</c> corrects findings that need no decision, and can show the changes first.</summary>
public sealed class FixTests(PackedTool tool) : IDisposable
{
    private const string Wrong = """
        # Improvement Backlog

        - **Total Items:** 9

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Priority Score:** 60
        - **Status:** To Do

        ### Sign the packages

        - **Impact:** 3/10
        - **Effort:** 8/10
        - **Priority Score:** 9

        ## Low Priority

        """;

    // 8 × (11 − 2) is 72; 3 × (11 − 8) is 9, a low priority; two improvements are open.
    private const string Right = """
        # Improvement Backlog

        - **Total Items:** 2

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Priority Score:** 72
        - **Status:** To Do

        ## Low Priority

        ### [IMP-002] Sign the packages

        - **Impact:** 3/10
        - **Effort:** 8/10
        - **Priority Score:** 9

        """;

    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Wrong);

    private string Backlog => scratch.Read("IMPROVEMENTS.md");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_backlog_is_fixed_and_a_second_run_has_nothing_to_fix()
    {
        var first = (await FixAsync()).MustSucceed();
        Assert.Equal(
            """
            IMPROVEMENTS.md: fixed
              KZ203 priority-score-mismatch: 1
              KZ905 missing-id: 1
              KZ204 wrong-section: 1
              KZ903 metadata-drift: 1
            """,
            first.Text
        );
        Assert.Equal(Right, Backlog);

        var second = (await FixAsync()).MustSucceed();
        Assert.Equal("IMPROVEMENTS.md: nothing to fix", second.Text);
        Assert.Equal(Right, Backlog);
        Assert.Equal(0, (await FixAsync("--check")).ExitCode);
    }

    [Fact]
    public async Task Check_fails_until_everything_is_fixed_and_writes_nothing()
    {
        var outcome = await FixAsync("--check");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.StartsWith(
            "IMPROVEMENTS.md: needs fixing; run `dotnet kaizen fix`\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(Wrong, Backlog);
    }

    [Fact]
    public async Task The_diff_can_be_applied_by_git()
    {
        var outcome = (await FixAsync("--diff")).MustSucceed();
        Assert.Equal(Wrong, Backlog);
        Assert.Contains(
            "\n-- **Priority Score:** 60\n+- **Priority Score:** 72\n",
            outcome.Output,
            StringComparison.Ordinal
        );

        scratch.Write("fix.patch", outcome.Output);
        (await Command.RunAsync("git", ["apply", "fix.patch"], scratch.Path, scratch.Environment)).MustSucceed();

        Assert.Equal(Right, Backlog);
    }

    [Fact]
    public async Task Check_with_a_diff_fails_too()
    {
        Assert.Equal(1, (await FixAsync("--diff", "--check")).ExitCode);
        Assert.Equal(Wrong, Backlog);
    }

    [Theory]
    [InlineData("KZ203")]
    [InlineData("priority-score-mismatch")]
    public async Task A_single_rule_can_be_fixed(string rule)
    {
        (await FixAsync("--rule", rule)).MustSucceed();

        Assert.Equal(Wrong.Replace("Score:** 60", "Score:** 72", StringComparison.Ordinal), Backlog);
        Assert.Equal(0, (await FixAsync("--check", "--rule", rule)).ExitCode);
        Assert.Equal(1, (await FixAsync("--check")).ExitCode);
    }

    [Fact]
    public async Task A_rule_that_needs_a_decision_cannot_be_fixed()
    {
        var outcome = await FixAsync("--rule", "KZ101");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("KZ203", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Wrong, Backlog);
    }

    [Fact]
    public async Task The_fixes_can_be_printed_as_JSON()
    {
        var outcome = (await FixAsync("--json", "--rule", "KZ203")).MustSucceed();

        using var json = System.Text.Json.JsonDocument.Parse(outcome.Output);
        var root = json.RootElement;
        Assert.True(root.GetProperty("written").GetBoolean());
        var backlog = root.GetProperty("backlogs")[0];
        Assert.Equal("IMPROVEMENTS.md", backlog.GetProperty("path").GetString());
        Assert.Equal("KZ203", backlog.GetProperty("fixed")[0].GetProperty("rule").GetString());
        Assert.Equal(1, backlog.GetProperty("fixed")[0].GetProperty("count").GetInt32());
    }

    private Task<Outcome> FixAsync(params string[] options) =>
        tool.RunAsync(scratch, ["fix", "--as-of", Samples.AsOf, .. options]);
}
