using System.Diagnostics;
using System.Text.Json;
using KaizenGate.Core.Tests.Commands;
using KaizenGate.Core.Tests.Trackers;
using Microsoft.AspNetCore.Http;

namespace KaizenGate.Core.Tests.Harvesting;

/// <summary><c>harvest --runs</c> with a server that answers as GitHub does.</summary>
public sealed class GitHubRunTests : IDisposable
{
    private readonly CommandRun run = new();

    public GitHubRunTests()
    {
        run.Write("IMPROVEMENTS.md", "# Improvements\n\n### [IMP-001] Cache the fonts\n");
        Git("init", "--quiet");
        Git("remote", "add", "origin", "https://github.com/team/app.git");
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Jobs_that_passed_when_repeated_are_counted()
    {
        await using var server = await StubServer.StartAsync(Answer);
        run.Variables["GITHUB_API_URL"] = server.Address;
        run.Variables["GITHUB_TOKEN"] = "secret-of-the-pipeline";

        var printed = run.Run("harvest", "--runs", "--json").MustBe(0);

        using var json = JsonDocument.Parse(printed.Output);
        Assert.Equal(
            ["0 commits", "6 runs"],
            json.RootElement.GetProperty("scanned").EnumerateArray().Select(one => one.GetString())
        );
        var candidate = json.RootElement.GetProperty("candidates")[0];
        Assert.Equal(
            ("runs|flaky|CI / test", 3, 3, "Make the build CI / test reliable"),
            (
                candidate.GetProperty("key").GetString(),
                candidate.GetProperty("count").GetInt32(),
                candidate.GetProperty("sessions").GetInt32(),
                candidate.GetProperty("title").GetString()
            )
        );
        Assert.Equal(1, json.RootElement.GetProperty("candidates").GetArrayLength());
        Assert.Contains("GET /repos/team/app/actions/runs?created=>=2026-02-03&per_page=100", server.Requests);
        Assert.All(server.Tokens, token => Assert.Equal("Bearer secret-of-the-pipeline", token));
        Assert.DoesNotContain("secret-of-the-pipeline", printed.Output + printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_is_a_remark()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("{}");
        });
        run.Variables["GITHUB_API_URL"] = server.Address;
        run.Variables["GITHUB_TOKEN"] = "secret-of-the-pipeline";

        var printed = run.Run("harvest", "--runs").MustBe(0);

        Assert.StartsWith("the runs cannot be read:", printed.Error, StringComparison.Ordinal);
        Assert.Equal("Scanned 0 commits.\n", printed.Output);
    }

    [Fact]
    public void Without_a_token_it_is_an_error() =>
        Assert.Contains("GITHUB_TOKEN", run.Run("harvest", "--runs").MustBe(2).Error, StringComparison.Ordinal);

    /// <summary>Three runs that passed in their second attempt, one that failed and was started again, and one that stays red.</summary>
    private static Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            path.EndsWith("/attempts/1/jobs", StringComparison.Ordinal)
                ? """
                {"jobs":[{"name":"test","conclusion":"failure","started_at":"2026-02-20T09:00:00Z","completed_at":"2026-02-20T09:20:00Z"},
                {"name":"lint","conclusion":"success"}]}
                """
                : $$"""
                {"workflow_runs":[{{Run(1, 2, "success", 20)}},{{Run(2, 2, "success", 21)}},{{Run(
                    3,
                    2,
                    "success",
                    22
                )}},
                {{Run(4, 1, "failure", 10, "same")}},{{Run(5, 1, "success", 11, "same")}},{{Run(
                    6,
                    1,
                    "failure",
                    23
                )}},{"id":"odd"}]}
                """
        );
    }

    private static string Run(int id, int attempt, string conclusion, int day, string? commit = null) =>
        $$"""
            {"id":{{id}},"name":"CI","head_sha":"{{commit
                ?? $"c{id}"}}","run_attempt":{{attempt}},"conclusion":"{{conclusion}}",
            "run_started_at":"2026-02-{{day}}T09:00:00Z","updated_at":"2026-02-{{day}}T09:30:00Z"}
            """;

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = run.Folder })!;
        git.WaitForExit();
    }
}
