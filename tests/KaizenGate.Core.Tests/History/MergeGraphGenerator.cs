using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.History;

/// <summary>Generates a <see cref="MergeGraph"/> from a seed: up to four branches that are merged in any direction.</summary>
/// <param name="seed">Determines the graph.</param>
/// <param name="isSimple">
/// Whether two branches change the same item only in the same way, and nothing that a branch does is undone. Then a squash and a
/// rebase have the same counts.
/// </param>
/// <param name="isRenamed">Whether a branch renames the file.</param>
internal sealed class MergeGraphGenerator(int seed, bool isSimple, bool isRenamed = false)
{
    private const int Stock = 12;
    private const int Steps = 24;

    /// <summary>Noon on 2026-01-05.</summary>
    private const long Start = 1_767_614_400;

    private readonly Random random = new(seed);
    private readonly bool hasArchive = seed % 3 == 0;
    private readonly List<GraphCommit> commits = [];
    private readonly List<GraphEdit> edits = [];
    private readonly List<int> tips = [];
    private int items;

    public MergeGraph Generate()
    {
        Commit([], [.. Enumerable.Range(0, Stock).Select(_ => Edit(items++, GraphEditKind.Capture))]);
        var initial = commits[0].Content;
        ImmutableArray<GraphEdit> closed =
        [
            .. Enumerable.Range(0, 3).Select(item => Edit(item, GraphEditKind.Complete)),
        ];
        commits[0] = commits[0] with { Content = initial.Union(closed) };
        tips.Add(0);
        for (var step = 0; step < Steps; step++)
        {
            Step();
        }

        while (tips.Count > 1)
        {
            Merge(0, [.. Enumerable.Range(1, Math.Min(tips.Count - 1, random.Next(1, 3)))]);
            tips.RemoveAt(1);
        }

        // A merge of all branches, so that none of them ends before the head.
        return new MergeGraph([.. commits], hasArchive);
    }

    private void Step()
    {
        var branch = random.Next(tips.Count);
        switch (random.Next(8))
        {
            case 0 when tips.Count < 4:
                tips.Add(tips[branch]);
                break;
            case 1 when tips.Count > 1:
                Merge(branch, [(branch + 1) % tips.Count]);
                break;
            case 2 when tips.Count > 2:
                Merge(branch, [(branch + 1) % tips.Count, (branch + 2) % tips.Count]);
                break;
            case 3 when Pick(commits[tips[branch]].Content) is { } picked:
                Commit([tips[branch]], [picked]);
                tips[branch] = commits.Count - 1;
                break;
            default:
                Commit([tips[branch]], [.. Change(branch, random.Next(3))]);
                tips[branch] = commits.Count - 1;
                break;
        }
    }

    /// <summary>Merges branches into one. Some merges keep only the content of that one, and some change it further.</summary>
    private void Merge(int branch, ImmutableArray<int> others)
    {
        ImmutableArray<int> parents = [.. others.Prepend(branch).Select(one => tips[one]).Distinct()];
        parents = [.. parents.Where(parent => !parents.Any(other => other != parent && IsAncestor(parent, other)))];
        if (parents.Length > 1)
        {
            var isOurs = random.Next(8) == 0;
            Commit(parents, [], isOurs ? commits[parents[0]].Content : null);
            tips[branch] = commits.Count - 1;
            if (!isOurs && random.Next(5) == 0)
            {
                var own = Change(branch, 1);
                commits[^1] = commits[^1] with { Content = commits[^1].Content.Union(own) };
            }
        }
        else
        {
            tips[branch] = parents[0];
        }
    }

    private bool IsAncestor(int one, int of)
    {
        var pending = new Stack<int>([of]);
        while (pending.TryPop(out var next))
        {
            if (next == one)
            {
                return true;
            }

            foreach (var parent in commits[next].Parents)
            {
                pending.Push(parent);
            }
        }

        return false;
    }

    private void Commit(
        ImmutableArray<int> parents,
        ImmutableArray<GraphEdit> own,
        ImmutableHashSet<GraphEdit>? content = null
    )
    {
        content ??= parents.Aggregate(
            ImmutableHashSet<GraphEdit>.Empty,
            (all, parent) => all.Union(commits[parent].Content)
        );
        // The clocks of two machines differ.
        var seconds = Start + (commits.Count * 20_000L) + random.Next(30_000);
        commits.Add(new(parents, content.Union(own), seconds));
    }

    private GraphEdit Edit(int item, GraphEditKind kind)
    {
        var edit = new GraphEdit(edits.Count, item, kind);
        edits.Add(edit);
        return edit;
    }

    private List<GraphEdit> Change(int branch, int count)
    {
        var content = commits[tips[branch]].Content;
        var own = new List<GraphEdit>();
        for (var i = 0; i < count; i++)
        {
            if (isRenamed && random.Next(6) == 0 && !edits.Exists(edit => edit.Kind is GraphEditKind.RenameFile))
            {
                own.Add(Edit(-1, GraphEditKind.RenameFile));
            }
            else if (random.Next(3) == 0)
            {
                own.Add(Edit(items++, GraphEditKind.Capture));
            }
            else if (ChangeOf(random.Next(items), content.Union(own)) is { } edit)
            {
                own.Add(edit);
            }
        }

        return own;
    }

    private GraphEdit? ChangeOf(int number, ImmutableHashSet<GraphEdit> content)
    {
        if (
            !content.Contains(edits.Find(edit => edit.Item == number && edit.Kind is GraphEditKind.Capture)!)
            || (isSimple && edits.Exists(edit => edit.Item == number && !content.Contains(edit)))
        )
        {
            return null;
        }

        var item = MergeGraph.ItemsOf(content, hasArchive).Find(one => one.Key == $"{number}")!;
        GraphEditKind[] kinds = item switch
        {
            { IsGone: true } or { IsArchived: true } => [],
            { IsOpen: false } when !isSimple => [GraphEditKind.Reopen, GraphEditKind.Remove],
            { IsOpen: false } => number < 3 ? [GraphEditKind.Remove] : [],
            _ =>
            [
                GraphEditKind.Score,
                GraphEditKind.Retitle,
                GraphEditKind.Start,
                GraphEditKind.Defer,
                GraphEditKind.Complete,
                GraphEditKind.Complete,
                GraphEditKind.Reject,
                .. isSimple ? (ReadOnlySpan<GraphEditKind>)[] : [GraphEditKind.Remove],
            ],
        };
        return kinds.Length == 0 ? null : Edit(number, kinds[random.Next(kinds.Length)]);
    }

    /// <summary>Returns an edit of another branch that applies here; null for none.</summary>
    private GraphEdit? Pick(ImmutableHashSet<GraphEdit> content)
    {
        var picks = edits.FindAll(edit =>
            !content.Contains(edit)
            && edit.Kind is not GraphEditKind.RenameFile
            && edits.TrueForAll(earlier =>
                earlier.Item != edit.Item || earlier.Number >= edit.Number || content.Contains(earlier)
            )
        );
        return picks.Count == 0 ? null : picks[random.Next(picks.Count)];
    }
}
