using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.History;

internal enum GraphEditKind
{
    Capture,
    Score,
    Retitle,
    Start,
    Defer,
    Complete,
    Reject,
    Reopen,

    /// <summary>Moves a closed item to the archive, or deletes an item.</summary>
    Remove,
    RenameFile,
}

/// <summary>A change of one item. The same edit on two branches is one that was picked from the other.</summary>
/// <param name="Number">The place in the order of all edits, from 0.</param>
/// <param name="Item">The number of the item, from 0.</param>
internal sealed record GraphEdit(int Number, int Item, GraphEditKind Kind);

/// <param name="Parents">The positions of its parents, which are smaller than its own.</param>
/// <param name="Content">All edits that its files contain.</param>
/// <param name="Seconds">The committer date.</param>
internal sealed record GraphCommit(ImmutableArray<int> Parents, ImmutableHashSet<GraphEdit> Content, long Seconds);

/// <summary>
/// A generated history with branches. The content of a commit follows from the set of its edits, so that a merge, its squash and
/// a rebase have the same content by construction.
/// </summary>
/// <param name="commits">The commits, each after its parents; the last one is the head.</param>
/// <param name="hasArchive">Whether closed items are archived rather than deleted.</param>
internal sealed class MergeGraph(ImmutableArray<GraphCommit> commits, bool hasArchive)
{
    public const string File = EvolvingBacklog.File;
    private const string FormerFile = "TODO.md";

    public ImmutableArray<GraphCommit> Commits => commits;

    /// <summary>The items at the head, in the order of their numbers; also those that were deleted.</summary>
    public List<EvolvingItem> Items => ItemsOf(commits[^1].Content, hasArchive);

    /// <summary>Exchanges the parents of some merges.</summary>
    public MergeGraph Exchanged(Random random) =>
        With(commit => commit with { Parents = [.. commit.Parents.OrderBy(_ => random.Next()).ToArray()] });

    /// <summary>Replaces some merges by commits with the same content on one of their parents.</summary>
    public MergeGraph Squashed(Random random) =>
        With(commit =>
            commit.Parents.Length > 1 && random.Next(3) > 0
                ? commit with
                {
                    Parents = [commit.Parents[random.Next(commit.Parents.Length)]],
                }
                : commit
        );

    /// <summary>Puts all commits in a line.</summary>
    public MergeGraph Rebased()
    {
        var line = new List<GraphCommit>();
        foreach (var commit in commits)
        {
            var own = commit.Parents.Aggregate(commit.Content, (rest, parent) => rest.Except(commits[parent].Content));
            var before = line.Count > 0 ? line[^1].Content : [];
            line.Add(
                commit with
                {
                    Parents = line.Count > 0 ? [line.Count - 1] : [],
                    Content = before.Union(own).Intersect(commits[^1].Content),
                }
            );
        }

        return new([.. line], hasArchive);
    }

    /// <summary>Replaces each merge of three branches by two merges.</summary>
    public MergeGraph Split()
    {
        var split = new List<GraphCommit>();
        var places = new List<int>();
        foreach (var commit in commits)
        {
            ImmutableArray<int> parents = [.. commit.Parents.Select(parent => places[parent])];
            if (parents.Length == 3)
            {
                var both = split[parents[0]].Content.Union(split[parents[1]].Content);
                split.Add(new([parents[0], parents[1]], both.Intersect(commit.Content), commit.Seconds - 1));
                parents = [split.Count - 1, parents[2]];
            }

            places.Add(split.Count);
            split.Add(commit with { Parents = parents });
        }

        return new([.. split], hasArchive);
    }

    /// <summary>Writes a branch for <c>git fast-import</c>.</summary>
    /// <param name="branch">Its name.</param>
    /// <param name="firstMark">The mark of the first commit, which no other branch uses.</param>
    public string Stream(string branch, int firstMark = 1)
    {
        var stream = new StringBuilder();
        foreach (var (index, commit) in commits.Index())
        {
            stream.Append($"commit refs/heads/{branch}\nmark :{firstMark + index}\n");
            stream.Append($"committer Kai <kai@example.com> {commit.Seconds} +0000\n{Data(branch)}");
            foreach (var (at, parent) in commit.Parents.Index())
            {
                stream.Append($"{(at == 0 ? "from" : "merge")} :{firstMark + parent}\n");
            }

            stream.Append("deleteall\n");
            foreach (var (path, text) in FilesOf(commit.Content))
            {
                stream.Append($"M 100644 inline {path}\n{Data(text)}");
            }
        }

        return stream.ToString();
    }

    private static string Data(string text) => $"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n";

    private MergeGraph With(Func<GraphCommit, GraphCommit> change) => new([.. commits.Select(change)], hasArchive);

    private IEnumerable<(string Path, string Text)> FilesOf(ImmutableHashSet<GraphEdit> content)
    {
        var items = ItemsOf(content, hasArchive);
        var isRenamed = content.Any(edit => edit.Kind is GraphEditKind.RenameFile);
        var isFormer = !isRenamed && commits[^1].Content.Any(edit => edit.Kind is GraphEditKind.RenameFile);
        var now = items.Where(item => item is { IsGone: false, IsArchived: false });
        yield return (isFormer ? FormerFile : File, EvolvingText.Of(now, ImprovementForm.Task));
        if (items.Exists(item => item.IsArchived))
        {
            var archived = items.Where(item => item is { IsGone: false, IsArchived: true });
            yield return (EvolvingBacklog.ArchiveFile, EvolvingText.Of(archived, ImprovementForm.Task));
        }
    }

    /// <summary>Applies edits in their order.</summary>
    public static List<EvolvingItem> ItemsOf(ImmutableHashSet<GraphEdit> content, bool hasArchive)
    {
        var items = new SortedDictionary<int, EvolvingItem>();
        foreach (var edit in content.OrderBy(edit => edit.Number))
        {
            if (edit.Kind is GraphEditKind.Capture)
            {
                items.TryAdd(edit.Item, Captured(edit.Item));
            }
            else if (items.TryGetValue(edit.Item, out var item))
            {
                Apply(edit, item, hasArchive);
            }
        }

        return [.. items.Values];
    }

    private static EvolvingItem Captured(int number) =>
        new()
        {
            Key = $"{number}",
            Id = number % 2 == 0 ? $"IMP-{number:000}" : null,
            Words = [.. "abcde".Select(letter => $"w{number}{letter}x")],
        };

    private static void Apply(GraphEdit edit, EvolvingItem item, bool hasArchive)
    {
        switch (edit.Kind)
        {
            case GraphEditKind.Score:
                (item.Impact, item.Effort) = (1 + (edit.Number % 10), 1 + (edit.Number % 7));
                break;
            case GraphEditKind.Retitle:
                item.Words[edit.Number % item.Words.Length] = $"r{edit.Number}x";
                break;
            case GraphEditKind.Remove:
                item.IsArchived = hasArchive && !item.IsOpen;
                item.IsGone = !item.IsArchived;
                break;
            default:
                item.Status = edit.Kind switch
                {
                    GraphEditKind.Start => Status.InProgress,
                    GraphEditKind.Defer => Status.Deferred,
                    GraphEditKind.Complete => Status.Done,
                    GraphEditKind.Reject => Status.Rejected,
                    _ => Status.ToDo,
                };
                item.IsArchived = false;
                break;
        }
    }
}
