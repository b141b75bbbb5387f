using System.Text.Json;

namespace KaizenGate.Core.Tests.Commands;

/// <summary><c>seen</c>, and <c>add</c> of what exists already.</summary>
public sealed class SeenTests : IDisposable
{
    private const string Backlog = """
        # Improvements

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10

        ## Completed

        ### [IMP-002] Show the failing query in the log

        - **Completed:** 2026-02-16

        """;

    private readonly CommandRun run = new();

    public SeenTests() => run.Write("IMPROVEMENTS.md", Backlog);

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_sighting_is_added_and_can_be_taken_back()
    {
        Directory.CreateDirectory(Path.Join(run.Folder, ".git"));
        var printed = run.Run("seen", "1", "--evidence", "run 412: 6 min").MustBe(0);

        Assert.Contains(
            "- **Seen:** 2026-03-02 (run 412: 6 min)\n",
            run.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
        Assert.Equal("IMP-001 Cache the restored packages: seen again 1 time, last on 2026-03-02\n", printed.Output);
        Assert.Contains("score IMP-001 --impact N", printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_shows_the_change()
    {
        var printed = run.Run("seen", "1", "--dry-run").MustBe(0);

        Assert.Equal(Backlog, run.Read("IMPROVEMENTS.md"));
        Assert.Contains("+- **Seen:** 2026-03-02", printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_completed_one_is_back()
    {
        var printed = run.Run("seen", "IMP-002", "--evidence", "incident 52").MustBe(0);

        Assert.Contains("it is done, so the problem is back", printed.Output, StringComparison.Ordinal);
        Assert.Contains("reopen IMP-002", printed.Error, StringComparison.Ordinal);
        Assert.Contains("KZ106", run.Run("check", "--no-history").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_completed_one_can_be_reopened_at_once()
    {
        run.Run("seen", "IMP-002", "--reopen").MustBe(0);

        using var shown = Json(run.Run("show", "IMP-002", "--json").MustBe(0));
        var item = shown.RootElement.GetProperty("item");
        Assert.Equal("toDo", item.GetProperty("status").GetString());
        Assert.Equal("2026-03-02", item.GetProperty("sightings")[0].GetProperty("date").GetString());
    }

    [Fact]
    public void The_same_sighting_is_written_once()
    {
        run.Run("seen", "1").MustBe(0);
        var text = run.Read("IMPROVEMENTS.md");
        using var again = Json(run.Run("seen", "1", "--json").MustBe(0));

        Assert.Equal(text, run.Read("IMPROVEMENTS.md"));
        Assert.False(again.RootElement.GetProperty("changed").GetBoolean());
    }

    [Fact]
    public void Adding_a_duplicate_names_the_command()
    {
        var printed = run.Run("add", "Cache the restored packages again").MustBe(2);

        Assert.Contains("seen IMP-001 --evidence TEXT", printed.Error, StringComparison.Ordinal);
        Assert.Contains("--seen", printed.Error, StringComparison.Ordinal);
        Assert.Equal(Backlog, run.Read("IMPROVEMENTS.md"));
    }

    [Fact]
    public void Adding_a_duplicate_can_be_a_sighting()
    {
        var printed = run.Run("add", "Cache the restored packages again", "--seen", "--evidence", "run 412").MustBe(0);

        Assert.Equal("IMP-001\n", printed.Output);
        Assert.Contains("- **Seen:** 2026-03-02 (run 412)\n", run.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("IMP-003", run.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_list_only_what_is_new_is_added()
    {
        const string Input = """
            [
              { "title": "Cache the restored packages again", "evidence": "run 412" },
              { "title": "Sort the log by date", "evidence": "two hours of searching", "impact": 7, "effort": 2 }
            ]
            """;
        using var answer = Json(run.RunWith(Input, "add", "-", "--seen", "--json").MustBe(0));

        Assert.Equal(
            ["IMP-003", "IMP-001"],
            answer.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())
        );
        Assert.Equal(
            "IMP-001",
            Assert.Single(answer.RootElement.GetProperty("seenAgain").EnumerateArray()).GetString()
        );
        Assert.Contains(
            "- **Current State:** two hours of searching",
            run.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_plan_and_the_list_show_how_often()
    {
        run.Run("seen", "1").MustBe(0);

        Assert.Contains(
            "(seen again 1 time, last on 2026-03-02)",
            run.Run("plan").MustBe(0).Output,
            StringComparison.Ordinal
        );
        Assert.Contains("seen", run.Run("list").MustBe(0).Output, StringComparison.Ordinal);
        Assert.Contains("seen again", run.Run("report", "--no-history").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seen", "1", "--evidence", " ")]
    [InlineData("add", "T", "--evidence", "")]
    [InlineData("add", "T", "--seen", "--allow-duplicate")]
    [InlineData("seen", "IMP-009")]
    public void Wrong_arguments_change_nothing(params string[] arguments)
    {
        Assert.NotEmpty(run.Run(arguments).MustBe(2).Error);
        Assert.Equal(Backlog, run.Read("IMPROVEMENTS.md"));
    }

    private static JsonDocument Json(Printed printed) => JsonDocument.Parse(printed.Output);
}
