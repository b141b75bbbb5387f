namespace KaizenGate.Acceptance.Tests.Monorepo;

public sealed class NestedSettingsTests(PackedTool tool) : IAsyncLifetime
{
    private ThreeTeams teams = null!;

    public async ValueTask InitializeAsync() => teams = await ThreeTeams.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        teams.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_backlog_uses_the_nearest_settings()
    {
        var severities = (await teams.VerdictAsync()).SeveritiesOf("KZ306");

        Assert.Equal(
            [(ThreeTeams.FileOf("a"), "error"), (ThreeTeams.FileOf("b"), "warning")],
            severities.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))
        );
    }

    [Fact]
    public async Task The_reports_contain_the_settings_files()
    {
        var verdict = await teams.VerdictAsync();

        Assert.Equal(["kaizen.json", "teams/a/kaizen.json"], verdict.SettingsOf(ThreeTeams.FileOf("a")));
        Assert.Equal(["kaizen.json"], verdict.SettingsOf(ThreeTeams.FileOf("b")));
        Assert.Equal(["teams/c/kaizen.json"], verdict.SettingsOf(ThreeTeams.FileOf("c")));
        Assert.Contains(
            "settings       kaizen.json, teams/a/kaizen.json\n",
            (await teams.CheckAsync("--verbose")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_run_has_one_summary()
    {
        var markdown = (await teams.CheckAsync("--format", "markdown")).Output;
        var text = (await teams.CheckAsync()).Output;

        foreach (var team in "abc")
        {
            Assert.Contains($"| teams/{team}/IMPROVEMENTS.md | 1 |", markdown, StringComparison.Ordinal);
            Assert.Contains($"teams/{team}/IMPROVEMENTS.md  1 open", text, StringComparison.Ordinal);
        }

        Assert.Contains("| **total** | 3 |", markdown, StringComparison.Ordinal);
        Assert.Contains("total          3 open", text, StringComparison.Ordinal);
        Assert.Equal(3, (await teams.VerdictAsync()).Figure("open"));
    }

    [Fact]
    public async Task The_command_line_overrides_the_settings_of_every_folder()
    {
        Assert.Equal(0, (await teams.CheckAsync("--rule", "KZ306=info")).ExitCode);
        Assert.Equal(3, (await teams.VerdictAsync("--rule", "KZ306=info")).SeveritiesOf("KZ306").Count);
    }

    [Fact]
    public async Task The_verdict_is_the_same_in_the_folder_of_a_team()
    {
        var outcome = await teams.CheckInAsync("teams/a", "--quiet");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal((await teams.CheckAsync("--quiet")).Text.Split('\n')[^1], outcome.Text.Split('\n')[^1]);
    }

    [Fact]
    public async Task Settings_above_a_root_do_not_apply()
    {
        var outcome = await teams.CheckInAsync("teams/c");

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("teams", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_settings_of_a_team_are_reported_with_their_place()
    {
        teams.Git.Write("teams/b/kaizen.json", "{\n  \"people\": \"three\"\n}\n");

        var outcome = await teams.CheckAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("teams/b/kaizen.json:2:13: error: people must be", outcome.Error, StringComparison.Ordinal);
    }
}
