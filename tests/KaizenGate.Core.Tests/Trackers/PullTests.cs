using System.IO.Compression;
using System.Text.Json;
using KaizenGate.Core.Tests.Commands;
using Microsoft.AspNetCore.Http;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary><c>pull</c> with a server that answers as GitHub does.</summary>
public sealed class PullTests
{
    private const string Form = """
        ### Category

        Performance

        ### Impact

        8

        ### Effort

        2

        ### Current State

        The build takes 12 minutes

        ### Metric

        _No response_
        """;

    [Fact]
    public async Task Issues_become_a_backlog_with_their_history()
    {
        var gitHub = new StubGitHub { Time = Day(1, 5) };
        var cache = gitHub.File("Cache packages", Form, "ana", "improvement");
        gitHub.Time = Day(1, 9);
        var flaky = gitHub.File("Flaky test", "**Impact:** 6\n**Effort:** 3", "ben", "improvement", "in progress");
        gitHub.Time = Day(2, 3);
        gitHub.Close(cache);
        gitHub.Time = Day(2, 10);
        var dark = gitHub.File("Dark mode", null, "ana", "improvement", "impact:2", "effort:9");
        gitHub.Close(dark, "not_planned");
        await using var team = await PulledTeam.StartAsync(gitHub);

        var printed = team.Run("pull").MustBe(0);
        var list = team.Run("list", "--status", "all", "--json").MustBe(0).Output;
        var history = team.Run("history", "--json").MustBe(0).Output;

        Assert.Equal($"team/app: 3 issues, 3 new (2 requests) in {PulledTeam.SnapshotPath}\n", printed.Output);
        var items = JsonDocument.Parse(list).RootElement.GetProperty("backlogs")[0].GetProperty("items");
        Assert.Equal(
            ["#1 done 8 2 performance", "#2 inProgress 6 3 ", "#3 rejected 2 9 "],
            items
                .EnumerateArray()
                .Select(item =>
                    $"{Text(item, "id")} {Text(item, "status")} {item.GetProperty("impact")} {item.GetProperty("effort")} {Text(item, "category")}"
                )
        );
        Assert.Equal("https://github.com/team/app/issues/1", Text(items[0], "address"));
        Assert.Equal(
            [
                "captured 2026-01-05 #1",
                "captured 2026-01-09 #2",
                "started 2026-01-09 #2",
                "completed 2026-02-03 #1",
                "captured 2026-02-10 #3",
                "rejected 2026-02-10 #3",
            ],
            Events(history)
        );
    }

    [Fact]
    public async Task Nothing_new_is_one_request_and_then_not_even_an_answer()
    {
        var gitHub = new StubGitHub();
        gitHub.File("One");
        gitHub.File("Two");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);
        team.Server.Requests.Clear();

        var second = team.Run("pull").MustBe(0);
        var third = team.Run("pull").MustBe(0);

