using System.Text.Json;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Tests.Commands;
using KaizenGate.Core.Tests.History;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>A repository with a backlog, in which agents work.</summary>
internal sealed class AgentRepository : IDisposable
{
    public const string Session = "0f8e6a52-4d0c-4a52-9c3a-0f6f3f4c1b2d";

    public const string Backlog = """
        # Improvement Backlog

        ## High Priority

        ### [IMP-001] Cache the fonts

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Status:** To Do
        - **Captured:** 2026-02-16

        ### [IMP-002] Split the job

        - **Impact:** 6/10
        - **Effort:** 3/10
        - **Status:** In Progress
        - **Captured:** 2026-01-05
        - **Started:** 2026-01-12

        ## Completed

        ### [IMP-003] Pin the versions

        - **Impact:** 6/10
        - **Effort:** 3/10
        - **Status:** Done
        - **Captured:** 2026-01-05
        - **Completed:** 2026-02-20
        - **Measured Impact:** builds 9 min → 5 min

        """;

    /// <param name="backlog">The backlog.</param>
    /// <param name="day">The day of the first commit.</param>
    public AgentRepository(string backlog = Backlog, string day = "2026-03-01")
    {
        Git.Commit(day, ("IMPROVEMENTS.md", backlog), ("src/main.c", "int main;\n"), ("README.md", "# Shop\n"));
        Run = new CommandRun(Git.Folder);
        foreach (var (name, value) in Git.UserEnvironment)
        {
            Run.Variables[name] = value;
        }
    }

    public GitSandbox Git { get; } = new();

    public CommandRun Run { get; }

    public SessionFolder Sessions => SessionFolder.Of(Git.Folder)!;

    public static string Payload(string name) =>
        File.ReadAllText(Repository.PathOf("tests", "KaizenGate.Core.Tests", "Agents", "Payloads", $"{name}.json"));

    /// <summary>Calls the hook, which always passes, and returns its answer.</summary>
    public string Hook(string payload)
    {
        var printed = Run.RunWith(payload, "agent", "hook").MustBe(0);
        Assert.Equal("", printed.Error);
        return printed.Output;
    }

    /// <summary>Calls the hook at the start of a session.</summary>
    public string Start(string session = Session, string source = "startup") =>
        Hook($$"""{"session_id":{{Quoted(session)}},"hook_event_name":"SessionStart","source":{{Quoted(source)}}}""");

    /// <summary>Calls the hook at the end of a turn.</summary>
    /// <param name="session">The session.</param>
    /// <param name="more">More members of the payload, each after a comma.</param>
    public string Stop(string session = Session, string more = "") =>
        Hook($$"""{"session_id":{{Quoted(session)}},"hook_event_name":"Stop","stop_hook_active":false{{more}}}""");

    /// <summary>Changes a file as an agent would.</summary>
    public void Change(string path = "src/main.c") =>
        Git.Write(path, $"int changed = {Guid.NewGuid().GetHashCode()};\n");

    public SessionLogEntry LastLogged() => Sessions.Log.Read()[^1];

    public static bool Asks(string answer) =>
        answer.Contains("what slowed you down", StringComparison.OrdinalIgnoreCase);

    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    public void Dispose()
    {
        Run.Dispose();
        Git.Dispose();
    }
}
