using System.Text.Json;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary><c>score</c> without an id, and with a list, for issues of a tracker.</summary>
public sealed class ScoreManyTests
{
    private const string Writes = "\"write\": true";
    private const string Markdown = "# Improvements\n\n## Ideas\n\n### [IMP-001] Log refunds\n\nIt is slow.\n";
    private const string Refusal =
        "error: the settings do not allow changes of team/app. "
        + "Add \"write\": true to the tracker in kaizen.json, or change it at https://github.com/team/app/issues/1.\n";

    [Fact]
    public async Task Each_answer_of_the_walk_changes_its_issue()
    {
        await using var team = await StartAsync(Writes);
        team.GitHub.File("Old API", null, "ana");
        team.Run("pull").MustBe(0);

        var printed = team.Commands.Type("824rno user needs it\nx", "score").MustBe(0);

        Assert.Contains(
            "1 of 3  #1 Cache packages\n  https://github.com/team/app/issues/1\n",
            printed.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("  | Current State: slow since May\n", printed.Error, StringComparison.Ordinal);
        Assert.Equal("scored 2, deferred 0, rejected 1; 0 of 3 left\n", printed.Output);
        Assert.Equal("**Current State:** slow since May\n\n**Impact:** 8\n\n**Effort:** 2", Body(team, 1));
        Assert.Equal("**Effort:** 4", Body(team, 2));
        Assert.Equal("not_planned", team.GitHub.Issue(3)["state_reason"]!.GetValue<string>());
        Assert.Equal(["<!-- kaizen:rejected -->\nRejected.\n\n- Reason: no user needs it"], team.GitHub.CommentsOn(3));
        var written = team.Run("list", "--status", "all", "--json").Output;
        team.Run("pull").MustBe(0);
        Assert.Equal(written, team.Run("list", "--status", "all", "--json").Output);
    }

    [Theory]
    [InlineData("82uq")]
    [InlineData("rno user needs it\nuq")]
    [InlineData("dafter the release of May\n2999-01-01\nuq")]
    [InlineData("824uuq")]
    public async Task Undo_in_the_walk_puts_the_issue_back(string keys)
    {
        await using var team = await StartAsync(Writes);
        var before = States(team);
        var snapshot = team.Run("list", "--status", "all", "--json").Output;
        team.Server.Requests.Clear();

        team.Commands.Type(keys, "score").MustBe(0);

        Assert.Contains(team.Server.Requests, request => request.StartsWith("PATCH", StringComparison.Ordinal));
        Assert.Equal(before, States(team));
        Assert.Empty(team.GitHub.CommentsOn(1));
        Assert.Equal(snapshot, team.Run("list", "--status", "all", "--json").Output);
    }

    [Fact]
    public async Task A_comment_that_was_edited_says_again_what_it_said()
    {
        await using var team = await StartAsync(Writes);
        team.Run("reject", "#1", "--reason", "no user needs it").MustBe(0);
        team.Run("reopen", "#1", "--reason", "two customers use it").MustBe(0);
        var before = team.GitHub.CommentsOn(1).ToList();

        team.Commands.Type("rthey left\nuq", "score").MustBe(0);

        Assert.Equal(before, team.GitHub.CommentsOn(1));
    }

    [Fact]
    public async Task What_others_changed_since_the_answer_is_not_undone()
    {
        await using var team = await StartAsync(Writes);

        var printed = team.Commands.Type(Keys(), "score").MustBe(0);

        Assert.Contains(
            "error: team/app: #1 changed since the last answer, so that is not undone. "
                + "Undo it by hand at https://github.com/team/app/issues/1.\n",
            printed.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("Cache all packages", team.GitHub.Issue(1)["title"]!.GetValue<string>());
        Assert.EndsWith("**Impact:** 8\n\n**Effort:** 2", Body(team, 1), StringComparison.Ordinal);

        IEnumerable<char> Keys()
        {
            yield return '8';
            yield return '2';
            team.GitHub.Issue(1)["title"] = "Cache all packages";
            yield return 'u';
            yield return 'q';
        }
    }

    [Fact]
    public async Task An_answer_that_the_tracker_refuses_leaves_the_others()
    {
        await using var team = await StartAsync(Writes);
        team.Server.Refuses = Changes("/issues/1");

        var printed = team.Commands.Type("824x", "score").MustBe(0);

        Assert.Contains("error: team/app: 127.0.0.1", printed.Error, StringComparison.Ordinal);
        Assert.Equal("scored 1, deferred 0, rejected 0; 1 of 2 left\n", printed.Output);
        Assert.Equal("**Effort:** 4", Body(team, 2));
    }

    [Fact]
    public async Task A_walk_goes_through_files_and_trackers()
    {
        await using var team = await StartAsync(Writes);
        Mix(team);

        var printed = team.Commands.Type("91823u5x", "score").MustBe(0);

        Assert.Contains(
            "1 of 3  IMP-001 Log refunds\n  IMPROVEMENTS.md:5, Ideas\n",
            printed.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("scored 3, deferred 0, rejected 0; 0 of 3 left\n", printed.Output);
        Assert.Contains(
            "- **Impact:** 9/10\n- **Effort:** 1/10\n",
            team.Commands.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
        Assert.EndsWith("**Impact:** 8\n\n**Effort:** 2", Body(team, 1), StringComparison.Ordinal);
        Assert.Equal("**Effort:** 5", Body(team, 2));
    }

    [Fact]
    public async Task A_list_scores_issues_and_improvements_of_files()
    {
        await using var team = await StartAsync(Writes);
        Mix(team);

        var printed = team
            .Commands.RunWith(
                """
                [
                  { "reference": "#2", "effort": 4 },
                  { "id": "IMP-001", "impact": 9, "effort": 1 },
                  { "reference": "Cache packages", "impact": 8, "effort": 2 }
                ]
                """,
                "score",
                "--json",
                "-"
            )
            .MustBe(0);

        var answer = JsonDocument.Parse(printed.Output).RootElement;
        Assert.True(answer.GetProperty("changed").GetBoolean());
        Assert.Equal(
            [
                ".kaizen/github-team-app.jsonl #2 14",
                "IMPROVEMENTS.md IMP-001 90",
                ".kaizen/github-team-app.jsonl #1 72",
            ],
            answer
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => $"{item.GetProperty("path")} {item.GetProperty("id")} {item.GetProperty("score")}")
        );
        Assert.Contains("- **Impact:** 9/10", team.Commands.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
        Assert.EndsWith("**Impact:** 8\n\n**Effort:** 2", Body(team, 1), StringComparison.Ordinal);
        Assert.Equal("**Effort:** 4", Body(team, 2));
    }

    [Fact]
    public async Task A_refusal_half_way_names_what_is_written()
    {
        await using var team = await StartAsync(Writes);
        Mix(team);
        team.Server.Refuses = Changes("/issues/2");
        const string list = """
            [
              { "reference": "IMP-001", "impact": 9, "effort": 1 },
              { "reference": "#1", "impact": 8, "effort": 2 },
              { "reference": "#2", "effort": 4 }
            ]
            """;

        var printed = team.Commands.RunWith(list, "score", "--json", "-").MustBe(2);

        Assert.Contains("(403); written: #1; not written: IMP-001, #2. ", printed.Error, StringComparison.Ordinal);
        Assert.EndsWith("**Impact:** 8\n\n**Effort:** 2", Body(team, 1), StringComparison.Ordinal);
        Assert.Equal(Markdown, team.Commands.Read("IMPROVEMENTS.md"));

        team.Server.Refuses = _ => false;
        team.Commands.RunWith(list, "score", "--json", "-").MustBe(0);
        Assert.Equal("**Effort:** 4", Body(team, 2));
        Assert.Contains("- **Impact:** 9/10", team.Commands.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """[{ "id": "#1", "impact": 8 }, { "id": "#9", "impact": 8 }]""",
        "object 2 of 2 in the input: there is no improvement \"#9\""
    )]
    [InlineData(
        """[{ "id": "#1", "impact": 8 }, { "id": "Cache packages", "impact": 8 }]""",
        "objects 1 and 2 in the input are both \"#1 Cache packages\""
    )]
    [InlineData(
        """[{ "id": "#1", "impact": 8 }, { "id": "#2", "impact": 80 }]""",
        "object 2 of 2 in the input: --impact must be"
    )]
    public async Task Nothing_is_sent_when_one_of_a_list_is_wrong(string list, string error)
    {
        await using var team = await StartAsync(Writes);
        team.Server.Requests.Clear();

        var printed = team.Commands.RunWith(list, "score", "--json", "-").MustBe(2);

        Assert.Contains(error, printed.Error, StringComparison.Ordinal);
        Assert.Empty(team.Server.Requests);
    }

    [Fact]
    public async Task Without_permission_nothing_is_asked_or_sent()
    {
        await using var team = await StartAsync("");
        Mix(team, "");
        team.Server.Requests.Clear();

        var walked = team.Commands.Type("91", "score").MustBe(2);
        var listed = team
            .Commands.RunWith(
                """[{ "id": "IMP-001", "impact": 9 }, { "id": "#1", "impact": 8 }]""",
                "score",
                "--json",
                "-"
            )
            .MustBe(2);

        Assert.Equal(Refusal, walked.Error);
        Assert.Equal(Refusal, listed.Error);
        Assert.Equal(Markdown, team.Commands.Read("IMPROVEMENTS.md"));
        Assert.Empty(team.Server.Requests);
    }

    [Theory]
    [InlineData("score")]
    [InlineData("add")]
    public async Task An_empty_list_changes_nothing(string command)
    {
        await using var team = await StartAsync(Writes);
        team.Server.Requests.Clear();

        var printed = team.Commands.RunWith("[]", command, "--json", "-").MustBe(0);

        Assert.Contains("\"changed\": false", printed.Output, StringComparison.Ordinal);
        Assert.Empty(team.Server.Requests);
    }

    [Fact]
    public async Task A_dry_run_of_a_list_sends_nothing()
    {
        await using var team = await StartAsync("");
        Mix(team, "");
        team.Server.Requests.Clear();

        var printed = team
            .Commands.RunWith(
                """[{ "id": "IMP-001", "impact": 9 }, { "id": "#1", "impact": 8 }]""",
                "score",
                "--dry-run",
                "-"
            )
            .MustBe(0);

        Assert.Contains("+- **Impact:** 9/10\n", printed.Output, StringComparison.Ordinal);
        Assert.Contains("+- **Impact:** 8/10\n", printed.Output, StringComparison.Ordinal);
        Assert.Equal(Markdown, team.Commands.Read("IMPROVEMENTS.md"));
        Assert.Empty(team.Server.Requests);
    }

    private static string Body(PulledTeam team, int number) => team.GitHub.Issue(number)["body"]!.GetValue<string>();

    /// <summary>The two issues without what the server itself writes.</summary>
    private static List<string> States(PulledTeam team) =>
        [
            .. Enumerable
                .Range(1, 2)
                .Select(number =>
                {
                    var issue = team.GitHub.Issue(number).DeepClone().AsObject();
                    issue.Remove("updated_at");
                    issue.Remove("state_reason");
                    return issue.ToJsonString();
                }),
        ];

    private static Predicate<Microsoft.AspNetCore.Http.HttpRequest> Changes(string path) =>
        request => request.Method == "PATCH" && request.Path.Value!.EndsWith(path, StringComparison.Ordinal);

    /// <summary>Adds a backlog in Markdown.</summary>
    private static void Mix(PulledTeam team, string settings = $", {Writes}")
    {
        team.Commands.Write("IMPROVEMENTS.md", Markdown);
        team.Commands.Write(
            "kaizen.json",
            $$"""{ "backlogs": ["IMPROVEMENTS.md", { "github": "team/app"{{settings}} }] }"""
        );
    }

    private static async Task<PulledTeam> StartAsync(string settings)
    {
        var gitHub = new StubGitHub();
        gitHub.File("Cache packages", "**Current State:** slow since May", "ana", "improvement");
        gitHub.File("Dark mode", "", "ana", "impact:2");
        var team = await PulledTeam.StartAsync(gitHub, settings);
        team.Run("pull").MustBe(0);
        return team;
    }
}
