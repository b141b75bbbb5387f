using System.Collections.Immutable;

namespace KaizenGate.Cli;

/// <summary>The JSON schemas of the documents that commands print.</summary>
internal static class SchemaCatalog
{
    /// <summary>Each schema, by name, with the commands that print such a document.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<string> Commands)> All { get; } =
    [
        ("check", ["check"]),
        ("report", ["report"]),
        ("report-ndjson", ["report --format ndjson"]),
        ("badge", ["badge"]),
        ("plan", ["plan"]),
        ("review", ["review"]),
        ("history", ["history"]),
        ("read", ["read"]),
        ("list", ["list"]),
        ("show", ["show"]),
        ("edit", ["add", "seen", "score", "start", "done", "defer", "reject", "reopen", "edit"]),
        ("harvest", ["harvest"]),
        ("undo", ["undo"]),
        ("pull", ["pull"]),
        ("fix", ["fix"]),
        ("archive", ["archive"]),
        ("baseline", ["baseline"]),
        ("adopt", ["adopt"]),
        (
            "files",
            [
                "init",
                "hook install",
                "hook uninstall",
                "agent install",
                "agent uninstall",
                "metric record",
                "metric rebase",
            ]
        ),
        ("agent-doctor", ["agent doctor"]),
        ("agent-session", ["agent session"]),
        ("agent-log", ["agent log"]),
        ("metrics", ["metric list"]),
        ("rules", ["rules"]),
        ("explain", ["explain"]),
    ];

    /// <summary>The schema of a name or a command; null if there is none.</summary>
    public static string? Find(string name) =>
        All.FirstOrDefault(one => one.Name == name || one.Commands.Contains(name)).Name;
}
