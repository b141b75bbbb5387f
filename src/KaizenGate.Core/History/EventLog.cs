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
        ImmutableArray<TimelineBuilder> timelines =
        [
            .. Backlogs.Select(backlog => new TimelineBuilder(
                backlog,
                today,
                Events.Count / Backlogs.Length,
                Identities.Count / Backlogs.Length
            )),
        ];
        foreach (var logged in Events)
        {
            var identity = Identities[logged.Identity];
            timelines[identity.Backlog].Add(logged, identity.Key, Commits[logged.Commit]);
        }

        foreach (var identity in Identities)
        {
            timelines[identity.Backlog].Add(identity);
        }

        return [.. timelines.Select(timeline => timeline.Build(commitDays))];
    }
}
