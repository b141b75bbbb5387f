using KaizenGate.Fuzz.Targets;

namespace KaizenGate.Fuzz;

/// <summary>One part of the program, and what must hold for every input.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Extensions">The extensions of the files of the corpus that it begins with.</param>
/// <param name="PerRound">The number of inputs in a round: fewer for a slow target.</param>
/// <param name="Run">Runs an input and returns what it led to, as a small number: an input that leads to something new is mutated further. Throws for a finding.</param>
internal sealed record Target(string Name, string[] Extensions, int PerRound, Func<byte[], int> Run)
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("reading", [".md"], 2000, ReadingTarget.Run),
        new("verdict", [".md"], 200, VerdictTarget.Run),
        new("edits", [".md"], 100, EditTarget.Run),
        new("archive", [".md"], 200, ArchiveTarget.Run),
        new("fix", [".md"], 100, FixTarget.Run),
        new("merge", [".md"], 200, MergeTarget.Run),
        new("settings", [".json"], 2000, SettingsTarget.Settings),
        new("baseline", [".json"], 2000, SettingsTarget.Baseline),
        new("csv", [".csv"], 2000, MetricsTarget.Csv),
        new("jsonl", [".jsonl"], 2000, MetricsTarget.JsonLines),
        new("cache", [".bin"], 2000, HistoryTarget.Cache),
        new("log", [".bin"], 2000, HistoryTarget.Log),
        new("git", [".git.txt"], 2000, HistoryTarget.Git),
        new("agents", [".agent"], 2000, AgentTarget.Run),
        new("escaping", [".md"], 2000, EscapingTarget.Run),
    ];
}

/// <summary>Something that must hold for every input does not.</summary>
internal sealed class BrokenInvariantException(string message) : Exception(message)
{
    public static void Unless(bool holds, string message)
    {
        if (!holds)
        {
            throw new BrokenInvariantException(message);
        }
    }
}