        Assert.Equal("team/app: 2 issues, nothing new (1 request) in .kaizen/github-team-app.jsonl\n", second.Output);
        Assert.Equal(second.Output, third.Output);
        Assert.Equal(2, team.Server.Requests.Count);
    }

    [Fact]
    public async Task A_pull_asks_for_each_page_of_issues_and_of_events_once()
    {
        var gitHub = new StubGitHub { PageSize = 2 };
        for (var number = 1; number <= 5; number++)
        {
            gitHub.File($"Issue {number}", null, "ana", "improvement");
        }

        await using var team = await PulledTeam.StartAsync(gitHub);

        team.Run("pull").MustBe(0);

        Assert.Equal(3 + 3, team.Server.Requests.Count);
    }

    [Fact]
    public async Task A_reopened_issue_is_open_again()
    {
        var gitHub = new StubGitHub { Time = Day(1, 5) };
        var issue = gitHub.File("Slow tests");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);
        gitHub.Time = Day(1, 20);
        gitHub.Close(issue);
        team.Run("pull").MustBe(0);
        gitHub.Time = Day(2, 1);
        gitHub.Reopen(issue);
        team.Run("pull").MustBe(0);

        Assert.Equal(
            ["captured 2026-01-05 #1", "completed 2026-01-20 #1", "reopened 2026-02-01 #1"],
            Events(team.Run("history", "--json").MustBe(0).Output)
        );
    }

    [Fact]
    public async Task Pull_requests_groups_and_other_labels_are_left_out()
    {
        var gitHub = new StubGitHub();
        gitHub.File("A pull request", null, "ana", "improvement")["pull_request"] =
            new System.Text.Json.Nodes.JsonObject();
        gitHub.File("A group", null, "ana", "improvement")["sub_issues_summary"] = new System.Text.Json.Nodes.JsonObject
        {
            ["total"] = 2,
            ["completed"] = 1,
        };
        gitHub.File("A question", null, "ana", "question");
        var one = gitHub.File("An improvement", null, "ana", "IMPROVEMENT");
        one["labels"] = new System.Text.Json.Nodes.JsonArray("Improvement");
        await using var team = await PulledTeam.StartAsync(gitHub, "\"labels\": [\"improvement\"]");

        Assert.Equal(
            "team/app: 1 issue, 1 new (2 requests) in .kaizen/github-team-app.jsonl\n",
            team.Run("pull").MustBe(0).Output
        );
    }

    [Fact]
    public async Task Issue_fields_go_by_the_name_of_the_choice()
    {
        var gitHub = new StubGitHub();
        gitHub.File("Choice")["issue_field_values"] = System.Text.Json.Nodes.JsonNode.Parse(
            """
            [
              { "issue_field_name": "Impact", "data_type": "number", "value": 7 },
              { "issue_field_name": "Effort", "data_type": "single_select", "value": 4711, "single_select_option": { "id": 4711, "name": "Low" } }
            ]
            """
        );
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);

        var item = JsonDocument
            .Parse(team.Run("list", "--json").MustBe(0).Output)
            .RootElement.GetProperty("backlogs")[0]
            .GetProperty("items")[0];

        Assert.Equal(("7", "2"), ($"{item.GetProperty("impact")}", $"{item.GetProperty("effort")}"));
    }

    [Fact]
    public async Task A_whole_pull_finds_what_was_deleted()
    {
        var gitHub = new StubGitHub();
        gitHub.File("Stays");
        var gone = gitHub.File("Goes");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);
        gitHub.Delete(gone);

        Assert.Contains("2 issues, nothing new", team.Run("pull").MustBe(0).Output, StringComparison.Ordinal);
        Assert.Contains("1 issue, 1 removed", team.Run("pull", "--whole").MustBe(0).Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Refusals =>
        new()
        {
            {
                "401",
                "does not accept the token of GITHUB_TOKEN (401). Check that the token is valid and not expired."
            },
            { "403", "does not allow this for the token of GITHUB_TOKEN (403)." },
            { "404", "shows no such project or issue for the token of GITHUB_TOKEN (404)." },
            { "200", "does not answer with JSON." },
            { "cut", "cannot be reached" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_pull_that_is_refused_or_cut_keeps_the_old_snapshot_and_says_why(string fault, string said)
    {
        var gitHub = new StubGitHub { PageSize = 1 };
        gitHub.File("One");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);
        var old = team.Snapshot;
        gitHub.Time = Day(3, 3);
        gitHub.File("Two");
        for (var time = 0; time < (fault == "cut" ? 4 : 1); time++)
        {
            team.Server.Faults.Enqueue(context => Fail(context, fault));
        }

        var printed = team.Run("pull").MustBe(0);

        Assert.Contains(said, printed.Error, StringComparison.Ordinal);
        Assert.EndsWith("The snapshot of 2026-03-02 09:00 UTC stays.\n", printed.Error, StringComparison.Ordinal);
        Assert.Single(printed.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain(PulledTeam.Token, printed.Error + printed.Output + old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_pull_that_fails_is_exit_code_2()
    {
        await using var team = await PulledTeam.StartAsync(new StubGitHub());
        team.Server.Faults.Enqueue(context => Fail(context, "401"));
        team.Server.Faults.Enqueue(context => Fail(context, "401"));

        team.Run("pull", "--require-pull").MustBe(2);
        team.Run("check", "--require-pull").MustBe(2);
    }

    [Fact]
    public async Task A_fault_of_the_server_and_a_limit_are_waited_for()
    {
        var gitHub = new StubGitHub();
        gitHub.File("One");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Server.Faults.Enqueue(context => Fail(context, "502"));
        team.Server.Faults.Enqueue(context =>
        {
            context.Response.Headers.RetryAfter = "1";
            return Fail(context, "429");
        });

        Assert.Contains("1 issue, 1 new (4 requests)", team.Run("pull").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":1}")]
    [InlineData("{ONE,\"fields\":[[\"Impact\"]]}")]
    [InlineData("{ONE,\"fields\":[[null,\"8\"]]}")]
    [InlineData("{ONE,\"fields\":8}")]
    [InlineData("{ONE,\"labels\":[null]}")]
    [InlineData("{ONE,\"labels\":[\"\\ud800\"]}")]
    [InlineData("{ONE,\"events\":[{}]}")]
    [InlineData("{ONE,\"tasks\":1e99}")]
    [InlineData("{ONE,\"due\":\"soon\"}")]
    public async Task An_invalid_line_is_refused_with_its_place(string line)
    {
        var gitHub = new StubGitHub();
        gitHub.File("One");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Run("pull").MustBe(0);
        var one = team.Snapshot.TrimEnd('\n').Split('\n')[1];
        team.Commands.Write(
            PulledTeam.SnapshotPath,
            $"{team.Snapshot}{line.Replace("ONE", one[1..^1], StringComparison.Ordinal)}\n"
        );

        Assert.StartsWith(
            $"{PulledTeam.SnapshotPath}:3:1: error: this line is not of a snapshot",
            team.Run("check", "--no-history").MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("1 issue", team.Run("pull").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_not_unicode_is_replaced()
    {
        var gitHub = new StubGitHub();
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Server.Faults.Enqueue(context =>
            context.Response.WriteAsync(
                """[{"number":1,"title":"\ud800","created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T08:00:00Z"}]"""
            )
        );

        Assert.Contains("1 issue, 1 new", team.Run("pull").MustBe(0).Output, StringComparison.Ordinal);
        team.Run("check", "--no-history").MustBe(1);
    }

    [Fact]
    public async Task An_answer_may_be_compressed()
    {
        await using var team = await PulledTeam.StartAsync(new StubGitHub());
        team.Server.Faults.Enqueue(async context =>
        {
            Assert.Equal("gzip", context.Request.Headers.AcceptEncoding);
            context.Response.Headers.ContentEncoding = "gzip";
            await using var compressed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await compressed.WriteAsync("[]"u8.ToArray());
        });

        Assert.Contains("0 issues, nothing new", team.Run("pull").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_limit_is_not_waited_for()
    {
        await using var team = await PulledTeam.StartAsync(new StubGitHub());
        team.Server.Faults.Enqueue(context =>
        {
            context.Response.Headers["x-ratelimit-remaining"] = "0";
            context.Response.Headers["x-ratelimit-reset"] = $"{CommandRun.Now.AddMinutes(50).ToUnixTimeSeconds()}";
            return Fail(context, "403");
        });

        Assert.Contains(
            "asks to wait until 09:50 UTC. Pull again then.",
            team.Run("pull").MustBe(0).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_renamed_repository_is_followed_but_no_other_server()
    {
        var gitHub = new StubGitHub();
        gitHub.File("One");
        await using var team = await PulledTeam.StartAsync(gitHub);
        team.Server.Faults.Enqueue(context =>
        {
            context.Response.Headers.Location = $"/repos/team/app/issues{context.Request.QueryString}";
            return Fail(context, "301");
        });
        Assert.Contains("1 issue, 1 new", team.Run("pull").MustBe(0).Output, StringComparison.Ordinal);

        await using var other = await StubServer.StartAsync(_ => Task.CompletedTask);
        team.Server.Faults.Enqueue(context =>
        {
            context.Response.Headers.Location = $"{other.Address}/repos/team/app/issues";
            return Fail(context, "302");
        });

        Assert.Contains("redirects to another server", team.Run("pull").MustBe(0).Error, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_server_that_settings_name_gets_no_token_of_another()
    {
        await using var other = await StubServer.StartAsync(context => Fail(context, "404"));
        await using var team = await PulledTeam.StartAsync(new StubGitHub(), $"\"host\": \"{other.Address}\"");

        team.Run("pull").MustBe(0);

        Assert.Equal([""], other.Tokens);
        Assert.Equal(
            ["GET /api/v3/repos/team/app/issues?state=all&sort=created&direction=asc&per_page=100"],
            other.Requests
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"labels\": [\"improvement\"]")]
    public async Task Pulls_in_parts_lead_to_the_snapshot_of_one(string settings)
    {
        var random = new Random(7);
        for (var round = 0; round < 8; round++)
        {
            var gitHub = new StubGitHub { PageSize = 3, Time = Day(1, 1) };
            await using var parts = await PulledTeam.StartAsync(gitHub, settings);
            var issues = new List<System.Text.Json.Nodes.JsonObject>();
            for (var step = 0; step < 25; step++)
            {
                gitHub.Time = gitHub.Time.AddHours(random.Next(0, 3));
                var one = issues.Count > 0 ? issues[random.Next(issues.Count)] : null;
                switch (random.Next(5))
                {
                    case 0 when one is not null && StubGitHub.IsOpen(one):
                        gitHub.Close(one, random.Next(2) == 0 ? "completed" : "duplicate");
                        break;
                    case 1 when one is not null && !StubGitHub.IsOpen(one):
                        gitHub.Reopen(one);
                        break;
                    case 2 when one is not null:
                        gitHub.Label(one, random.Next(3) == 0 ? "improvement" : $"impact:{random.Next(1, 10)}");
                        break;
                    case 3:
                        parts.Run("pull").MustBe(0);
                        break;
                    default:
                        issues.Add(gitHub.File($"Issue {step}", $"**Effort:** {step % 9}"));
                        break;
                }
            }

            parts.Run("pull").MustBe(0);
            await using var whole = await PulledTeam.StartAsync(gitHub, settings);
            whole.Run("pull").MustBe(0);

            Assert.Equal(Issues(whole.Snapshot), Issues(parts.Snapshot));
        }
    }

    [Fact]
    public async Task Hostile_issues_are_inert()
    {
        var gitHub = new StubGitHub();
        gitHub.File(
            "\u001b[31m## <script>alert(1)</script> | ::error::x\n- [ ] another",
            "### Impact\n\n`$(touch x)`\n\n## Another\n\n<!--",
            "ana",
            "a,b\n### c"
        );
        gitHub.File("One")["html_url"] = "javascript:alert(1)";
        await using var team = await PulledTeam.StartAsync(gitHub);

        team.Run("pull").MustBe(0);

        Assert.DoesNotContain('\u001b', team.Snapshot);
        Assert.Equal(3, team.Snapshot.TrimEnd('\n').Split('\n').Length);
        string[] formats = ["text", "github", "html", "markdown", "sarif", "azure"];
        foreach (var format in formats)
        {
            var printed = team.Run("check", "--format", format).Output;
            Assert.DoesNotContain('\u001b', printed);
            Assert.True(
                format is not ("html" or "markdown") || !printed.Contains("<script>alert", StringComparison.Ordinal)
            );
            Assert.DoesNotContain("\n::error::x", printed, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript:", printed, StringComparison.Ordinal);
        }
    }

    private static string Issues(string snapshot) => snapshot[(snapshot.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Events(string history) =>
        JsonDocument
            .Parse(history)
            .RootElement.GetProperty("backlogs")[0]
            .GetProperty("events")
            .EnumerateArray()
            .Select(one => $"{Text(one, "kind")} {Text(one, "date")} {Text(one, "key")}");

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static DateTimeOffset Day(int month, int day) => new(2026, month, day, 8, 0, 0, TimeSpan.Zero);

    private static Task Fail(HttpContext context, string fault)
    {
        if (fault == "cut")
        {
            context.Response.ContentLength = 1_000;
            return Cut(context);
        }

        context.Response.StatusCode = int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture);
        return fault == "200" ? context.Response.WriteAsync("<html>Sign in</html>") : Task.CompletedTask;
    }

    private static async Task Cut(HttpContext context)
    {
        await context.Response.WriteAsync("[{\"number\": 1");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
