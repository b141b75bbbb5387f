using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Timelines;

/// <summary>The history of a backlog in a tracker, from the events of its issues.</summary>
internal static class IssueTimeline
{
    /// <summary>Returns the timeline.</summary>
    /// <param name="backlog">The backlog that was read from the snapshot.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="asOf">Today. Later events are left out.</param>
    /// <returns>A timeline from the day of the first issue on; <see cref="NoHistory"/> without any issue.</returns>
    public static HistoryResult Of(Backlog backlog, Snapshot snapshot, DateOnly asOf)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in backlog.Improvements)
        {
            keys.TryAdd(item.Id ?? "", item.Key);
        }

        ImmutableArray<(TrackerIssue Issue, string Key)> issues =
        [
            .. snapshot
                .Issues.Where(issue => keys.ContainsKey(issue.Id))
                .Select(issue => (issue, keys[issue.Id]))
                .Where(one => DayOf(one.issue.Created) <= asOf),
        ];
        if (issues.IsEmpty)
        {
            return new NoHistory("the backlog has no improvements", 0, 1);
        }

        ImmutableArray<TimelineEvent> events =
        [
            .. issues
                .SelectMany(one => EventsOf(one.Issue, one.Key))
                .Where(one => DayOf(one.At) <= asOf)
                .OrderBy(one => one.At)
                .Select(one => one.Event),
        ];
        var first = events[0].Date;
        return new Timeline(first, events)
        {
            FirstCaptured = first,
            Touched = issues.DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => DayOf(one.Issue.Updated)),
        };
    }

    /// <summary>The state of an issue at the end of a day, by its events.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="day">The day.</param>
    /// <returns>Null when it did not exist yet.</returns>
    public static TrackerIssue? At(TrackerIssue issue, DateOnly day)
    {
        if (DayOf(issue.Created) > day)
        {
            return null;
        }

        ImmutableArray<IssueEvent> before = [.. issue.Events.Where(one => DayOf(one.At) <= day)];
        if (before.Length == issue.Events.Length && !(issue.Closed is { } closed && DayOf(closed) > day))
        {
            return issue;
        }

        var labels = issue.Labels.ToHashSet();
        foreach (var one in issue.Events.Reverse().Where(one => DayOf(one.At) > day && one.Text is not null))
        {
            if (one.Kind is IssueEventKind.Labeled)
            {
                labels.Remove(one.Text!);
            }
            else if (one.Kind is IssueEventKind.Unlabeled)
            {
                labels.Add(one.Text!);
            }
        }

        var last = before.LastOrDefault(one => one.Kind is IssueEventKind.Closed or IssueEventKind.Reopened);
        var isClosed = last is { Kind: IssueEventKind.Closed, Text: not null };
        return issue with
        {
            State = isClosed ? StateOf(last) : IssueState.Open,
            Closed = isClosed ? last.At : null,
            Labels = [.. labels],
            Events = before,
        };
    }

    /// <summary>Returns its events with their times. The last one leads to its state, even if the tracker lists no event for that.</summary>
    private static IEnumerable<(DateTimeOffset At, TimelineEvent Event)> EventsOf(TrackerIssue issue, string key)
    {
        var state = IssueState.Open;
        var status = Status.ToDo;
        yield return Of(TimelineEventKind.Captured, issue.Created);
        foreach (var one in issue.Events)
        {
            if (one.Kind is IssueEventKind.Closed && state is IssueState.Open)
            {
                state = StateOf(one);
                yield return Of(Departure(state), one.At, one.Commit);
            }
            else if (one.Kind is IssueEventKind.Reopened && state is not IssueState.Open)
            {
                state = IssueState.Open;
                yield return Of(TimelineEventKind.Reopened, one.At);
            }
            else if (
                one is { Kind: IssueEventKind.Labeled, Text: { } label }
                && IssueStatus.OfLabel(label) is { } named
                && named != status
                && state is IssueState.Open
            )
            {
                status = named;
                yield return Of(
                    named is Status.Deferred ? TimelineEventKind.Deferred : TimelineEventKind.Started,
                    one.At
                );
            }
            else if (one is { Kind: IssueEventKind.Unlabeled, Text: { } old } && IssueStatus.OfLabel(old) == status)
            {
                status = Status.ToDo;
            }
        }

        if (issue.State == state)
        {
            yield break;
        }

        if (issue.State is IssueState.Open)
        {
            yield return Of(TimelineEventKind.Reopened, issue.Updated);
        }
        else
        {
            yield return Of(Departure(issue.State), issue.Closed ?? issue.Updated);
        }

        (DateTimeOffset, TimelineEvent) Of(TimelineEventKind kind, DateTimeOffset at, string? commit = null) =>
            (at, new TimelineEvent(kind, key, DayOf(at), commit) { Title = issue.Title });
    }

    private static TimelineEventKind Departure(IssueState state) =>
        state is IssueState.Rejected ? TimelineEventKind.Rejected : TimelineEventKind.Completed;

    private static IssueState StateOf(IssueEvent closed) =>
        closed.Text == "rejected" ? IssueState.Rejected : IssueState.Done;

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
