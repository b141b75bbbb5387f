using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Inputs;

/// <summary>Backlogs of one repository with different options.</summary>
public sealed class BacklogReadingOptionsTests : IDisposable
{
    private readonly GitSandbox git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void Each_backlog_is_read_with_its_own_options_in_the_order_of_the_files()
    {
        git.Commit("2026-02-02", ("a.md", Scored), ("b.md", Scored), ("c.md", Scored));

        var evidence = Read(file => file.Path == "b.md" ? 5 : 10);

        Assert.Equal(["a.md", "b.md", "c.md"], evidence.Select(one => one.Backlog.File.Path));
        // 4 × (11 − 2), and on a scale of 5 twice as much of each: 8 × (11 − 4).
        Assert.Equal([36, 56, 36], evidence.Select(one => one.Backlog.Improvements.Single().Score!.Value));
        Assert.Equal(
            [36d, 56, 36],
            evidence.Select(one =>
                ((Timeline)one.History).Events.Single(told => told.Kind is TimelineEventKind.Scored).Score!.Value
            )
        );
    }

    [Fact]
    public void The_captures_of_a_change_are_added_up_over_all_backlogs()
    {
        git.Commit("2026-02-02", ("a.md", Scored), ("b.md", Scored), ("c.md", Scored));
        git.Git("checkout", "--quiet", "-b", "branch");
        git.Commit("2026-02-09", ("b.md", $"{Scored}\n### Split the smoke suite\n\n- **Impact:** 4\n"));

        var ranges = Read(file => file.Path == "b.md" ? 5 : 10, "main").Select(one => one.Range!).ToList();

        Assert.Equal([(1, true), (1, false), (1, false)], ranges.Select(range => (range.CapturedInAll, range.IsFirst)));
    }

    private const string Scored = "# Improvements\n\n### Cache the packages\n\n- **Impact:** 4\n- **Effort:** 2\n";

    private ImmutableArray<Evidence> Read(Func<SourceFile, int> scaleOf, string? since = null)
    {
        var workspace = new Workspace(git.Folder);
        var evidence = EvidenceReader.Read(
            [workspace.Name("a.md"), workspace.Name("b.md"), workspace.Name("c.md")],
            new BacklogFinder(workspace).ArchiveOf,
            new HistoryQuery
            {
                WorkingFolder = workspace.Folder,
                Environment = git.UserEnvironment,
                Reading = ReadingOptions.Default,
                OptionsOf = file =>
                    new(ReadingOptions.Default with { Scoring = Scoring.Default with { Scale = scaleOf(file) } }, null),
                AsOf = new DateOnly(2026, 3, 2),
                Version = "0.0.0",
                Since = since,
            },
            out var errors
        );
        Assert.Empty(errors);
        return evidence;
    }
}
