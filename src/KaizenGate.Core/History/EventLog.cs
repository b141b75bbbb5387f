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

    /// <summary>Returns the timeline of one backlog; see <see cref="Timelines"/>.</summary>
    public Timeline? TimelineOf(int backlog, ImmutableArray<DateOnly> commitDays, DateOnly today) =>
        Timelines(commitDays, today)[backlog];

    /// <summary>
    /// Returns for each backlog the events of the improvements that are in it, or were in it last; null when it has no revision.
    /// </summary>
    /// <param name="commitDays">See <see cref="Timeline.CommitDays"/>.</param>
    /// <param name="today">Later dates are implausible.</param>
    public ImmutableArray<Timeline?> Timelines(ImmutableArray<DateOnly> commitDays, DateOnly today)
    {
        var events = Events.ToLookup(logged => Identities[logged.Identity].Backlog);
        var identities = Identities.ToLookup(identity => identity.Backlog);
        return
        [
            .. Concurrently.Select(
                [.. Backlogs.Index()],
                one =>
                    one.Item.Start is { } start
                        ? TimelineOf(one.Item, start, events[one.Index], [.. identities[one.Index]], today) with
                        {
                            CommitDays = commitDays,
                        }
                        : null
            ),
        ];
    }

    private Timeline TimelineOf(
        TrackedBacklog tracked,
        DateOnly start,
        IEnumerable<LoggedEvent> events,
        ImmutableArray<Identity> identities,
        DateOnly today
    )
    {
        var days = new PlausibleDays(today);
        ImmutableArray<TimelineEvent> all =
        [
            .. from logged in events
            let commit = Commits[logged.Commit]
            select new TimelineEvent(logged.Kind, Identities[logged.Identity].Key, days.Of(logged.Date, commit), commit)
            {
                Title = logged.Title,
                Score = logged.Score,
                IsFromStart = logged.IsFromStart,
            },
        ];
        var backdated = identities
            .Where(identity => identity.IsPresent)
            .Select(identity => identity.Backdated)
            .OfType<BackdatedCapture>();
        return new Timeline(days.Of(start), all)
        {
            CutShortBy = tracked.CutShortBy,
            FirstCaptured = tracked.FirstCaptured is { } first ? days.Of(first) : null,
            Ignored = [.. backdated, .. days.Future],
            Pruned = identities
                .Where(identity => identity is { IsPresent: false, Last.Status: Status.Done })
                .ToDictionary(
                    identity => identity.Key,
                    identity =>
                        StatedOutcome.Completed(
                            identity.Last.Outcome,
                            identity.Key,
                            identity.Last.Id,
                            identity.Last.Title
                        )
                ),
            Renamed = tracked
                .Present.Where(item => item.Key != item.Identity.Key)
                .ToDictionary(item => item.Key, item => item.Identity.Key),
            Touched = identities.ToDictionary(identity => identity.Key, identity => days.Of(identity.Touched)),
        };
    }
}
