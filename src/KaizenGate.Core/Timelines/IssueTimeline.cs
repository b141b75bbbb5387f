using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Timelines;

/// <summary>The history of a backlog in a tracker, from the events of its issues.</summary>
internal static class IssueTimeline
{
    /// <summary>Returns the timeline.</summary>
    /// <param name="issues">The issues. The id of each is the key of the improvement that is read from it.</param>
    /// <param name="asOf">Today. Later events are left out.</param>
    /// <returns>A timeline from the day of the first issue on; <see cref="NoHistory"/> without any issue.</returns>
    public static HistoryResult Of(ImmutableArray<TrackerIssue> issues, DateOnly asOf)
    {
        var events = new List<(DateTimeOffset At, TimelineEvent Event)>(3 * issues.Length);
        var touched = new Dictionary<string, DateOnly>(issues.Length);
        foreach (var issue in issues)
        {
            // Of issues with the same id, which only an edited snapshot has, the first counts.
            if (DayOf(issue.Created) <= asOf && touched.TryAdd(issue.Id, DayOf(issue.Updated)))
            {
                AddEvents(events, issue, asOf);
            }
        }

        if (events.Count == 0)
        {
            return new NoHistory("the backlog has no improvements", 0, 1);
        }

        ImmutableArray<TimelineEvent> inOrder = [.. events.OrderBy(one => one.At).Select(one => one.Event)];
        return new Timeline(inOrder[0].Date, inOrder) { FirstCaptured = inOrder[0].Date, Touched = touched };
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

        var isLater = issue.Closed is { } closed && DayOf(closed) > day;
        foreach (var one in issue.Events)
        {
            isLater |= DayOf(one.At) > day;
        }

        if (!isLater)
        {
            return issue;
        }

        ImmutableArray<IssueEvent> before = [.. issue.Events.Where(one => DayOf(one.At) <= day)];
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

    /// <summary>Adds the events of an issue. The last one leads to its state, even if the tracker lists no event for that.</summary>
    private static void AddEvents(List<(DateTimeOffset, TimelineEvent)> events, TrackerIssue issue, DateOnly asOf)
    {
        var state = IssueState.Open;
        var status = Status.ToDo;
        Add(TimelineEventKind.Captured, issue.Created);
        foreach (var one in issue.Events)
        {
            if (one.Kind is IssueEventKind.Closed && state is IssueState.Open)
            {
                state = StateOf(one);
                Add(Departure(state), one.At, one.Commit);
            }
            else if (one.Kind is IssueEventKind.Reopened && state is not IssueState.Open)
            {
                state = IssueState.Open;
                Add(TimelineEventKind.Reopened, one.At);
            }
            else if (
                one is { Kind: IssueEventKind.Labeled, Text: { } label }
                && IssueStatus.OfLabel(label) is { } named
                && named != status
                && state is IssueState.Open
            )
            {
                status = named;
                Add(named is Status.Deferred ? TimelineEventKind.Deferred : TimelineEventKind.Started, one.At);
            }
            else if (one is { Kind: IssueEventKind.Unlabeled, Text: { } old } && IssueStatus.OfLabel(old) == status)
            {
                status = Status.ToDo;
            }
        }

        if (issue.State != state)
        {
            Add(
                issue.State is IssueState.Open ? TimelineEventKind.Reopened : Departure(issue.State),
                issue.State is IssueState.Open ? issue.Updated : issue.Closed ?? issue.Updated
            );
        }

        void Add(TimelineEventKind kind, DateTimeOffset at, string? commit = null)
        {
            if (DayOf(at) is var day && day <= asOf)
            {
                events.Add((at, new TimelineEvent(kind, issue.Id, day, commit) { Title = issue.Title }));
            }
        }
    }

    private static TimelineEventKind Departure(IssueState state) =>
        state is IssueState.Rejected ? TimelineEventKind.Rejected : TimelineEventKind.Completed;

    private static IssueState StateOf(IssueEvent closed) =>
        closed.Text == "rejected" ? IssueState.Rejected : IssueState.Done;

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
