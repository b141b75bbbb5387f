using KaizenGate.Core.History.Git;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>What the commits of the repository with a snapshot say about its issues.</summary>
internal sealed record TrackerCommits
{
    /// <summary>The distinct days in UTC with commits, ascending; default when unknown.</summary>
    public ImmutableArray<DateOnly> Days { get; private init; }

    /// <summary>Why there are no commits; null when there are.</summary>
    public string? Problem { get; private init; }

    /// <summary>The messages of the commits of the change.</summary>
    private ImmutableArray<string> Messages { get; init; } = [];

    /// <summary>The time of the commit before the change; null when unknown.</summary>
    private DateTimeOffset? Start { get; init; }

    private ChangeReasons Reasons { get; init; } = ChangeReasons.None;

    /// <summary>Reads the commits.</summary>
    /// <param name="files">The snapshots; at least one.</param>
    /// <param name="query">Which history to read.</param>
    /// <exception cref="InputException">The requested change cannot be read.</exception>
    public static TrackerCommits Read(ImmutableArray<SourceFile> files, HistoryQuery query)
    {
        if (!query.NeedsGit)
        {
            return new() { Problem = KnownHistory.NotAsked };
        }

        switch (Repositories.Open(Repositories.FolderOf(files[0]), query))
        {
            case OpenedRepository { Git: { Head: { } head } git }:
                try
                {
                    return Read(git, head, query);
                }
                catch (GitException failed) when (query.IsAboutChange)
                {
                    throw query.Unreadable(failed);
                }
                catch (GitException failed)
                {
                    return new() { Problem = failed.Reason };
                }
            case UnreadableRepository { Reason: var reason }:
                return new() { Problem = reason };
            default:
                return new() { Problem = "there is no git repository with commits" };
        }
    }

    private static TrackerCommits Read(GitRepository git, string head, HistoryQuery query)
    {
        var days = git.IsShallow ? default : DaysOf(git, head);
        if (!query.IsAboutChange)
        {
            return new() { Days = days, Problem = git.IsShallow ? GitRepository.ShallowReason : null };
        }

        var start = query.Since is { } since ? git.MergeBase(since) : head;
        return new()
        {
            Days = days,
            Problem = git.IsShallow ? GitRepository.ShallowReason : null,
            Start = start is null ? null : git.TimeOf(start),
            Messages = query.Since is null ? [query.Message ?? ""] : git.Messages(start!, head),
            Reasons =
                query.Message is { } message ? git.Reasons(message)
                : query.Since is not null ? git.Reasons(start!, head)
                : ChangeReasons.None,
        };
    }

    /// <summary>
    /// Returns what the change does to the issues: it captures those that its authors, or with unknown authors anyone, filed since it
    /// began; it completes those that they closed since then, and those that its messages close when it is merged.
    /// </summary>
    public ChangeRange RangeOf(Backlog backlog, Snapshot snapshot, HistoryQuery query)
    {
        var issues = snapshot
            .Issues.DistinctBy(issue => issue.Id)
            .ToDictionary(issue => issue.Id, StringComparer.Ordinal);
        var captured = ImmutableHashSet.CreateBuilder<string>();
        var completed = ImmutableHashSet.CreateBuilder<string>();
        var rejected = ImmutableHashSet.CreateBuilder<string>();
        var changed = ImmutableHashSet.CreateBuilder<string>();
        var (mentioned, closed) = IssueLinks.In(Messages, snapshot.Project);
        var sighted = ImmutableHashSet.CreateBuilder<string>();
        var delta = default(FiguresDelta);
        foreach (var item in backlog.Improvements)
        {
            if (item.Id is not { } id || !issues.TryGetValue(id, out var issue))
            {
                continue;
            }

            var isNew = issue.Created >= Start && (IsAuthor(issue.Author) || mentioned.Contains(id));
            var leaves = issue.Events.LastOrDefault(one => one.Kind is IssueEventKind.Closed);
            var isClosedNow =
                issue.State is not IssueState.Open
                && issue.Closed >= Start
                && (closed.Contains(id) || IsAuthor(leaves.By));
            var isDone =
                issue.State is IssueState.Open ? closed.Contains(id) : isClosedNow && issue.State is IssueState.Done;
            var isRejected = isClosedNow && issue.State is IssueState.Rejected;
            Add(captured, isNew);
            Add(completed, isDone);
            Add(rejected, isRejected);
            // A body has no authors and no times, so a sighting of the same days counts for a change that names the issue.
            var isSighted =
                !isNew
                && (query.Authors.IsEmpty || mentioned.Contains(id))
                && item.Sightings.Any(one =>
                    Start is { } start && one.Day >= CommitStamp.DayOf(start.ToUnixTimeSeconds())
                );
            Add(sighted, isSighted);
            Add(changed, isSighted || isNew || isDone || isRejected || mentioned.Contains(id));
            var isLeaving = isDone || isRejected;
            delta += new FiguresDelta(
                (isNew ? 1 : 0) - (isLeaving ? 1 : 0),
                (isNew && !isRejected ? 1 : 0) - (isRejected && !isNew ? 1 : 0),
                isDone ? 1 : 0
            );

            void Add(ImmutableHashSet<string>.Builder to, bool isOne)
            {
                if (isOne)
                {
                    to.Add(item.Key);
                }
            }
        }

        return new ChangeRange
        {
            Description = query.Since is null ? "since the last commit" : $"since {query.Since}",
            Captured = captured.ToImmutable(),
            Changed = changed.ToImmutable(),
            Completed = completed.ToImmutable(),
            Rejected = rejected.ToImmutable(),
            Sighted = sighted.ToImmutable(),
            Delta = delta,
            NoCaptureReasons = Reasons.NoCapture,
            InflowReasons = Reasons.Inflow,
            HasNoMessage = query is { Since: null, Message: null },
        };

        bool IsAuthor(string? login) =>
            query.Authors.IsEmpty
            || (login is not null && query.Authors.Contains(login, StringComparer.OrdinalIgnoreCase));
    }

    private static ImmutableArray<DateOnly> DaysOf(GitRepository git, string head) =>
        [.. git.Commits(head).Select(commit => commit.Seconds).Distinct().Select(CommitStamp.DayOf).Distinct().Order()];
}
