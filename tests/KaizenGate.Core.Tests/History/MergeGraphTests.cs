using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Tests.History.Git;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

/// <summary>What the history of a backlog with branches counts does not depend on how they were merged.</summary>
public sealed class MergeGraphTests : IDisposable
{
    private readonly GitSandbox sandbox = new();

    private static readonly ImmutableArray<int> Seeds =
    [
        .. Enumerable.Range(1, Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 1_000 : 10),
    ];

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Exchanging_the_parents_of_merges_changes_no_event()
    {
        var graphs = Seeds.Select(seed => new MergeGraphGenerator(seed, isSimple: false).Generate()).ToList();

        var timelines = Read(graphs, graph => [graph, graph.Exchanged(new Random(1)), graph.Exchanged(new Random(2))]);

        Assert.All(timelines, of => Assert.Equal(Shown(of[0]), Shown(of[1])));
        Assert.All(timelines, of => Assert.Equal(Shown(of[0]), Shown(of[2])));
    }

    [Fact]
    public void Merges_squashes_and_rebases_of_the_same_content_have_the_same_counts()
    {
        var graphs = Seeds.Select(seed => new MergeGraphGenerator(seed, isSimple: true).Generate()).ToList();

        var timelines = Read(
            graphs,
            graph =>
                [
                    graph,
                    graph.Exchanged(new Random(1)),
                    graph.Squashed(new Random(2)),
                    graph.Exchanged(new Random(3)).Split(),
                    graph.Rebased(),
                ]
        );

        Assert.All(
            timelines.Zip(graphs, (found, graph) => (found.Select(Counts), Expected: Counts(graph))),
            one => Assert.Equal(Enumerable.Repeat(one.Expected, 5), one.Item1)
        );
    }

    [Fact]
    public void A_branch_that_renames_the_file_changes_no_count()
    {
        var graphs = Seeds.Select(seed => new MergeGraphGenerator(seed, true, isRenamed: true).Generate()).ToList();

        var timelines = Read(graphs, graph => [graph, graph.Exchanged(new Random(1)), graph.Rebased()]);

        Assert.All(
            timelines.Zip(graphs, (found, graph) => (found.Select(Counts), Expected: Counts(graph))),
            one => Assert.Equal(Enumerable.Repeat(one.Expected, 3), one.Item1)
        );
    }

    [Fact]
    public void A_cached_history_continues_like_one_that_was_read_at_once()
    {
        foreach (var seed in Seeds[..(Seeds.Length / 2)])
        {
            sandbox.Import(new MergeGraphGenerator(seed, isSimple: false).Generate().Stream($"g{seed}", seed * 1000));
            var git = GitTest.Opened(sandbox);
            var commits = sandbox.Git("rev-list", "--first-parent", "--reverse", $"g{seed}").Split('\n');
            foreach (var (index, commit) in commits.Index())
            {
                if (index % 4 == 0)
                {
                    BranchReading.Read(sandbox, git, commit, useCache: true);
                }
            }

            Assert.Equal(
                BranchReading.Read(sandbox, git, commits[^1]).Events,
                BranchReading.Read(sandbox, git, commits[^1], useCache: true).Events
            );
        }
    }

    /// <summary>Returns the timelines of the variants of each graph.</summary>
    private List<ImmutableArray<Timeline>> Read(
        List<MergeGraph> graphs,
        Func<MergeGraph, ImmutableArray<MergeGraph>> variantsOf
    )
    {
        var variants = graphs.Select(variantsOf).ToList();
        var all = variants.SelectMany(of => of).ToList();
        sandbox.Import(string.Concat(all.Select((graph, index) => graph.Stream($"b{index}", 1 + (index * 1000)))));
        var git = GitTest.Opened(sandbox);
        var heads = sandbox.Git(["rev-parse", .. all.Select((_, index) => $"b{index}")]).Split('\n');
        var timelines = heads.Select(head => BranchReading.Read(sandbox, git, head)).ToList();
        return [.. variants.Select((of, index) => timelines.Slice(index * of.Length, of.Length).ToImmutableArray())];
    }

    // Within a day, only the order of one improvement's events is defined.
    private static IEnumerable<string> Shown(Timeline timeline) =>
        timeline
            .Events.OrderBy(one => one.Date)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Date:MM-dd} {one.Key} {one.Kind} {one.Title} {one.Score}");

    private static (int Captured, int Completed, int Rejected, int Dropped, int Open) Counts(Timeline timeline)
    {
        var history = EffectiveHistory.Of(timeline);
        return (
            history.Captured.Length,
            history.Completed.Length,
            history.Rejected.Length,
            history.Dropped.Length,
            history.Items.Count(item => item.IsOpen)
        );
    }

    private static (int Captured, int Completed, int Rejected, int Dropped, int Open) Counts(MergeGraph graph)
    {
        var items = graph.Items;
        return (
            items.Count,
            items.Count(item => item.Status is Status.Done),
            items.Count(item => item.Status is Status.Rejected),
            0,
            items.Count(item => item.IsOpen)
        );
    }
}
