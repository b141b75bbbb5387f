using KaizenGate.Core.History;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

/// <summary>Reads the history of a backlog up to a commit.</summary>
internal static class BranchReading
{
    public static Timeline Read(
        GitSandbox sandbox,
        GitRepository git,
        string head,
        bool useCache = false,
        string file = EvolvingBacklog.File
    )
    {
        var paths = new TrackedPaths(null);
        paths.Add(file);
        var query = new HistoryQuery
        {
            WorkingFolder = sandbox.Folder,
            Environment = sandbox.UserEnvironment,
            Reading = ReadingOptions.Default,
            AsOf = new DateOnly(2026, 6, 1),
            Version = "0.0.0",
            UseCache = useCache,
        };
        var history = new BranchHistoryReader(git, head, paths, query).Read()!;
        return history.Log.TimelineOf(0, history.CommitDays, query.AsOf)!;
    }
}
