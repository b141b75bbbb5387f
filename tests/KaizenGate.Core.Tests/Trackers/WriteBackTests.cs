using System.Text.Json.Nodes;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>Commands that change an improvement change the issue of a tracker whose settings allow it.</summary>
public sealed class WriteBackTests
{
    private const string Writes = "\"write\": true";

    [Fact]
    public async Task Without_permission_nothing_is_sent()
    {
        await using var team = await StartAsync("");
        team.Server.Requests.Clear();

        var printed = team.Run("done", "#1").MustBe(2);

        Assert.Equal(
            "error: the settings do not allow changes of team/app. "
                + "Add \"write\": true to the tracker in kaizen.json, or change it at https://github.com/team/app/issues/1.\n",
            printed.Error
        );
        Assert.Empty(team.Server.Requests);
    }

    [Fact]
    public async Task Done_closes_the_issue_with_its_result()
    {
        await using var team = await StartAsync(Writes);

        team.Run("start", "#1", "--owner", "ben", "--baseline", "build=12 min").MustBe(0);
        team.Run("done", "#1", "--hours", "3", "--measured", "build=9 min", "--saved", "15 h").MustBe(0);

        var issue = team.GitHub.Issue(1);
        Assert.Equal(
            ("closed", "completed"),
            (issue["state"]!.GetValue<string>(), issue["state_reason"]!.GetValue<string>())
        );
        Assert.Equal(
            """
            ### Impact

            8

            ### Effort

            2

            ### Measured Impact

            build 12 min → 9 min

            ### Time Spent

            3 hours

            ### Time Saved

            15 h

            ### ROI

            15 h / 3 h = 5×
            """,
            issue["body"]!.GetValue<string>()
        );
        Assert.Equal("ben", issue["assignees"]![0]!["login"]!.GetValue<string>());
        Assert.Equal(
            "<!-- kaizen:done -->\nCompleted.\n\n- Measured Impact: build 12 min → 9 min\n- Time Spent: 3 hours\n- Time Saved: 15 h\n- ROI: 15 h / 3 h = 5×",
            Assert.Single(team.GitHub.CommentsOn(1))
        );
        Assert.Contains("\"state\":\"done\"", team.Snapshot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sighting_is_added_to_the_body()
    {
        await using var team = await StartAsync(Writes);
        var title = team.GitHub.Issue(1)["title"]!.GetValue<string>();

        team.Run("seen", "#1", "--evidence", "run 412").MustBe(0);
        var printed = team.Run("add", title, "--seen").MustBe(0);

        Assert.Equal("#1\n", printed.Output);
        Assert.EndsWith(
            "### Seen\n\n2026-03-02 (run 412), 2026-03-02",
            team.GitHub.Issue(1)["body"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        Assert.Contains("(seen again 2 times", team.Run("plan").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_is_what_the_next_pull_says()
    {
        await using var team = await StartAsync(Writes);
        team.Run("done", "#1", "--measured", "build 12 min -> 9 min").MustBe(0);
        team.Run("defer", "#2", "--reason", "after the release of May").MustBe(0);
        var written = team.Run("list", "--status", "all", "--json").Output;

        team.Run("pull").MustBe(0);

        Assert.Equal(written, team.Run("list", "--status", "all", "--json").Output);
    }

    [Fact]
    public async Task A_score_goes_where_the_issue_states_it()
    {
        await using var team = await StartAsync(Writes);

        team.Run("score", "#1", "--impact", "9").MustBe(0);
        team.Run("score", "#2", "--impact", "3", "--effort", "4").MustBe(0);

        Assert.Contains(
            "### Impact\n\n9\n\n### Effort\n\n2",
            team.GitHub.Issue(1)["body"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["impact:3"],
            team.GitHub.Issue(2)["labels"]!.AsArray().Select(one => one!["name"]!.GetValue<string>())
        );
        Assert.Equal("Slow since May.\n\n**Effort:** 4", team.GitHub.Issue(2)["body"]!.GetValue<string>());
        Assert.Empty(team.GitHub.CommentsOn(1));
    }

    [Fact]
    public async Task Rejected_and_reopened_issues_say_why_in_one_comment_each()
    {
        await using var team = await StartAsync(Writes);

        team.Run("reject", "#2", "--reason", "no user needs it now").MustBe(0);
        team.Run("reopen", "#2", "--reason", "two customers use it").MustBe(0);
        team.Run("reject", "#2", "--reason", "they left").MustBe(0);

        Assert.Equal("not_planned", team.GitHub.Issue(2)["state_reason"]!.GetValue<string>());
        Assert.Equal(
            [
                "<!-- kaizen:rejected -->\nRejected.\n\n- Reason: they left",
                "<!-- kaizen:open -->\nOpen again.\n\n- Reason: two customers use it",
            ],
            team.GitHub.CommentsOn(2)
        );
    }

    [Fact]
    public async Task An_improvement_is_filed_as_an_issue()
    {
        await using var team = await StartAsync($"{Writes}, \"labels\": [\"improvement\"]");

        var printed = team.Run("add", "Cache the fonts", "--impact", "7", "--effort", "2").MustBe(0);

        Assert.Equal("#3\n", printed.Output);
        Assert.StartsWith("Filed as https://github.com/team/app/issues/3.\n", printed.Error, StringComparison.Ordinal);
        Assert.Equal("### Impact\n\n7\n\n### Effort\n\n2", team.GitHub.Issue(3)["body"]!.GetValue<string>());
        Assert.Equal("improvement", team.GitHub.Issue(3)["labels"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_field_of_the_organization_is_not_stated_twice()
    {
        await using var team = await StartAsync(Writes);
        team.GitHub.Issue(2)["issue_field_values"] = new JsonArray(
            new JsonObject
            {
                ["issue_field_name"] = "Effort",
                ["data_type"] = "number",
                ["value"] = 5,
            }
        );
        team.Server.Requests.Clear();

        var printed = team.Run("score", "#2", "--impact", "3", "--effort", "4").MustBe(2);
        team.Run("score", "#2", "--impact", "3").MustBe(0);

        Assert.Equal(
            "error: effort of #2 is \"5\" in a field of the tracker itself, which counts before the body. "
                + "Change it at https://github.com/team/app/issues/2.\n",
            printed.Error
        );
        Assert.Equal("Slow since May.\n", team.GitHub.Issue(2)["body"]!.GetValue<string>());
        Assert.Single(team.Server.Requests, request => request.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_names_the_issue_as_people_know_it()
    {
        await using var team = await StartAsync(Writes);

        Assert.Equal(
            "https://github.com/team/app/issues/2: error: \"#2 Dark mode\" is to do. "
                + "Only a completed, rejected or deferred improvement can be reopened.\n",
            team.Run("reopen", "#2").MustBe(2).Error
        );
    }

    [Theory]
    [InlineData("fix")]
    [InlineData("archive")]
    public async Task What_edits_text_leaves_the_issues_alone(string command)
    {
        await using var team = await StartAsync(Writes);
        Assert.Contains(
            ".kaizen/github-team-app.jsonl: error: edits change only Markdown, and this is a snapshot of a tracker. ",
            team.Run(command).MustBe(2).Error,
            StringComparison.Ordinal
        );
        team.Commands.Write(
            "IMPROVEMENTS.md",
            "# Improvements\n\n### Log refunds\n\n- **Impact:** 8\n- **Effort:** 2\n- **Score:** 1\n"
        );
        team.Commands.Write("kaizen.json", """{ "backlogs": [{ "github": "team/app" }, "IMPROVEMENTS.md"] }""");

        var printed = team.Run(command).MustBe(0);

        Assert.StartsWith(
            "not edited: .kaizen/github-team-app.jsonl, which is not Markdown\n",
            printed.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(command == "fix", team.Commands.Read("IMPROVEMENTS.md").Contains("72", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_half_way_names_what_is_filed()
    {
        await using var team = await StartAsync(Writes);
        var posts = 0;
        team.Server.Refuses = request => request.Method == "POST" && ++posts == 2;

        var printed = team
            .Commands.RunWith(
                """[{ "title": "Cache the fonts" }, { "title": "Log refunds" }, { "title": "Split the suite" }]""",
                "add",
                "--json",
                "-"
            )
            .MustBe(2);

        Assert.Contains(
            "(403); filed: #3; not filed: \"Log refunds\", \"Split the suite\". ",
            printed.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Labels_that_the_server_drops_are_named()
    {
        await using var team = await StartAsync(Writes);
        team.GitHub.IsReader = true;

        var printed = team.Run("start", "#1", "--owner", "ben").MustBe(0);

        Assert.Contains("did not take the label in progress", printed.Error, StringComparison.Ordinal);
        Assert.Contains("did not assign ben", printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_sends_nothing()
    {
        await using var team = await StartAsync("");
        team.Server.Requests.Clear();

        var printed = team.Run("done", "#1", "--measured", "build 12 min -> 9 min", "--dry-run").MustBe(0);

        Assert.Contains("+- **Measured Impact:** build 12 min -> 9 min", printed.Output, StringComparison.Ordinal);
        Assert.Empty(team.Server.Requests);
    }

    private static async Task<PulledTeam> StartAsync(string settings)
    {
        var gitHub = new StubGitHub();
        gitHub.File("Cache packages", "### Impact\n\n8\n\n### Effort\n\n2\n", "ana", "improvement");
        gitHub.File(
            "Dark mode",
            "Slow since May.\n",
            "ana",
            settings.Contains("labels", StringComparison.Ordinal) ? "improvement" : "impact:2"
        );
        var team = await PulledTeam.StartAsync(gitHub, settings);
        team.Run("pull").MustBe(0);
        return team;
    }
}
