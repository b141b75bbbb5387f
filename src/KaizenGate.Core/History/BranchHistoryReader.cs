using System.Globalization;
using KaizenGate.Core.History.Caching;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>The history of the backlogs of one repository up to the checked-out commit.</summary>
/// <param name="Log">The events.</param>
/// <param name="CommitDays">The distinct days in UTC with commits, ascending.</param>
internal sealed record RepositoryHistory(EventLog Log, ImmutableArray<DateOnly> CommitDays)
{
    /// <summary>The backlogs that may be older than a shallow clone shows.</summary>
    public ImmutableHashSet<int> Hidden { get; init; } = [];
}

/// <summary>Reads the history of the current branch: from the cache as far as possible, the rest from git.</summary>
/// <param name="git">The repository.</param>
/// <param name="head">The checked-out commit.</param>
/// <param name="paths">The paths of the backlogs; former names are added.</param>
/// <param name="query">How to read them.</param>
internal sealed class BranchHistoryReader(GitRepository git, string head, TrackedPaths paths, HistoryQuery query)
{
    /// <summary>The maximum of improvements in a cached history. One huge revision must not take memory in all later runs.</summary>
    private const int MaxCached = 250_000;

    /// <summary>The revisions among so many commits leave too little garbage to collect it.</summary>
    private const int MostWithoutCollections = 1_000;

    // The history of a shallow clone may grow without a new commit, so it is not cached.
    private readonly HistoryCache? cache =
        query.UseCache && !git.IsShallow ? new HistoryCache(git.CacheFolder, CacheKey(paths, query)) : null;

    private readonly HashSet<DateOnly> days = [];

    /// <summary>The ids of the commits, the newest first.</summary>
    private readonly List<string> all = [];
    private bool hasMerge;
    private long tipTime;

    /// <returns>Null when only a cached history is wanted, and there is none.</returns>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public RepositoryHistory? Read()
    {
        foreach (var checkpoint in cache?.Candidates(git.Branch ?? "", head) ?? [])
        {
            if (checkpoint.Tip == head)
            {
                if (Load(checkpoint) is { } complete)
                {
                    return complete;
                }
            }
            else if (Continue(checkpoint, out var isAncestor) is { } continued)
            {
                return continued;
            }
            else if (isAncestor)
            {
                break;
            }
        }

        return query.OnlyCached ? null : ReadAll();
    }

    /// <summary>Reads the days of all commits and the backlogs at the same time.</summary>
    private RepositoryHistory ReadAll()
    {
        var commits = Background.Run(() => ReadDays(null));
        var log = new EventLog(paths.Backlogs);
        ImmutableHashSet<int> hidden;
        try
        {
            using var lister = new GraphLister(git, paths);
            var chain = GitRepository.AreMany([.. paths.All]) ? Chain(commits) : null;
            var graph = lister.List(head, exclude: null, chain)!;
            var found = new BacklogRevisions(graph, paths, lister.Renames);
            var roots = git.IsShallow ? git.Roots(head) : [];
            hidden = Apply(graph, log, backlog => found.Of(backlog), _ => [], roots)!;
        }
        finally
        {
            Task.WaitAny(commits);
        }

        _ = commits.GetAwaiter().GetResult();
        return Finish(log) with { Hidden = hidden };
    }

    /// <summary>Waits for all commits and returns them, the newest first; null when one of them is a merge.</summary>
    private List<string>? Chain(Task<bool> commits)
    {
        _ = commits.GetAwaiter().GetResult();
        return hasMerge ? null : all;
    }

    /// <summary>Continues from a checkpoint. Those of other branches and of rewritten history are not ancestors.</summary>
    /// <returns>Null when it cannot be continued.</returns>
    private RepositoryHistory? Continue(Checkpoint checkpoint, out bool isAncestor)
    {
        // Load the checkpoint while git searches for it.
        var tip = checkpoint.Tip;
        var search = Background.Run(() => ReadDays(tip));
        var cached = Load(checkpoint);
        isAncestor = search.GetAwaiter().GetResult();
        if (!isAncestor || cached is null)
        {
            return null;
        }

        using var lister = new GraphLister(git, paths);
        if (lister.List(head, tip) is not { } graph)
        {
            return null;
        }

        if (!graph.Commits.IsEmpty)
        {
            var blobs = git.FilesAt(tip, [.. paths.All]);
            var found = new BacklogRevisions(graph, paths, lister.Renames);
            if (Apply(graph, cached.Log, Following, BlobsOf, []) is null)
            {
                return null;
            }

            ImmutableArray<string?> BlobsOf(int backlog) =>
                [.. paths.Names(backlog).Select(name => blobs.GetValueOrDefault(name))];

            ImmutableArray<BacklogRevision> Following(int backlog)
            {
                var excluded = cached.Log.HasRevisions(backlog)
                    ? new BacklogRevision(CommitGraph.Excluded, BlobsOf(backlog), [])
                    : null;
                return found.Of(backlog, excluded, parent => IsEqualTo(tip, parent, [.. paths.Names(backlog)]));
            }
        }

        days.UnionWith(cached.CommitDays);
        return Finish(cached.Log);
    }

