using System.Text.Json;
using KaizenGate.Core.Tests.Commands;
using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>Issues are judged as Markdown is.</summary>
public sealed class TrackerVerdictTests
{
    private const string Markdown = """
        # Improvement Backlog

        ### #1 — Cache packages

        - **Status:** Done
        - **Impact:** 8
        - **Effort:** 2
        - **Captured:** 2025-12-01
        - **Completed:** 2025-12-20
        - **Measured Impact:** build 12 min → 9 min
        - **Time Spent:** 3 hours

        ### #2 — Flaky test

        - **Status:** To Do
        - **Impact:** 6
        - **Effort:** 3
        - **Captured:** 2025-12-04

        ### #3 — Dark mode

        - **Status:** Rejected
        - **Captured:** 2025-12-05
        - **Completed:** 2026-01-05
        - **Reason:** closed as not planned

        ### #4 — Old pages

        - **Status:** Done
        - **Captured:** 2025-12-06
        - **Completed:** 2026-02-01

        """;

    [Fact]
    public async Task The_same_improvements_have_the_same_verdict_and_the_same_report()
    {
        var gitHub = new StubGitHub { Time = Day(2025, 12, 1) };
        var first = gitHub.File(
            "Cache packages",
            "### Impact\n\n8\n\n### Effort\n\n2\n\n### Measured Impact\n\nbuild 12 min → 9 min\n\n### Time Spent\n\n3 hours"
        );
        gitHub.Time = Day(2025, 12, 4);
        gitHub.File("Flaky test", "- **Impact:** 6\n- **Effort:** 3");
        gitHub.Time = Day(2025, 12, 5);
        var third = gitHub.File("Dark mode");
        gitHub.Time = Day(2025, 12, 6);
        var fourth = gitHub.File("Old pages");
        gitHub.Time = Day(2025, 12, 20);
        gitHub.Close(first);
        gitHub.Time = Day(2026, 1, 5);
        gitHub.Close(third, "not_planned");
        gitHub.Time = Day(2026, 2, 1);
        gitHub.Close(fourth);
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);
        using var markdown = new CommandRun();
        markdown.Write("IMPROVEMENTS.md", Markdown);

        var (issues, lines) = (
            team.Run("check", "--no-history", "--json"),
            markdown.Run("check", "--no-history", "--json")
        );

        Assert.Equal(lines.ExitCode, issues.ExitCode);
        Assert.Equal(Findings(lines.Output), Findings(issues.Output));
        Assert.NotEmpty(Findings(issues.Output));
        Assert.Equal(Member(lines.Output, "figures"), Member(issues.Output, "figures"));
        var (report, same) = (
            markdown.Run("report", "--no-history", "--json").MustBe(0).Output,
            team.Run("report", "--no-history", "--json").MustBe(0).Output
        );
        foreach (var part in (string[])["flow", "returns", "forecast"])
        {
            Assert.Equal(Member(report, part), Member(same, part));
        }
    }

    [Fact]
    public async Task A_finding_names_the_address_and_sarif_the_line_of_the_snapshot()
    {
        var gitHub = new StubGitHub();
        gitHub.File("Flaky test");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);

        var text = team.Run("check", "--no-history", "--format", "lines").Output;
        var location = JsonDocument
            .Parse(team.Run("check", "--no-history", "--format", "sarif").Output)
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")[0]
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation");

        Assert.Contains("https://github.com/team/app/issues/1 error KZ201 ", text, StringComparison.Ordinal);
        Assert.Equal(PulledTeam.SnapshotPath, location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(2, location.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task The_page_links_to_the_issues()
    {
        var gitHub = new StubGitHub();
        gitHub.File("Flaky test");
        gitHub.Close(gitHub.File("Cache packages"));
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);

        var page = team.Run("report", "--no-history", "--format", "html").MustBe(0).Output;

        Assert.Contains(
            "<a href=\"https://github.com/team/app/issues/1\" rel=\"noreferrer\">Flaky test</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a href=\"https://github.com/team/app/issues/1\" rel=\"noreferrer\">#1</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a href=\"https://github.com/team/app/issues/2\" rel=\"noreferrer\">",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_old_snapshot_is_not_evaluated_and_says_so()
    {
        var gitHub = new StubGitHub();
        gitHub.File("Flaky test");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("check").MustBe(2);
        team.Run("pull").MustBe(0);
        team.Run("check", "--no-history").MustBe(1);

        team.Commands.Time = CommandRun.Now.AddHours(30);
        var old = team.Run("check", "--no-history").MustBe(0);

        Assert.Contains(
            "the issues of team/app were pulled 30 hours ago, and maxAge is 24 hours; run `dotnet kaizen pull`",
            old.Output,
            StringComparison.Ordinal
        );
        team.Run("check", "--no-history", "--pull").MustBe(1);
        team.Settings("\"maxAge\": 48");
        team.Commands.Time = CommandRun.Now.AddHours(70);
        team.Run("check", "--no-history").MustBe(1);
    }

    [Fact]
    public async Task Before_the_first_pull_the_command_is_named()
    {
        await using var team = await PulledTeam.StartAsync(new StubGitHub());

        Assert.Equal(
            "error: the issues of team/app were not pulled yet. Run `dotnet kaizen pull`.\n",
            team.Run("check").MustBe(2).Error
        );
    }

    [Fact]
    public async Task A_change_captures_and_closes_issues()
    {
        using var git = new GitSandbox();
        git.Commit("2026-03-01", ("a.txt", "a"));
        git.Git("branch", "base");
        git.CommitWith("2026-03-02", "Cache packages\n\nFixes #2, see other/app#3", ("a.txt", "b"));
        var start = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
        var gitHub = new StubGitHub { Time = start.AddDays(-30) };
        gitHub.File("Old", "**Impact:** 3\n**Effort:** 3");
        gitHub.File("Cache packages", "**Impact:** 8\n**Effort:** 2");
        gitHub.File("Of another project");
        gitHub.Time = start.AddHours(1);
        gitHub.File("Found on the way", "**Impact:** 5\n**Effort:** 2", "ana");
        gitHub.File("Found by someone else", null, "ben");
        await using var team = await PulledTeam.StartAsync(gitHub, "", git.Folder);
        team.Commands.Variables["GITHUB_ACTOR"] = "ana";
        team.Commands.Time = start.AddHours(2);
        team.Run("pull").MustBe(0);

        var change = JsonDocument
            .Parse(team.Run("check", "--since", "base", "--json").Output)
            .RootElement.GetProperty("change");

        Assert.Equal((1, 1), (change.GetProperty("captured").GetInt32(), change.GetProperty("completed").GetInt32()));
    }

    private static List<string> Findings(string json) =>
        [
            .. JsonDocument
                .Parse(json)
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("ruleId").GetString()} {one.GetProperty("message").GetString()}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Member(string json, string name) =>
        JsonDocument.Parse(json).RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : name;

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 8, 0, 0, TimeSpan.Zero);
}
