using System.Text.Json;
using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Commands;

/// <summary>A folder of Backlog.md is one backlog, with its history in git.</summary>
public sealed class TaskFolderTests : IDisposable
{
    private const string Settings = """
        project_name: "Demo"
        default_status: "To Do"
        statuses: ["To Do", "Looking at it", "Shipped"]
        task_prefix: "task"

        """;

    private readonly GitSandbox sandbox = new();
    private readonly CommandRun run;

    public TaskFolderTests()
    {
        run = new(sandbox.Folder);
        sandbox
            .Write("backlog/config.yml", Settings)
            .Write("kaizen.json", """{ "backlogs": ["backlog"] }""")
            .Write("backlog/docs/doc-1 - Notes.md", "# Notes\n\n- [ ] not a task\n");
    }

    public void Dispose()
    {
        run.Dispose();
        sandbox.Dispose();
    }

    [Fact]
    public void All_tasks_are_one_backlog_and_folders_and_statuses_have_a_meaning()
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "Looking at it", "2026-01-05 09:30");
        Write("tasks/task-2 - B.md", "TASK-2", "Log refunds", "Shipped", "2026-01-06");
        Write("completed/task-3 - C.md", "TASK-3", "Split the suite", "Shipped", "2026-01-06");
        Write("archive/tasks/task-4 - D.md", "TASK-4", "Drop the old API", "To Do", "2026-01-06");
        Write("drafts/draft-1 - E.md", "DRAFT-1", "Ask the users", "Draft", "2026-01-06");

        var items = Items();

        Assert.Equal(
            [
                "TASK-1 Cache the fonts inProgress 2026-01-05",
                "TASK-2 Log refunds done 2026-01-06",
                "TASK-3 Split the suite done 2026-01-06",
                "DRAFT-1 Ask the users toDo 2026-01-06",
                " Drop the old API rejected 2026-01-06",
            ],
            items
        );
    }

    [Fact]
    public void A_finding_names_the_file_and_the_line_of_the_task()
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "To Do", "2026-01-05");
        Write("tasks/task-2 - B.md", "TASK-2", "Log refunds", "To Do", "2026-13-45", "labels:\n  - 'impact:12'\n");

        var found = run.Run("check", "--no-history", "--format", "lines").Output;

        Assert.Contains("backlog/tasks/task-2 - B.md:3:8 ", found, StringComparison.Ordinal);
        Assert.Contains(
            "backlog/tasks/task-2 - B.md:3",
            run.Run("show", "TASK-2").MustBe(0).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("list --status all --json")]
    [InlineData("check --json --verbose --fail-on never")]
    [InlineData("plan --json")]
    [InlineData("review --json")]
    [InlineData("report --json")]
    public void A_document_names_the_file_that_a_line_is_in(string command)
    {
        const string scored = "labels:\n  - 'impact:8'\n  - 'effort:2'\n";
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "Looking at it", "2026-01-05", scored);
        Write("tasks/task-2 - B.md", "TASK-2", "Log refunds", "To Do", "2026-01-05", scored);
        Write("tasks/task-3 - C.md", "TASK-3", "Split the suite", "To Do", "2026-01-05");
        sandbox.Commit("2026-01-06");

        using var document = JsonDocument.Parse(run.Run(command.Split(' ')).MustBe(0).Output);

        var places = PlacesIn(document.RootElement).Distinct().ToList();
        Assert.Contains("Cache the fonts: backlog/tasks/task-1 - A.md:3", places);
        Assert.Contains("Log refunds: backlog/tasks/task-2 - B.md:3", places);
        Assert.DoesNotContain(places, place => place.Contains("config.yml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_in_a_task_fails_its_backlog_in_the_report()
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "To Do", "2026-01-05", "labels:\n  - 'impact:12'\n");
        sandbox.Write("IMPROVEMENTS.md", "# Improvements\n\n### Log refunds\n\n- **Impact:** 8\n- **Effort:** 2\n");
        sandbox.Write("kaizen.json", """{ "backlogs": ["backlog", "IMPROVEMENTS.md"], "rules": { "KZ501": "off" } }""");
        sandbox.Commit("2026-01-06");

        using var report = JsonDocument.Parse(run.Run("report", "--json").MustBe(0).Output);

        Assert.Equal(
            ["backlog/config.yml fail 1", "IMPROVEMENTS.md pass 1"],
            report
                .RootElement.GetProperty("backlogs")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("path")} {one.GetProperty("verdict")} {one.GetProperty("open")}")
        );
    }

    [Theory]
    [InlineData("backlog")]
    [InlineData("backlog/config.yml")]
    [InlineData("backlog/tasks/*.md")]
    [InlineData("backlog/tasks/task-1 - A.md")]
    public void A_folder_its_settings_and_its_tasks_are_the_same_backlog(string path)
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "To Do", "2026-01-05");
        Write("completed/task-2 - B.md", "TASK-2", "Log refunds", "Shipped", "2026-01-06");
        sandbox.Write("kaizen.json", $$"""{ "backlogs": ["{{path}}"] }""");

        Assert.Equal(2, Items().Count);
        Assert.Equal(run.Run("list").Output, run.Run("list", path).Output);
    }

    [Fact]
    public void Settings_in_the_root_name_the_folder()
    {
        sandbox.Write("backlog/config.yml", null);
        sandbox.Write("backlog.config.yml", Settings + "backlog_directory: \"plan/work\"\n");
        sandbox.Write("plan/work/tasks/task-1 - A.md", Task("TASK-1", "Cache the fonts", "To Do", "2026-01-05"));
        sandbox.Write("kaizen.json", """{ "backlogs": ["backlog.config.yml"] }""");

        Assert.Equal(["TASK-1 Cache the fonts toDo 2026-01-05"], Items());
    }

    [Theory]
    [InlineData("# Only Markdown\n")]
    [InlineData("---\nid: TASK-1\n---\n")]
    [InlineData("---\nid: [\ntitle: x\n---\n")]
    [InlineData("---\ntitle: x\n")]
    [InlineData("")]
    public void A_file_that_is_not_a_task_is_named(string text)
    {
        sandbox.Write("backlog/tasks/task-1 - A.md", text);

        Assert.Contains(
            "backlog/tasks/task-1 - A.md:",
            run.Run("check", "--no-history", "--format", "lines").Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("score TASK-1 --impact 8 --effort 2")]
    [InlineData("done TASK-1 --hours 1")]
    [InlineData("add new")]
    public void An_edit_is_refused_with_the_command_of_the_tool(string command)
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "To Do", "2026-01-05");
        var before = run.Files();

        var refused = run.Run(command.Split(' ')).MustBe(2);

        Assert.Contains("Use `backlog task edit ID`", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, run.Files());
    }

    [Fact]
    public void The_history_follows_a_task_through_folders_titles_and_prefixes()
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "To Do", "2026-01-05");
        Write("tasks/task-2 - B.md", "TASK-2", "Log refunds", "To Do", "2026-01-05");
        sandbox.Commit("2026-01-05");
        Write("tasks/task-3 - C.md", "TASK-3", "Split the suite", "To Do", "2026-01-12");
        sandbox.Commit("2026-01-12");
        Write("tasks/task-1 - A.md", "TASK-1", "Cache all fonts of the site", "Looking at it", "2026-01-05");
        sandbox.Commit("2026-01-19");
        Move("tasks/task-2 - B.md", "archive/tasks/task-2 - B.md");
        Move("tasks/task-1 - A.md", "tasks/back-1 - A.md");
        Write("tasks/back-1 - A.md", "BACK-1", "Cache all fonts of the site", "Shipped", "2026-01-05");
        sandbox.Commit("2026-01-26");
        Move("tasks/back-1 - A.md", "completed/back-1 - A.md");
        Write("tasks/back-2 - D.md", "BACK-2", "Name the failing test", "To Do", "2026-02-02");
        sandbox.Commit("2026-02-02");

        Assert.Equal(
            [
                "2026-01-05 captured 1 2026-01-05",
                "2026-01-05 captured 2 2026-01-05",
                "2026-01-12 captured 3 2026-01-12",
                "2026-01-19 started 1 2026-01-05",
                "2026-01-26 completed 1 2026-01-05",
                "2026-01-26 rejected 2 2026-01-05",
                "2026-02-02 captured 2 2026-02-02",
            ],
            Events()
        );
    }

    [Fact]
    public void Uncommitted_and_staged_changes_and_those_of_a_branch_are_compared_by_task()
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "To Do", "2026-01-05");
        sandbox.Commit("2026-01-05");
        sandbox.Git("branch", "start");
        Write("tasks/task-2 - B.md", "TASK-2", "Log refunds", "To Do", "2026-02-20", "labels:\n  - 'impact:12'\n");

        Assert.Equal(["2026-01-05 captured 1 2026-01-05", "2026-02-20 captured 2 2026-02-20"], Events());

        sandbox.Git("add", "--all");
        var staged = run.Run("check", "--staged", "--only-changed", "--format", "lines").Output;
        Assert.Contains("task-2 - B.md", staged, StringComparison.Ordinal);
        Assert.DoesNotContain("task-1 - A.md", staged, StringComparison.Ordinal);

        sandbox.Commit("2026-02-20");
        var since = run.Run("check", "--since", "start", "--only-changed", "--format", "lines").Output;
        Assert.Contains("task-2 - B.md", since, StringComparison.Ordinal);
        Assert.DoesNotContain("task-1 - A.md", since, StringComparison.Ordinal);

        Assert.Contains(
            "not checked",
            run.Run("check", "--since", "HEAD", "--only-changed", "--format", "lines").Output
                + run.Run("check", "--since", "HEAD", "--only-changed").Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_tasks_of_an_earlier_day_are_those_of_its_commit()
    {
        Write("tasks/task-1 - A.md", "TASK-1", "Cache the fonts", "To Do", "2026-01-05");
        sandbox.Commit("2026-01-05");
        Move("tasks/task-1 - A.md", "completed/task-1 - A.md");
        sandbox.Commit("2026-02-20");

        using var report = JsonDocument.Parse(
            run.Run("check", "--as-of", "2026-02-01", "--json", "--verbose", "--fail-on", "never").Output
        );

        Assert.Equal(
            "toDo",
            report.RootElement.GetProperty("backlogs")[0].GetProperty("items")[0].GetProperty("status").GetString()
        );
    }

    private void Write(string path, string id, string title, string status, string created, string more = "") =>
        sandbox.Write($"backlog/{path}", Task(id, title, status, created, more));

    private void Move(string from, string to)
    {
        var text = File.ReadAllText(sandbox.PathOf($"backlog/{from}"));
        sandbox.Write($"backlog/{from}", null).Write($"backlog/{to}", text);
    }

    private static string Task(string id, string title, string status, string created, string more = "") =>
        $"---\nid: {id}\ntitle: {title}\nstatus: {status}\nassignee: []\ncreated_date: '{created}'\n{more}---\n\n## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\nText\n<!-- SECTION:DESCRIPTION:END -->\n";

    /// <summary>The title and the place of each improvement in a document.</summary>
    private static IEnumerable<string> PlacesIn(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray().SelectMany(PlacesIn),
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(one => PlacesIn(one.Value))
                .Concat(
                    json.TryGetProperty("title", out var title) && json.TryGetProperty("line", out var line)
                        ? [$"{title}: {json.GetProperty("path")}:{line}"]
                        : []
                ),
            _ => [],
        };

    private List<string> Items()
    {
        using var list = JsonDocument.Parse(run.Run("list", "--json", "--status", "all").Output);
        return
        [
            .. list
                .RootElement.GetProperty("backlogs")[0]
                .GetProperty("items")
                .EnumerateArray()
                .Select(one =>
                    $"{one.GetProperty("id").GetString()} {one.GetProperty("title")} {one.GetProperty("status")} {one.GetProperty("captured")}"
                ),
        ];
    }

    private List<string> Events()
    {
        using var history = JsonDocument.Parse(run.Run("history", "--json").MustBe(0).Output);
        return
        [
            .. history
                .RootElement.GetProperty("backlogs")[0]
                .GetProperty("events")
                .EnumerateArray()
                .Where(one => one.GetProperty("kind").GetString() is not ("retitled" or "scored"))
                .Select(one => $"{one.GetProperty("date")} {one.GetProperty("kind")} {one.GetProperty("key")}"),
        ];
    }
}