    /// <summary>Whether backlogs have the same history at a commit and at one of its ancestors.</summary>
    private bool IsEqualTo(string tip, string ancestor, ImmutableArray<string> names) =>
        tip == ancestor || !git.HasChanges(tip, ancestor, names);

    /// <summary>Collects the days of all commits; with an excluded commit, of those that are not its ancestors.</summary>
    /// <returns>Whether the excluded commit is an ancestor; true when there is none.</returns>
    private bool ReadDays(string? exclude)
    {
        days.Clear();
        all.Clear();
        hasMerge = false;
        var isAncestor = exclude is null;
        try
        {
            var commits = exclude is null && head == git.Head ? git.CommitsOfHead.Value : git.Commits(head, exclude);
            foreach (var commit in commits)
            {
                if (commit.IsBoundary)
                {
                    isAncestor |= commit.Commit == exclude;
                    continue;
                }

                hasMerge |= commit.IsMerge;
                all.Add(commit.Commit);
                tipTime = commit.Commit == head ? commit.Seconds : tipTime;
                days.Add(CommitStamp.DayOf(commit.Seconds));
            }
        }
        catch (GitException) when (exclude is not null)
        {
            return false; // The repository no longer has it.
        }

        if (all.Count > MostWithoutCollections)
        {
            Garbage.AllowCollections(); // Now, while git still lists the revisions: a collection stops all threads but git.
        }

        return isAncestor;
    }

    /// <summary>Applies the revisions of all backlogs to a log.</summary>
    /// <returns>
    /// The backlogs whose history starts at one of the roots; null when the history cannot be continued because new revisions follow
    /// unknown ones.
    /// </returns>
    private ImmutableHashSet<int>? Apply(
        CommitGraph graph,
        EventLog log,
        Func<int, ImmutableArray<BacklogRevision>> revisionsOf,
        Func<int, ImmutableArray<string?>> blobsOf,
        ImmutableHashSet<string> roots
    )
    {
        var plan = new RevisionPlan(graph, paths);
        var hidden = ImmutableHashSet.CreateBuilder<int>();
        for (var backlog = 0; backlog < paths.Backlogs; backlog++)
        {
            var revisions = revisionsOf(backlog);
            var isKnown = log.HasRevisions(backlog);
            if (revisions.Any(one => one.Parents.Any(parent => parent.IsUnknown) || (isKnown && one.Parents.IsEmpty)))
            {
                return null;
            }

            plan.Add(backlog, revisions, isKnown ? blobsOf(backlog) : []);
            if (revisions.Any(one => one.Parents.IsEmpty && roots.Contains(graph.Commits[one.Commit].Commit)))
            {
                hidden.Add(backlog);
            }
        }

        new HistoryWalk(git, log, query).Apply(graph, plan);
        return hidden.ToImmutable();
    }

    private RepositoryHistory Finish(EventLog log)
    {
        ImmutableArray<DateOnly> commitDays = [.. days.Order()];
        if (log.Identities.Count <= MaxCached)
        {
            cache?.Save(new Checkpoint(git.Branch ?? "", head, tipTime), commitDays, EventLogFile.Write(log));
        }

        return new RepositoryHistory(log, commitDays);
    }

    private RepositoryHistory? Load(Checkpoint checkpoint)
    {
        if (cache?.Read(checkpoint) is not { } cached)
        {
            return null;
        }

        try
        {
            return new RepositoryHistory(EventLogFile.Read(cached.Payload.Span), cached.DaysWithCommits);
        }
        catch (InvalidDataException)
        {
            return null; // Another format: read from git again.
        }
    }

    /// <summary>Everything except the commits that affects what is read.</summary>
    private static string CacheKey(TrackedPaths paths, HistoryQuery query)
    {
        var reading = query.Reading;
        var scoring = reading.Scoring;
        string[] parts =
        [
            query.Version,
            scoring.Formula.Text,
            scoring.Scale.ToString(CultureInfo.InvariantCulture),
            scoring.EffortIsEase ? "ease" : "effort",
            scoring.EffortFromHours ? "hours" : "",
            reading.MaxFileBytes.ToString(CultureInfo.InvariantCulture),
            query.Archive ?? "",
            .. paths.All,
            .. reading
                .Labels.OrderBy(label => label.Key.Name, StringComparer.Ordinal)
                .SelectMany(label => label.Value.Prepend(label.Key.Name).Prepend("")),
            $"{reading.Items}",
            .. reading.Sections.SelectMany(one =>
                (string[])[one.Heading, $"{one.IsIgnored}", $"{one.Status}", $"{one.Priority}"]
            ),
            .. Sorted(reading.Columns),
            .. Sorted(reading.Statuses),
            .. Sorted(reading.Boxes),
        ];
        return string.Concat(parts.Select(part => part + '\0'));

        static IEnumerable<string> Sorted<T>(ImmutableDictionary<string, T> map) =>
            map.OrderBy(one => one.Key, StringComparer.Ordinal)
                .SelectMany(one => (string[])[one.Key, $"{one.Value}"])
                .Prepend("");
    }
}
