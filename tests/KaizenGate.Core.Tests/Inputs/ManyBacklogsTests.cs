using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Tests.Reading;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Inputs;

/// <summary>The history of many backlogs, for which git prints the changes of all files, is the one that each has when it is read alone.</summary>
public sealed class ManyBacklogsTests : IDisposable
{
    private const int Backlogs = 55;
    private const int Renamed = 7;
    private static readonly string FormerName = $"team{Renamed}/TODO.md";

    /// <summary>Enough for several gits at a time.</summary>
    private const int Commits = 1_010;

    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void Each_has_the_history_that_it_has_alone()
    {
        git.CommitAll(Revisions(new Random(1)));

        var all = Read([.. Enumerable.Range(0, Backlogs).Select(PathOf)]);

        foreach (var backlog in (int[])[0, Renamed, Backlogs - 1])
        {
            var alone = Read([PathOf(backlog)])[0];
            Assert.True(alone.Events.Length > 10);
            Assert.Equal(alone.Events, all[backlog].Events);
            Assert.Equal(alone.Touched, all[backlog].Touched);
            Assert.Equal(alone.CommitDays, all[backlog].CommitDays);
        }

        Assert.Contains(all[Renamed].Events, one => one.Date < new DateOnly(2026, 1, 2));
    }

    [Fact]
    public async Task Long_revisions_of_one_do_not_keep_the_others_waiting()
    {
        // They take more room than what is parsed ahead, and the first of the others follows all of them.
        var notes = new string('n', 150_000);
        git.CommitAll(
            Enumerable
                .Range(0, 60)
                .Select(commit =>
                    (
                        $"{new DateTime(2026, 1, 1).AddHours(commit):yyyy-MM-ddTHH:mm:ssZ}",
                        ((string Path, string? Text)[])
                            [
                                (PathOf(0), $"# Improvements\n\n- [ ] Shorten step {commit}\n\n## Notes\n\n{notes}\n"),
                                (PathOf(1 + (commit % 40)), $"# Improvements\n\n- [ ] Shorten step {commit}\n"),
                            ]
                    )
                )
        );

        var read = await HangGuard.Run(() => Read([.. Enumerable.Range(0, 41).Select(PathOf)]));

        Assert.All(read, timeline => Assert.NotEmpty(timeline.Events));
    }

    private static string PathOf(int backlog) => $"team{backlog}/IMPROVEMENTS.md";

    /// <summary>One commit per hour changes one backlog; one of them gets its name in the middle.</summary>
    private static IEnumerable<(string Date, (string Path, string? Text)[] Files)> Revisions(Random random)
    {
        var lines = Enumerable.Range(0, Backlogs).Select(_ => new List<string>()).ToArray();
        for (var commit = 0; commit < Commits; commit++)
        {
            var date = $"{new DateTime(2026, 1, 1).AddHours(commit):yyyy-MM-ddTHH:mm:ssZ}";
            if (commit == Commits / 2)
            {
                yield return (date, [(FormerName, null), (PathOf(Renamed), TextOf(lines[Renamed]))]);
                continue;
            }

            var backlog = commit < Backlogs ? commit : random.Next(Backlogs);
            var own = lines[backlog];
            var done = own.FindIndex(line => line.StartsWith("- [ ]", StringComparison.Ordinal));
            if (done >= 0 && random.Next(3) == 0)
            {
                own[done] = own[done].Replace("[ ]", "[x]", StringComparison.Ordinal);
            }
            else
            {
                own.Insert(0, $"- [ ] Shorten step {commit} of the pipeline");
            }

            var path = backlog == Renamed && commit < Commits / 2 ? FormerName : PathOf(backlog);
            yield return (date, [(path, TextOf(own)), ($"src/{random.Next(9)}.cs", $"{commit}")]);
        }
    }

    private static string TextOf(List<string> lines) => $"# Improvements\n\n{string.Join('\n', lines)}\n";

    private Timeline[] Read(string[] files)
    {
        var workspace = new Workspace(git.Folder);
        var evidence = EvidenceReader.Read(
            [.. files.Select(workspace.Name)],
            new BacklogFinder(workspace).ArchiveOf,
            new HistoryQuery
            {
                WorkingFolder = workspace.Folder,
                Environment = git.UserEnvironment,
                Reading = ReadingOptions.Default,
                AsOf = new DateOnly(2026, 6, 1),
                Version = "0.0.0",
                UseCache = false,
            },
            out var errors
        );
        Assert.Empty(errors);
        return [.. evidence.Select(one => Assert.IsType<Timeline>(one.History))];
    }
}
