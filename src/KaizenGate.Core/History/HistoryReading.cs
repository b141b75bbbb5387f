using System.Collections.Immutable;
using KaizenGate.Core.History.Caching;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>Reads the history of the current branch: from the cache as far as that reaches, and from git from there on.</summary>
/// <param name="git">The repository.</param>
/// <param name="head">The commit that is checked out.</param>
/// <param name="paths">The paths of the backlogs; former names are added.</param>
/// <param name="query">How to read them.</param>
internal sealed class HistoryReading(GitRepository git, string head, TrackedPaths paths, HistoryQuery query)
{
    /// <summary>What a shallow clone hides may be fetched without a new commit: nothing of it is kept.</summary>
    private readonly HistoryCache? cache =
        query.UseCache && !git.IsShallow ? new HistoryCache(git.CacheFolder, HistoryKey.Of(paths, query)) : null;

    private readonly HashSet<DateOnly> days = [];

    /// <summary>The first commit of all, or the oldest one that a shallow clone has; known when the whole chain was read.</summary>
    private string? first;

    private long tipTime;

    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public RepositoryHistory Read() => ReadKept() ?? Begin();

    /// <summary>Reads it from where something of it is kept; null when nothing is.</summary>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public RepositoryHistory? ReadKept()
    {
        var kept = new Dictionary<string, Checkpoint>(StringComparer.Ordinal);
        string? best = null;
        foreach (var checkpoint in cache?.Candidates(git.Branch ?? "", head) ?? [])
        {
            if (checkpoint.Tip == head && Load(checkpoint) is { } ready)
            {
                return ready;
            }

            kept.TryAdd(checkpoint.Tip, checkpoint);
            best ??= checkpoint.Tip;
        }

        return best is null ? null : GoOn(kept, best) ?? Finish(new EventLog(paths.Backlogs), Walk());
    }

    /// <summary>Reads all of it, the commits and the backlogs at the same time.</summary>
    private RepositoryHistory Begin()
    {
        Exception? failure = null;
        var counter = new Thread(() =>
        {
            try
            {
                FollowChain([]);
            }
            catch (GitException failed)
            {
                failure = failed;
            }
        })
        {
            IsBackground = true,
        };
        counter.Start();
        IReadOnlyList<Revision> revisions;
        try
        {
            revisions = Walk();
        }
        finally
        {
            counter.Join();
        }

        return failure is null ? Finish(new EventLog(paths.Backlogs), revisions) : throw failure;
    }

    /// <summary>Goes on from the nearest checkpoint. Those of another branch, or of a history that was rewritten, are not on the chain.</summary>
    /// <param name="kept">The checkpoints by their tips.</param>
    /// <param name="best">The tip of the one that most likely is the nearest.</param>
    /// <returns>Null when there is none; the whole chain has then been read.</returns>
    private RepositoryHistory? GoOn(Dictionary<string, Checkpoint> kept, string best)
    {
        // While git looks for the nearest one, what most likely is that one gets ready.
        var chain = new BackgroundTask<Checkpoint?>(() => FollowChain(kept));
        var likely = kept[best];
        var ready = Load(likely);
        if (chain.Answer is not { } checkpoint)
        {
            return null;
        }

        if ((checkpoint == likely ? ready : Load(checkpoint)) is { } past)
        {
            using var walk = new HistoryWalk(git, paths, query);
            var revisions = walk.Read(head, checkpoint.Tip);
            if (!walk.MissesFormerName)
            {
                days.UnionWith(past.CommitDays);
                return Finish(past.Ledger, revisions);
            }
        }

        FollowChain([]);
        return null;
    }

    /// <summary>Notes the days of the chain, down to the first checkpoint on it.</summary>
    private Checkpoint? FollowChain(Dictionary<string, Checkpoint> kept)
    {
        days.Clear();
        foreach (var link in git.Chain(head))
        {
            if (kept.TryGetValue(link.Commit, out var checkpoint))
            {
                return checkpoint;
            }

            tipTime = link.Commit == head ? link.Seconds : tipTime;
            days.Add(UtcDay.Of(link.Seconds));
            first = link.Commit;
        }

        return null;
    }

    private IReadOnlyList<Revision> Walk()
    {
        using var walk = new HistoryWalk(git, paths, query);
        return walk.Read(head, exclude: null);
    }

    private RepositoryHistory Finish(EventLog ledger, IReadOnlyList<Revision> revisions)
    {
        foreach (var revision in revisions)
        {
            ledger.Apply(revision.Commit, revision.Changes);
        }

        ImmutableArray<DateOnly> commitDays = [.. days.Order()];
        cache?.Save(new Checkpoint(git.Branch ?? "", head, tipTime), commitDays, ledger.Write);
        return new RepositoryHistory(ledger, commitDays) { Hidden = git.IsShallow ? OlderThan(revisions) : [] };
    }

    /// <summary>The backlogs that are there in the first commit that is known, so that they may be older.</summary>
    private ImmutableHashSet<int> OlderThan(IReadOnlyList<Revision> revisions) =>
        revisions.Count > 0 && revisions[0].Commit.Oid == first
            ? [.. revisions[0].Changes.Select(change => change.Backlog)]
            : [];

    private RepositoryHistory? Load(Checkpoint checkpoint)
    {
        if (cache?.Read(checkpoint) is not { } kept)
        {
            return null;
        }

        using var payload = kept.OpenPayload();
        try
        {
            return new RepositoryHistory(EventLog.Read(payload), kept.DaysWithCommits);
        }
        catch (InvalidDataException)
        {
            return null; // Whoever wrote it did so in another way: it is read from git again.
        }
    }
}
