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
