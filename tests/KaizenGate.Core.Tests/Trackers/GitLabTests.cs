using System.Text.Json;
using KaizenGate.Core.Tests.Commands;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>Issues of GitLab are a backlog as those of GitHub are.</summary>
public sealed class GitLabTests : IDisposable
{
    private readonly CommandRun commands = new();
    private readonly StubGitLab gitLab = new();

    public void Dispose() => commands.Dispose();

    [Fact]
    public async Task Issues_become_a_backlog_with_their_history()
    {
        await using var server = await StartAsync("");
        gitLab.Time = Day(1, 5);
        var cache = gitLab.File(
            "Cache packages",
            "### Current State\n\nThe build takes 12 minutes",
            "impact::8",
            "effort::2"
        );
        var dark = gitLab.File("Dark mode", null, "duplicate");
        gitLab.File("An outage", null)["issue_type"] = "incident";
        gitLab.Time = Day(1, 8);
        gitLab.Label(cache, "status::doing");
        gitLab.Time = Day(2, 3);
        gitLab.Set(cache, "closed");
        gitLab.Set(dark, "closed");
        gitLab.Time = Day(2, 5);
        gitLab.Set(cache, "reopened");
        gitLab.Time = Day(2, 9);
        gitLab.Set(cache, "closed");

        Assert.Contains(
            "group/sub/app: 2 issues, 2 new",
            commands.Run("pull").MustBe(0).Output,
            StringComparison.Ordinal
        );

        var items = JsonDocument
            .Parse(commands.Run("list", "--status", "all", "--json").MustBe(0).Output)
            .RootElement.GetProperty("backlogs")[0]
            .GetProperty("items")
            .EnumerateArray()
            .Select(item =>
                $"{item.GetProperty("id")} {item.GetProperty("status")} {item.GetProperty("score")} {item.GetProperty("estimatedHours")}"
            );
        Assert.Equal(["#1 done 72 2", "#2 rejected  2"], items);
        Assert.Equal(
            [
                "captured 2026-01-05",
                "captured 2026-01-05",
                "started 2026-01-08",
                "completed 2026-02-03",
                "rejected 2026-02-03",
                "reopened 2026-02-05",
                "completed 2026-02-09",
            ],
            JsonDocument
                .Parse(commands.Run("history", "--json").MustBe(0).Output)
                .RootElement.GetProperty("backlogs")[0]
                .GetProperty("events")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("kind")} {one.GetProperty("date")}")
        );
    }

    [Fact]
    public async Task Pages_are_followed_and_nothing_new_is_one_request()
    {
        await using var server = await StartAsync("");
        gitLab.PageSize = 2;
        for (var number = 1; number <= 5; number++)
        {
            gitLab.File($"Issue {number}", null);
        }

        commands.Run("pull").MustBe(0);
        Assert.Equal(3, server.Requests.Count);
        gitLab.PageSize = 100;
        server.Requests.Clear();

        Assert.Contains(
            "5 issues, nothing new (1 request)",
            commands.Run("pull").MustBe(0).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Commands_change_issues()
    {
        await using var server = await StartAsync(", \"write\": true");
        gitLab.File("Cache packages", "**Impact:** 8\n**Effort:** 2");
        gitLab.File("Dark mode", null);
        commands.Run("pull").MustBe(0);

        commands.Run("start", "#1", "--owner", "ben").MustBe(0);
        commands.Run("done", "#1", "--measured", "build 12 min -> 9 min").MustBe(0);
        commands.Run("reject", "#2", "--reason", "no user asked for it").MustBe(0);
        commands.Run("add", "Name the failing test", "--impact", "5").MustBe(0);

        Assert.Equal("closed", gitLab.Issue(1)["state"]!.GetValue<string>());
        Assert.Equal(
            "**Impact:** 8\n**Effort:** 2\n\n**Measured Impact:** build 12 min -> 9 min",
            gitLab.Issue(1)["description"]!.GetValue<string>()
        );
        Assert.Equal(
            ["<!-- kaizen:done -->\nCompleted.\n\n- Measured Impact: build 12 min -> 9 min"],
            gitLab.NotesOn(1)
        );
        Assert.Equal("not planned", gitLab.Issue(2)["labels"]![0]!.GetValue<string>());
        Assert.Equal("### Impact\n\n5", gitLab.Issue(3)["description"]!.GetValue<string>());
        var written = commands.Run("list", "--status", "all", "--json").MustBe(0).Output;
        commands.Run("pull").MustBe(0);
        Assert.Equal(written, commands.Run("list", "--status", "all", "--json").MustBe(0).Output);
    }

    [Fact]
    public async Task Events_of_more_issues_than_a_pull_asks_about_are_read_by_the_next_pulls()
    {
        await using var server = await StartAsync("");
        gitLab.Time = Day(1, 5);
        var first = gitLab.File("Cache packages", null);
        gitLab.File("Nothing happened to it", null);
        gitLab.Time = Day(1, 6);
        gitLab.Set(first, "closed");
        gitLab.Time = Day(1, 7);
        gitLab.Set(first, "reopened");
        gitLab.Time = Day(2, 1);
        for (var number = 1; number <= 501; number++)
        {
            gitLab.File($"Issue {number}", null, "impact::5");
        }

        Assert.Contains(
            "503 issues, 503 new, 2 without events until a later pull (1006 requests)",
            commands.Run("pull").MustBe(0).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            ".kaizen/gitlab-group-sub-app.jsonl: 2 of 503 issues go by the dates of creation and closing, until `dotnet kaizen pull` reads the events",
            commands.Run("check", "--fail-on", "never").Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("reopened", commands.Run("history").Output, StringComparison.Ordinal);

        // The issues of the same second as the last change are listed again, and nothing else: one page for each 100.
        Assert.Contains("nothing new (10 requests)", commands.Run("pull").MustBe(0).Output, StringComparison.Ordinal);
        Assert.Contains("reopened", commands.Run("history").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dates of creation", commands.Run("report").MustBe(0).Error, StringComparison.Ordinal);
        Assert.Contains("nothing new (6 requests)", commands.Run("pull").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_command_changed_gets_its_events_from_the_next_pull()
    {
        await using var server = await StartAsync(", \"write\": true");
        gitLab.Time = Day(2, 1);
        gitLab.File("Cache packages", null);
        commands.Run("pull").MustBe(0);
        gitLab.Time = Day(2, 9);
        commands.Run("done", "#1", "--hours", "3").MustBe(0);

        commands.Run("pull").MustBe(0);

        Assert.Contains(
            "\"event\":\"closed\"",
            commands.Read(".kaizen/gitlab-group-sub-app.jsonl"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_rejection_in_the_walk_can_be_taken_back()
    {
        await using var server = await StartAsync(", \"write\": true");
        gitLab.File("Dark mode", "Slow since May.", "blue");
        commands.Run("pull").MustBe(0);
        var before = gitLab.Issue(1).ToJsonString();

        commands.Type("rno user needs it\nuq", "score").MustBe(0);

        Assert.Contains(server.Requests, request => request.StartsWith("DELETE ", StringComparison.Ordinal));
        Assert.Equal(before, gitLab.Issue(1).ToJsonString());
        Assert.Empty(gitLab.NotesOn(1));
        Assert.Contains(
            "\"state\":\"open\"",
            commands.Read(".kaizen/gitlab-group-sub-app.jsonl"),
            StringComparison.Ordinal
        );
    }

    private async Task<StubServer> StartAsync(string settings)
    {
        var server = await gitLab.StartAsync();
        commands.Write("kaizen.json", $$"""{ "backlogs": [{ "gitlab": "{{StubGitLab.Project}}"{{settings}} }] }""");
        commands.Variables["CI_API_V4_URL"] = server.Address;
        commands.Variables["GITLAB_TOKEN"] = "glpat-secret";
        return server;
    }

    private static DateTimeOffset Day(int month, int day) => new(2026, month, day, 8, 0, 0, TimeSpan.Zero);
}
