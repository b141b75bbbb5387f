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
    // The history of a shallow clone may grow without a new commit, so it is not cached.
    private readonly HistoryCache? cache =
        query.UseCache && !git.IsShallow ? new HistoryCache(git.CacheFolder, CacheKey(paths, query)) : null;

    private readonly HashSet<DateOnly> days = [];

    /// <summary>The root commit, or the oldest one of a shallow clone; known once the whole chain is read.</summary>
    private string? first;

    private long tipTime;

    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public RepositoryHistory Read() => ReadCached() ?? ReadAll();

    /// <summary>Continues a cached history; null when there is none.</summary>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public RepositoryHistory? ReadCached()
    {
        var checkpoints = new Dictionary<string, Checkpoint>(StringComparer.Ordinal);
        Checkpoint? best = null;
        foreach (var checkpoint in cache?.Candidates(git.Branch ?? "", head) ?? [])
        {
            if (checkpoint.Tip == head && Load(checkpoint) is { } complete)
            {
                return complete;
            }

            checkpoints.TryAdd(checkpoint.Tip, checkpoint);
            best ??= checkpoint;
        }

        return best is null ? null : Continue(checkpoints, best) ?? Finish(new EventLog(paths.Backlogs), Walk());
    }

    /// <summary>Reads the chain of commits and the backlogs at the same time.</summary>
    private RepositoryHistory ReadAll()
    {
        var chain = Background.Run(() => FollowChain([]));
        IReadOnlyList<Revision> revisions;
        try
        {
            revisions = Walk();
        }
        finally
        {
            Task.WaitAny(chain);
        }

        _ = chain.GetAwaiter().GetResult();
        return Finish(new EventLog(paths.Backlogs), revisions);
    }

    /// <summary>Continues from the nearest checkpoint. Those of other branches and of rewritten history are not on the chain.</summary>
    /// <param name="checkpoints">The checkpoints by their tips.</param>
    /// <param name="likely">The one that is probably the nearest.</param>
    /// <returns>Null when none can be continued; the whole chain has then been read.</returns>
    private RepositoryHistory? Continue(Dictionary<string, Checkpoint> checkpoints, Checkpoint likely)
    {
        // Load the likely checkpoint while git searches for the nearest one.
        var chain = Background.Run(() => FollowChain(checkpoints));
        likely = checkpoints[likely.Tip];
        var loaded = Load(likely);
        if (chain.GetAwaiter().GetResult() is not { } checkpoint)
        {
            return null;
        }

        if ((checkpoint == likely ? loaded : Load(checkpoint)) is { } cached)
        {
            using var walk = new HistoryWalk(git, paths, query);
            var revisions = walk.Read(head, checkpoint.Tip);
            if (!walk.MissesFormerName)
            {
                days.UnionWith(cached.CommitDays);
                return Finish(cached.Log, revisions);
            }
        }

        FollowChain([]);
        return null;
    }

    /// <summary>Collects the days of the chain down to its first checkpoint, which is returned; null when it has none.</summary>
    private Checkpoint? FollowChain(Dictionary<string, Checkpoint> checkpoints)
    {
        days.Clear();
        foreach (var link in git.Chain(head))
        {
            if (checkpoints.TryGetValue(link.Commit, out var checkpoint))
            {
                return checkpoint;
            }

            tipTime = link.Commit == head ? link.Seconds : tipTime;
            days.Add(CommitStamp.DayOf(link.Seconds));
            first = link.Commit;
        }

        return null;
    }

    private IReadOnlyList<Revision> Walk()
    {
        using var walk = new HistoryWalk(git, paths, query);
        return walk.Read(head, exclude: null);
    }

    private RepositoryHistory Finish(EventLog log, IReadOnlyList<Revision> revisions)
    {
        foreach (var revision in revisions)
        {
            log.Apply(revision.Commit, revision.Changes);
        }

        ImmutableArray<DateOnly> commitDays = [.. days.Order()];
        cache?.Save(
            new Checkpoint(git.Branch ?? "", head, tipTime),
            commitDays,
            target => EventLogFile.Write(log, target)
        );
        return new RepositoryHistory(log, commitDays) { Hidden = git.IsShallow ? InFirstCommit(revisions) : [] };
    }

    private ImmutableHashSet<int> InFirstCommit(IReadOnlyList<Revision> revisions) =>
        revisions.Count > 0 && revisions[0].Commit.Oid == first
            ? [.. revisions[0].Changes.Select(change => change.Backlog)]
            : [];

    private RepositoryHistory? Load(Checkpoint checkpoint)
    {
        if (cache?.Read(checkpoint) is not { } cached)
        {
            return null;
        }

        using var payload = cached.OpenPayload();
        try
        {
            return new RepositoryHistory(EventLogFile.Read(payload), cached.DaysWithCommits);
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
