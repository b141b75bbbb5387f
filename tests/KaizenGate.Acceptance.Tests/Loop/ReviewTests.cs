using System.Text.Json;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Loop;

public sealed class ReviewTests(PackedTool tool)
{
    [Fact]
    public async Task A_review_covers_the_last_week()
    {
        using var repository = await TeamWeek.CreateAsync();

        using var review = await JsonAsync(repository);

        var backlog = review.RootElement.GetProperty("backlogs")[0];
        Assert.Equal(
            ["2026-02-25 IMP-001 True", "2026-02-25 IMP-002 False", "2026-02-25 IMP-003 False"],
            backlog
                .GetProperty("completed")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("date")} {one.GetProperty("id")} {one.GetProperty("measured")}")
        );
        Assert.Equal(["IMP-007", "IMP-008"], Ids(backlog, "captured"));
        Assert.Equal(["IMP-004"], Ids(backlog, "moved"));
        Assert.Equal("dropped", backlog.GetProperty("moved")[0].GetProperty("kind").GetString());
        Assert.Equal(["IMP-008"], Ids(backlog, "unscored"));
        Assert.Equal(["IMP-006"], Ids(backlog, "stale"));
        Assert.Equal(["IMP-007"], Ids(review.RootElement.GetProperty("plan"), "chosen"));
        var used = review.RootElement.GetProperty("used");
        Assert.Equal(
            (2, 8, 0.05, 2),
            (
                used.GetProperty("loggedHours").GetDouble(),
                used.GetProperty("capacityHours").GetDouble(),
                used.GetProperty("share").GetDouble(),
                used.GetProperty("withoutHours").GetInt32()
            )
        );
    }

    [Fact]
    public async Task The_text_ends_with_the_next_commands()
    {
        using var repository = await TeamWeek.CreateAsync();

        var outcome = await RunAsync(repository);

        Assert.StartsWith(
            "review of the week of 2026-02-23, through Sunday, 2026-03-01\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\ncompleted      3, 1 measured, 2 not measured\n"
                + "  2026-02-25  IMP-001 Topic1 aspect1 detail1 — p95: 30 s → 5 s, 2 h\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nnext           dotnet kaizen done IMP-002 --hours N --measured 'RESULT'\n"
                + "               dotnet kaizen score IMP-008 --impact N --effort N\n",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_command_is_about_an_improvement_that_was_removed()
    {
        using var repository = await TeamWeek.CreateAsync();
        (
            await repository.RunAsync(
                tool,
                ["done", "IMP-002", "--measured", "p95 30 s -> 5 s", "--as-of", TeamWeek.Friday]
            )
        ).MustSucceed();

        var outcome = await RunAsync(repository);

        Assert.Contains(
            "IMP-003 Topic3 aspect3 detail3 — not measured, no hours logged, no longer in the file\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("done IMP-003", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Markdown_contains_the_plan()
    {
        using var repository = await TeamWeek.CreateAsync();

        var page = (await RunAsync(repository, "--markdown")).Output;

        Assert.StartsWith("## Review of the week of 2026-02-23\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Plan for the week of 2026-03-02\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_running_week_is_covered_on_any_day()
    {
        using var repository = await TeamWeek.CreateAsync();

        using var review = JsonDocument.Parse(
            (await repository.RunAsync(tool, ["review", "--json", "--as-of", "2026-02-27"])).MustSucceed().Output
        );

        Assert.Equal("2026-02-23", review.RootElement.GetProperty("thisWeek").GetProperty("monday").GetString());
        var week = review.RootElement.GetProperty("backlogs")[0].GetProperty("thisWeek");
        Assert.Equal(["IMP-001", "IMP-002", "IMP-003"], Ids(week, "completed"));
        Assert.Equal(2, review.RootElement.GetProperty("usedThisWeek").GetProperty("loggedHours").GetDouble());
    }

    [Theory]
    [InlineData("slack", "blocks")]
    [InlineData("teams", "attachments")]
    public async Task A_message_for_a_chat_is_JSON(string format, string list)
    {
        using var repository = await TeamWeek.CreateAsync();

        using var message = JsonDocument.Parse((await RunAsync(repository, "--format", format)).Output);

        Assert.NotEmpty(message.RootElement.GetProperty(list).EnumerateArray());
        Assert.Contains("IMP-001", message.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_week_can_be_reviewed()
    {
        using var repository = await TeamWeek.CreateAsync();

        using var review = JsonDocument.Parse(
            (await repository.RunAsync(tool, ["review", "--json", "--as-of", "2026-03-09"])).MustSucceed().Output
        );

        Assert.Equal("2026-03-02", review.RootElement.GetProperty("lastWeek").GetProperty("monday").GetString());
        Assert.Empty(Ids(review.RootElement.GetProperty("backlogs")[0], "completed"));
    }

    [Fact]
    public async Task In_a_shallow_clone_the_last_week_is_left_out_with_the_reason()
    {
        using var repository = await TeamWeek.CreateAsync();
        var clone = repository.Around.PathOf("clone");
        await repository.GitAsync("clone", "--quiet", "--depth=1", new Uri(repository.Folder).AbsoluteUri, clone);

        var outcome = (await repository.RunAsync(tool, ["review", "--as-of", TeamWeek.Monday], clone)).MustSucceed();

        Assert.Contains(
            "\nnote           both weeks are unknown: shallow clone: fetch with depth 0\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\ncompleted      unknown\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\ncapacity       unknown\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_history_exits_with_2()
    {
        using var scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.Good);

        var outcome = await tool.RunAsync(scratch, "review", "--require-history");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("repository", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    private async Task<JsonDocument> JsonAsync(GitRepository repository) =>
        JsonDocument.Parse((await RunAsync(repository, "--json")).Output);

    private async Task<Outcome> RunAsync(GitRepository repository, params string[] options) =>
        (await repository.RunAsync(tool, ["review", "--as-of", TeamWeek.Monday, .. options])).MustSucceed();

    private static IEnumerable<string?> Ids(JsonElement holder, string list) =>
        holder.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
