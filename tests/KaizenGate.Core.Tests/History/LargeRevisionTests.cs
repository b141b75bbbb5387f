using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.History.Git;

namespace KaizenGate.Core.Tests.History;

/// <summary>One huge revision neither takes memory in every later run nor counts as work.</summary>
public sealed class LargeRevisionTests : IDisposable
{
    private const string File = EvolvingBacklog.File;
    private static readonly string Filler = string.Concat(Enumerable.Repeat("More about it.\n", 300_000));
    private readonly GitSandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_revision_that_is_far_larger_than_the_file_is_left_out_and_said()
    {
        sandbox.Commit("2026-01-05", (File, "- [ ] Cache the fonts\n"));
        var large = sandbox.Commit("2026-01-06", (File, $"- [x] Cache the fonts\n- [ ] Sort the log\n\n{Filler}"));
        sandbox.Commit("2026-01-07", (File, "- [ ] Cache the fonts\n- [ ] Split the suite\n"));

        foreach (var useCache in (bool[])[false, true, true])
        {
            var log = Read(useCache);
            Assert.Equal(["Cache the fonts", "Split the suite"], log.Events.Select(one => one.Title));
            Assert.Equal(
                $"1 revision in its history left out because of the size, such as 4,500,042 bytes in commit {large[..10]}; what they changed counts from the next one",
                log.Backlogs[0].LeftOut?.Remark
            );
        }
    }

    [Fact]
    public void The_revisions_of_a_large_file_are_read()
    {
        sandbox.Commit("2026-01-05", (File, $"- [ ] Cache the fonts\n\n{Filler}"));
        sandbox.Commit("2026-01-06", (File, $"- [x] Cache the fonts\n\n{Filler}"));

        var log = Read(useCache: false);

        Assert.Equal(2, log.Events.Count);
        Assert.Null(log.Backlogs[0].LeftOut);
    }

    private EventLog Read(bool useCache)
    {
        var paths = new TrackedPaths(null);
        paths.Add(File);
        var git = GitTest.Opened(sandbox);
        var query = new HistoryQuery
        {
            WorkingFolder = sandbox.Folder,
            Environment = sandbox.UserEnvironment,
            Reading = ReadingOptions.Default,
            AsOf = new DateOnly(2026, 6, 1),
            Version = "0.0.0",
            UseCache = useCache,
        };
        return new BranchHistoryReader(git, git.Head!, paths, query).Read()!.Log;
    }
}
