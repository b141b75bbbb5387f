using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>The commits that changed tracked files, each after its parents. The order does not depend on the order of parents.</summary>
internal sealed class CommitGraph
{
    /// <summary>Stands for a parent that is excluded.</summary>
    public const int Excluded = -1;

    private readonly int[][] parents;

    /// <param name="listed">The commits as git lists them: the first is a descendant of all others.</param>
    public CommitGraph(IReadOnlyList<CommitChanges> listed)
    {
        var order = Order(listed);
        var places = new Dictionary<string, int>(listed.Count, StringComparer.Ordinal);
        foreach (var i in order)
        {
            places.Add(listed[i].Commit, places.Count);
        }

        Commits = [.. order.Select(i => listed[i])];
        parents =
        [
            .. Commits.Select(commit =>
                commit.Parents.Select(parent => places.GetValueOrDefault(parent, Excluded)).ToArray()
            ),
        ];
        IsChain = parents
            .Index()
            .All(one => one.Index == 0 ? one.Item.Length <= 1 : one.Item is [var only] && only == one.Index - 1);
    }

    /// <summary>Whether each commit has only the one before as its parent, as in a history without branches.</summary>
    public bool IsChain { get; }

    /// <summary>The commits, oldest first where their relation permits.</summary>
    public ImmutableArray<CommitChanges> Commits { get; }

    /// <summary>The positions of the parents of the commit at a position; <see cref="Excluded"/> for an excluded one.</summary>
    public ReadOnlySpan<int> ParentsOf(int commit) => parents[commit];

    /// <summary>Kahn's algorithm: of the commits whose parents were taken, takes the oldest one.</summary>
    private static List<int> Order(IReadOnlyList<CommitChanges> listed)
    {
        var indices = new Dictionary<string, int>(listed.Count, StringComparer.Ordinal);
        for (var i = 0; i < listed.Count; i++)
        {
            indices.TryAdd(listed[i].Commit, i);
        }

        var children = new List<int>?[listed.Count];
        var waiting = new int[listed.Count];
        var ready = new PriorityQueue<int, Age>();
        // Git lists children first: equal commits become ready in the order of their ages.
        for (var i = listed.Count - 1; i >= 0; i--)
        {
            foreach (var parent in listed[i].Parents)
            {
                if (indices.TryGetValue(parent, out var index))
                {
                    (children[index] ??= new(1)).Add(i);
                    waiting[i]++;
                }
            }

            if (waiting[i] == 0)
            {
                ready.Enqueue(i, new Age(listed[i]));
            }
        }

        var order = new List<int>(listed.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add(next);
            foreach (var child in children[next] ?? [])
            {
                if (--waiting[child] == 0)
                {
                    ready.Enqueue(child, new Age(listed[child]));
                }
            }
        }

        return order;
    }

    /// <summary>Orders by date, then by content: the id of a commit depends on the order of its parents.</summary>
    private readonly record struct Age(CommitChanges Commit) : IComparable<Age>
    {
        public int CompareTo(Age other)
        {
            var byDate = Commit.Seconds.CompareTo(other.Commit.Seconds);
            return byDate != 0 ? byDate : string.CompareOrdinal(ContentOf(Commit), ContentOf(other.Commit));
        }

        private static string ContentOf(CommitChanges commit) =>
            string.Join(
                '\n',
                commit.Files.Select(file => $"{file.Path} {file.NewBlob}").Distinct().Order(StringComparer.Ordinal)
            );
    }
}
