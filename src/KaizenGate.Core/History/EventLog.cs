using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>A <see cref="TimelineEvent"/> as the log stores it, with the numbers of its <see cref="Identity"/> and of its commit.</summary>
internal readonly record struct LoggedEvent(
    TimelineEventKind Kind,
    int Identity,
    int Commit,
    DateOnly Date,
    string Title,
    double? Score,
    bool IsFromStart
);

/// <summary>Derives events from the successive revisions of backlogs. A commit only appends to it.</summary>
/// <param name="backlogs">The number of backlogs.</param>
internal sealed class EventLog(int backlogs)
{
    public ImmutableArray<TrackedBacklog> Backlogs { get; } =
    [.. Enumerable.Range(0, backlogs).Select(_ => new TrackedBacklog())];

    /// <summary>Every improvement that ever existed.</summary>
    public List<Identity> Identities { get; } = [];

    /// <summary>The events in the order of the commits.</summary>
    public List<LoggedEvent> Events { get; } = [];

    /// <summary>The commits with events; null for changes that are not committed.</summary>
    public List<string?> Commits { get; } = [];

    public bool HasRevisions(int backlog) => Backlogs[backlog].Start is not null;

    /// <summary>Appends the next commit. The cost depends on the size of the change only.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="changes">The files of backlogs that it changed.</param>
    public void Apply(CommitStamp commit, IReadOnlyList<FileChange> changes)
    {
        var firsts = new List<(int Backlog, Retention? Retention)>();
        foreach (var change in changes)
        {
            var backlog = Backlogs[change.Backlog];
            backlog.Put(change);
            if (backlog.Start is null && change.Items is not null)
            {
                backlog.Start = commit.Day;
                firsts.Add((change.Backlog, change.Retention));
            }
        }

        var items = new List<ItemChange>();
        foreach (var backlog in changes.Select(change => change.Backlog).Distinct().Order())
        {
            Backlogs[backlog].TakeChanges(backlog, items);
        }

        if (items.Count > 0)
        {
            new EventLogBuilder(this, commit, firsts).Write(items);
        }
    }

    /// <summary>Returns the events of the improvements that are in a backlog, or were in it last; null when the backlog has no revision.</summary>
    /// <param name="backlog">Its number.</param>
    /// <param name="commitDays">See <see cref="Timeline.CommitDays"/>.</param>
    /// <param name="today">Later dates are implausible.</param>
    public Timeline? TimelineOf(int backlog, ImmutableArray<DateOnly> commitDays, DateOnly today)
    {
        var tracked = Backlogs[backlog];
        if (tracked.Start is not { } start)
        {
            return null;
        }

        var days = new PlausibleDays(today);
        var events =
            from logged in Events
            let identity = Identities[logged.Identity]
            where identity.Backlog == backlog
            let commit = Commits[logged.Commit]
            select new TimelineEvent(logged.Kind, identity.Key, days.Of(logged.Date, commit), commit)
            {
                Title = logged.Title,
                Score = logged.Score,
                IsFromStart = logged.IsFromStart,
            };
        ImmutableArray<TimelineEvent> all = [.. events];
        var backdated = Identities
            .Where(identity => identity.Backlog == backlog && identity.IsPresent)
            .Select(identity => identity.Backdated)
            .OfType<BackdatedCapture>();
        return new Timeline(days.Of(start), all)
        {
            CutShortBy = tracked.CutShortBy,
            FirstCaptured = tracked.FirstCaptured is { } first ? days.Of(first) : null,
            Ignored = [.. backdated, .. days.Future],
            CommitDays = commitDays,
            Renamed = tracked
                .Present.Where(item => item.Key != item.Identity.Key)
                .ToDictionary(item => item.Key, item => item.Identity.Key),
            Touched = Identities
                .Where(identity => identity.Backlog == backlog)
                .ToDictionary(identity => identity.Key, identity => days.Of(identity.Touched)),
        };
    }
}
