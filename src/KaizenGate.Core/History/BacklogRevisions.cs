using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>A revision of one backlog.</summary>
/// <param name="commit">The position of its commit in the <see cref="CommitGraph"/>; <see cref="CommitGraph.Excluded"/> for the excluded one.</param>
/// <param name="blobs">The ids of its files by number, as <see cref="TrackedFile"/>; null for a file that does not exist.</param>
/// <param name="parents">The preceding revisions, distinct; several for a merge that equals none of them.</param>
internal sealed class BacklogRevision(
    int commit,
    ImmutableArray<string?> blobs,
    ImmutableArray<BacklogRevision> parents
)
{
    public int Commit => commit;
    public ImmutableArray<string?> Blobs => blobs;
    public ImmutableArray<BacklogRevision> Parents => parents;

    /// <summary>The number of revisions on the longest way to the first one.</summary>
    public int Depth { get; } = parents.IsEmpty ? 1 : 1 + parents.Max(parent => parent.Depth);

    /// <summary>Whether all earlier revisions are its ancestors, so that its files replace the result of all of them.</summary>
    public bool IsOnly { get; set; }

    /// <summary>Whether it stands for the revision at an excluded commit that is not the requested one.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>Finds the revisions of a backlog in a graph of commits.</summary>
/// <remarks>
/// A merge whose files equal those of a parent is not a revision: that parent is followed. If it equals several, the one with the
/// most revisions is followed, of these the one with the oldest. So the result does not depend on the order of parents.
/// </remarks>
/// <param name="graph">The commits.</param>
/// <param name="paths">The files, with former names.</param>
/// <param name="renames">The former names of files by the commits that renamed them.</param>
internal sealed class BacklogRevisions(
    CommitGraph graph,
    TrackedPaths paths,
    ILookup<string, (string Path, string Former)> renames
)
{
    /// <summary>The blob id of a former name from its rename on: a later file of that name is another one.</summary>
    private const string Retired = "";

    /// <summary>The latest revision of the current backlog at each commit; null before the first.</summary>
    private readonly BacklogRevision?[] latest = new BacklogRevision?[graph.Commits.Length];

    /// <summary>The commits that changed each path, ascending.</summary>
    private readonly Dictionary<string, List<int>> touched = TouchedBy(graph);

    /// <summary>Returns the revisions of a backlog, oldest first; empty when it has none after the excluded commit.</summary>
    /// <param name="backlog">Its number.</param>
    /// <param name="excluded">The revision at the excluded commit; null when nothing is excluded, or the backlog did not exist there.</param>
    /// <param name="isExcluded">Whether an excluded parent is the excluded commit itself, or one with an equal history of this backlog.</param>
    public ImmutableArray<BacklogRevision> Of(
        int backlog,
        BacklogRevision? excluded = null,
        Func<string, bool>? isExcluded = null
    )
    {
        if (graph.Commits.IsEmpty)
        {
            return [];
        }

        var names = paths.Names(backlog);
        int[] own = [.. names.SelectMany(name => touched.GetValueOrDefault(name) ?? []).Distinct().Order()];
        var next = 0;
        var unknown = new BacklogRevision(CommitGraph.Excluded, [], []) { IsUnknown = true };
        var found = new List<BacklogRevision>();
        if (graph.IsChain)
        {
            var before = graph.ParentsOf(0).IsEmpty ? null : At(0, 0);
            foreach (var commit in own)
            {
                before = Next(commit, backlog, [before], isTouched: true, found);
            }

            return Reachable(found, before);
        }

        for (var commit = 0; commit < latest.Length; commit++)
        {
            var at = graph.ParentsOf(commit);
            var isTouched = next < own.Length && own[next] == commit;
            next += isTouched ? 1 : 0;
            if (!isTouched && at is [>= 0 and var only])
            {
                latest[commit] = latest[only]; // Like most commits.
                continue;
            }

            BacklogRevision? first = null;
            var several = false;
            for (var i = 0; i < at.Length; i++)
            {
                var parent = At(commit, i);
                several |= i > 0 && parent != first;
                first = i == 0 ? parent : first;
            }

            if (!isTouched && !several)
            {
                latest[commit] = first;
                continue;
            }

            BacklogRevision?[] all = [.. Enumerable.Range(0, at.Length).Select(i => At(commit, i)).Distinct()];
            latest[commit] = Next(commit, backlog, all, isTouched, found);
        }

        return Reachable(found, latest[^1]);

        BacklogRevision? At(int commit, int parent) =>
            graph.ParentsOf(commit)[parent] is var at and >= 0 ? latest[at]
            : isExcluded?.Invoke(graph.Commits[commit].Parents[parent]) != false ? excluded
            : unknown;
    }

    private BacklogRevision? Next(
        int commit,
        int backlog,
        BacklogRevision?[] parents,
        bool isTouched,
        List<BacklogRevision> found
    )
    {
        var blobs = Content(commit, backlog, parents, isTouched);
        BacklogRevision? same = null;
        foreach (var parent in parents)
        {
            if (parent is not null && !parent.IsUnknown && IsSame(parent.Blobs, blobs) && IsBetter(parent, same))
            {
                same = parent;
            }
        }

        ImmutableArray<BacklogRevision> known = [.. parents.OfType<BacklogRevision>()];
        if (same is not null || (known.IsEmpty && blobs.All(id => string.IsNullOrEmpty(id))))
        {
            return same;
        }

        var revision = new BacklogRevision(commit, blobs, known);
        found.Add(revision);
        return revision;
    }

    private ImmutableArray<string?> Content(int commit, int backlog, BacklogRevision?[] parents, bool isTouched)
    {
        var names = paths.Names(backlog);
        var blobs = new string?[names.Count];
        foreach (var parent in parents)
        {
            for (var file = 0; file < (parent?.Blobs.Length ?? 0); file++)
            {
                // All parents have the same files except for changed ones, which follow.
                blobs[file] = blobs[file] is Retired ? Retired : parent!.Blobs[file] ?? blobs[file];
            }
        }

        if (!isTouched)
        {
            return [.. blobs];
        }

        foreach (var change in graph.Commits[commit].Files)
        {
            foreach (var file in paths.Find(change.Path))
            {
                if (file.Backlog == backlog && blobs[file.File] is not Retired)
                {
                    blobs[file.File] = change.NewBlob;
                }
            }
        }

        foreach (var (_, former) in renames[graph.Commits[commit].Commit])
        {
            for (var file = 0; file < names.Count; file++)
            {
                blobs[file] = names[file] == former ? Retired : blobs[file];
            }
        }

        return [.. blobs];
    }

    private static bool IsSame(ImmutableArray<string?> one, ImmutableArray<string?> other)
    {
        for (var file = 0; file < Math.Max(one.Length, other.Length); file++)
        {
            var (left, right) = (file < one.Length ? one[file] : null, file < other.Length ? other[file] : null);
            if (left != right && !(string.IsNullOrEmpty(left) && string.IsNullOrEmpty(right)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBetter(BacklogRevision one, BacklogRevision? other) =>
        other is null || one.Depth > other.Depth || (one.Depth == other.Depth && one.Commit < other.Commit);

    /// <summary>Removes what is not followed, and finds the revisions that are merged with no other at their place.</summary>
    private static ImmutableArray<BacklogRevision> Reachable(List<BacklogRevision> found, BacklogRevision? head)
    {
        var pending = new HashSet<BacklogRevision>(ReferenceEqualityComparer.Instance);
        if (head is not null)
        {
            pending.Add(head);
        }

        var kept = new List<BacklogRevision>();
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (!pending.Remove(found[i]))
            {
                continue;
            }

            found[i].IsOnly = pending.Count == 0;
            kept.Add(found[i]);
            pending.UnionWith(found[i].Parents);
        }

        kept.Reverse();
        return [.. kept];
    }

    private static Dictionary<string, List<int>> TouchedBy(CommitGraph graph)
    {
        var touched = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var commit = 0; commit < graph.Commits.Length; commit++)
        {
            foreach (var change in graph.Commits[commit].Files)
            {
                if (!touched.TryGetValue(change.Path, out var commits))
                {
                    touched.Add(change.Path, commits = []);
                }

                if (commits.Count == 0 || commits[^1] != commit)
                {
                    commits.Add(commit);
                }
            }
        }

        return touched;
    }
}
