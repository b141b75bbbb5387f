using System.Diagnostics;
using System.Text.Json;
using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Commands;

/// <summary>A folder that the program of Backlog.md itself writes.</summary>
public sealed class BacklogMdTests : IDisposable
{
    private const string Program = "backlog";

    private readonly GitSandbox sandbox = new();
    private readonly CommandRun run;
    private readonly string today;

    public BacklogMdTests()
    {
        var now = DateTimeOffset.UtcNow;
        run = new(sandbox.Folder) { Time = now };
        today = $"{now:yyyy-MM-dd}";
    }

    public void Dispose()
    {
        run.Dispose();
        sandbox.Dispose();
    }

    [Fact]
    public void What_the_program_writes_is_read_and_its_history_follows_it()
    {
        Require();
        Backlog("init", "Demo", "--defaults", "--agent-instructions", "none");
        sandbox.Write("kaizen.json", """{ "backlogs": ["backlog"] }""");
        Backlog("task", "create", "Cache the fonts", "-l", "impact:8", "--priority", "low", "-a", "@ada", "-d", "Slow");
        Backlog(
            "task",
            "create",
            "Log refunds: \"all\"",
            "--ac",
            "Each is logged",
            "--ac",
            "None twice",
            "--priority",
            "high"
        );
        Backlog("draft", "create", "Ask the users");
        // It is older than the task whose number it gets.
        var draft = Directory.GetFiles(sandbox.PathOf("backlog/drafts"))[0];
        File.WriteAllText(draft, File.ReadAllText(draft).Replace(today, "2026-01-05", StringComparison.Ordinal));
        Commit();

        Assert.Equal(
            ["TASK-1 Cache the fonts toDo 8 ", "TASK-2 Log refunds: \"all\" toDo 8 ", "DRAFT-1 Ask the users toDo  "],
            Items()
        );

        Backlog("task", "edit", "1", "-s", "In Progress", "-t", "Cache all fonts", "--add-label", "effort:3");
        Backlog("task", "edit", "2", "--check-ac", "1");
        Commit();

        Assert.Equal(
            [
                "TASK-1 Cache all fonts inProgress 8 3",
                "TASK-2 Log refunds: \"all\" toDo 8 ",
                "DRAFT-1 Ask the users toDo  ",
            ],
            Items()
        );
        Assert.Contains("sub-tasks", run.Run("show", "TASK-2").MustBe(0).Output, StringComparison.Ordinal);

        Backlog("task", "edit", "1", "-s", "Done");
        Commit();
        Backlog("task", "complete", "1");
        Backlog("task", "archive", "2");
        Commit();
        Backlog("draft", "promote", "1");
        Commit();

        // The number of the archived task is used again.
        Assert.Equal(
            ["TASK-2 Ask the users toDo  ", "TASK-1 Cache all fonts done 8 3", " Log refunds: \"all\" rejected 8 "],
            Items()
        );
        Assert.Equal(
            [
                "captured Ask the users",
                "captured Cache the fonts",
                "captured Log refunds: \"all\"",
                "started Cache all fonts",
                "completed Cache all fonts",
                "rejected Log refunds: \"all\"",
            ],
            Events()
        );
    }

    private static void Require()
    {
        var isInstalled = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));
        var isExpected = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("CI") is "true";
        Assert.False(isExpected && !isInstalled, "backlog.md is missing");
        Assert.SkipUnless(isInstalled, "the program is missing; install backlog.md from npm");
    }

    private void Backlog(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = sandbox.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["HOME"] = sandbox.UserEnvironment["HOME"];
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"backlog {string.Join(' ', arguments)}: {output}{errors.Result}");
    }

    private void Commit() => sandbox.Commit($"{today}T00:00:00Z");

    private List<string> Items()
    {
        using var list = JsonDocument.Parse(run.Run("list", "--json", "--status", "all").MustBe(0).Output);
        return
        [
            .. list
                .RootElement.GetProperty("backlogs")[0]
                .GetProperty("items")
                .EnumerateArray()
                .Select(one =>
                    $"{one.GetProperty("id").GetString()} {one.GetProperty("title").GetString()} {one.GetProperty("status")} {one.GetProperty("impact")} {one.GetProperty("effort")}"
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
                .Select(one => $"{one.GetProperty("kind").GetString()} {one.GetProperty("title").GetString()}"),
        ];
    }
}
