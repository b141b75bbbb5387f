using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Monorepo;

public sealed class OnlyChangedTests(PackedTool tool) : IAsyncLifetime
{
    private ThreeTeams teams = null!;

    public async ValueTask InitializeAsync() => teams = await ThreeTeams.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        teams.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Only_the_backlog_that_the_branch_touches_is_checked()
    {
        await CaptureInBAsync();

        var verdict = await SinceMainAsync();

        Assert.Equal([ThreeTeams.FileOf("b")], verdict.Backlogs);
        Assert.Equal([ThreeTeams.FileOf("a"), ThreeTeams.FileOf("c")], verdict.Untouched);
        Assert.Equal(2, verdict.Figure("open"));
        Assert.DoesNotContain("KZ104", verdict.Rules);
    }

    [Fact]
    public async Task The_other_backlogs_are_listed_in_one_line()
    {
        await CaptureInBAsync();

        Assert.Contains(
            "\nnot checked    2 backlogs not in this change: teams/a/IMPROVEMENTS.md, teams/c/IMPROVEMENTS.md\n",
            (await teams.CheckAsync("--since", "main", "--only-changed")).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("kaizen.json", "a,b")]
    [InlineData("teams/a/kaizen.json", "a")]
    [InlineData("teams/c/kaizen.json", "c")]
    [InlineData("teams/c/IMPROVEMENTS.archive.md", "c")]
    public async Task A_change_of_settings_or_an_archive_touches_their_backlogs(string file, string touched)
    {
        var text = file.EndsWith(".md", StringComparison.Ordinal) ? "# Archive\n" : Spaced(file);
        await teams.Git.Write(file, text).CommitAsync("2026-02-21");

        Assert.Equal(touched.Split(',').Select(ThreeTeams.FileOf), (await SinceMainAsync()).Backlogs);
    }

    [Fact]
    public async Task A_change_that_touches_no_backlog_passes_with_a_note()
    {
        await teams.Git.Write("code", "1").CommitAsync("2026-02-21", "Correct a typo\n\nKaizen: none (typo fix)");

        var outcome = await teams.CheckAsync("--since", "main", "--only-changed", "--quiet");

        Assert.Equal((0, "gate passed: no backlog changed"), (outcome.ExitCode, outcome.Text));
    }

    [Fact]
    public async Task A_change_that_touches_no_backlog_must_capture_something_too()
    {
        await teams.Git.Write("code", "1").CommitAsync("2026-02-21");

        Assert.Equal(["KZ104"], (await SinceMainAsync()).Rules);
        Assert.Equal(1, (await teams.CheckAsync("--since", "main", "--only-changed", "--profile", "strict")).ExitCode);
    }

    [Fact]
    public async Task Only_the_staged_backlog_is_checked()
    {
        teams.Git.Write(ThreeTeams.FileOf("a"), BacklogText.Of(BacklogText.Open(1), BacklogText.Open(4)));
        await teams.Git.GitAsync("add", "--all");
        teams.Git.Write(ThreeTeams.FileOf("b"), BacklogText.Of(BacklogText.Open(2), BacklogText.Open(5)));

        Assert.Equal([ThreeTeams.FileOf("a")], (await teams.VerdictAsync("--staged", "--only-changed")).Backlogs);
    }

    [Theory]
    [InlineData("teams/a/IMPROVEMENTS.md")]
    [InlineData("teams/a/IMPROVEMENTS.md", "teams/b/IMPROVEMENTS.md", "teams/c/IMPROVEMENTS.md")]
    public async Task An_untracked_backlog_is_not_touched_by_a_commit(params string[] unknown)
    {
        await teams.Git.GitAsync(["rm", "--quiet", "--cached", .. unknown]);
        await teams.Git.GitAsync("commit", "--quiet", "--message=x");

        var outcome = await teams.CheckAsync("--staged", "--only-changed", "--quiet");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Empty(outcome.Error);
        Assert.Matches("^gate passed: .*no backlog changed", outcome.Text.Split('\n')[^1]);
        Assert.DoesNotContain("KZ104", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_requires_a_change()
    {
        var outcome = await teams.CheckAsync("--only-changed");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(
            "error: --only-changed requires --since or --staged. For example --since origin/main --only-changed.\n",
            outcome.Error
        );
    }

    private Task<string> CaptureInBAsync() =>
        teams
            .Git.Write(ThreeTeams.FileOf("b"), BacklogText.Of(BacklogText.Open(2), BacklogText.Open(4)))
            .CommitAsync("2026-02-21");

    private string Spaced(string file) => $"{File.ReadAllText(teams.Git.PathOf(file))}\n";

    private Task<JsonVerdict> SinceMainAsync() => teams.VerdictAsync("--since", "main", "--only-changed");
}
