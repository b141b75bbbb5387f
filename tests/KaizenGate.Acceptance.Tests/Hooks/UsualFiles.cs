using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>Files at which a backlog, its archive or settings are found without any setting. None is the backlog of the tests.</summary>
internal static class UsualFiles
{
    public static IEnumerable<string> All { get; } =
    [
        "docs/improvements.md",
        ".github/BACKLOG.archive.md",
        ".kaizen/Improvement-Backlog.md",
        "kaizen.md",
        "a/b/kaizen.json",
    ];

    public static string TextOf(string file) =>
        file.EndsWith(".json", StringComparison.Ordinal) ? "{}" : BacklogText.Of(BacklogText.Open(5));
}
