using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Appends the events of one commit to a log.</summary>
/// <param name="log">The log.</param>
/// <param name="commit">The commit.</param>
/// <param name="firsts">The backlogs whose first revision this is, with the retention that their files declare.</param>
internal sealed class EventLogBuilder(
    EventLog log,
    CommitStamp commit,
    IReadOnlyCollection<(int Backlog, Retention? Retention)> firsts
)
{
    private readonly List<LoggedEvent> initialEvents = [];
    private readonly HashSet<int> fullyDated = [];
    private int commitNumber = -1;

    /// <summary>Whether the current improvement is in the first revision of its backlog.</summary>
    private bool isInitial;

    /// <summary>Whether the current improvement replaces another one, or is replaced; see <see cref="Migration"/>.</summary>
    private bool isReplacement;
    private Migration migration = null!;

    public void Write(List<ItemChange> changes)
    {
        SharedKeys.Reassign(changes);
        changes.Sort(InOrder);
        var vanished = changes.FindAll(change => change.After is null);
        var appeared = changes.FindAll(change => change.Before is null);
        migration = new(log, changes);
        var partners = RenameDetection.Exact(vanished, appeared, migration.Includes);
        var returning = ReturningItems.Of(log, appeared, partners);
        RenameDetection.Similar(vanished, appeared, partners, i => returning[i] is not null);
        SetStarts(appeared, partners);

        foreach (var change in changes)
        {
            if (change is { Before: not null, After: { } after })
            {
                Update(change.Identity!, after, change.Backlog);
            }
        }

        List<int> gone = [.. Enumerable.Range(0, vanished.Count).Except(partners)];
        migration.Replace(
            gone.Select(i => vanished[i]),
            appeared.Where((_, i) => partners[i] < 0 && returning[i] is null)
        );
        for (var i = 0; i < appeared.Count; i++)
        {
            var (backlog, state) = (appeared[i].Backlog, appeared[i].After!);
            isReplacement = migration.Replaces(state);
            if ((partners[i] >= 0 ? vanished[partners[i]].Identity : returning[i]) is { } identity)
            {
                Update(identity, state, backlog);
            }
            else
            {
                Capture(state, backlog);
            }
        }

        foreach (var i in gone)
        {
            isReplacement = migration.Replaces(vanished[i].Before!);
            Remove(vanished[i].Identity!);
        }

        // The order of events in the first revision is that of their dates.
        log.Events.AddRange(initialEvents.OrderBy(initial => initial.Date));
    }

    /// <summary>An order that does not depend on the order of files and items.</summary>
    private static int InOrder(ItemChange one, ItemChange other)
    {
        var byBacklog = one.Backlog.CompareTo(other.Backlog);
        var byKey = string.CompareOrdinal((one.Before ?? one.After!).Key, (other.Before ?? other.After!).Key);
        return byBacklog != 0 ? byBacklog
            : byKey != 0 ? byKey
            : (one.Before is null).CompareTo(other.Before is null);
    }

    /// <summary>Sets the start of each new backlog to its earliest date if dates cover everything before this commit.</summary>
    private void SetStarts(List<ItemChange> appeared, int[] partners)
    {
        foreach (var (backlog, retention) in firsts)
        {
            DateOnly? earliest = null;
            var isDated = true;
            for (var i = 0; i < appeared.Count && isDated; i++)
            {
                if (appeared[i].Backlog == backlog)
                {
                    var state = appeared[i].After!;
                    var captured = WrittenDay.Of(state.Captured, null, commit.Day);
                    earliest = earliest is null || captured.Date < earliest ? captured.Date : earliest;
                    isDated =
                        partners[i] < 0
                        && captured.IsWritten
                        && (
                            state.Status is not Status.Done
                            || WrittenDay.Of(state.Completed, captured.Date, commit.Day).IsWritten
                        );
                }
            }

            if (!isDated)
            {
                continue;
            }

            fullyDated.Add(backlog);
            var tracked = log.Backlogs[backlog];
            tracked.FirstCaptured = earliest;
            if (retention?.Start > earliest)
            {
                tracked.Start = retention.Start < commit.Day ? retention.Start : commit.Day;
                tracked.CutShortBy = retention.Explanation;
            }
            else
            {
                tracked.Start = earliest ?? commit.Day;
            }
        }
    }

    private void Capture(ItemState state, int backlog)
    {
        var tracked = log.Backlogs[backlog];
        isInitial = firsts.Any(first => first.Backlog == backlog);
        var day = WrittenDay.Of(state.Captured, null, commit.Day);
        var isBackdated =
            !isInitial && day.IsWritten && commit.Day.DayNumber - day.Date.DayNumber > BackdatedCapture.GraceDays;
        day = isBackdated ? new(commit.Day, false) : day;
        var identity = new Identity
        {
            Number = log.Identities.Count,
            Key = FreeKey(tracked, state.Key, state.OwnKey),
            Backlog = backlog,
            Last = state,
            Touched = commit.Day,
            CapturedOn = day.IsWritten || !isInitial ? day.Date : null,
            BackdatedTo = isBackdated ? state.Captured : null,
        };
        log.Identities.Add(identity);
        tracked.Assign(state.Key, identity);
        tracked.FirstCaptured ??= commit.Day;
        Add(identity, state, TimelineEventKind.Captured, day);
        UpdateRatings(identity, state);
        UpdateStatus(identity, state);
        isInitial = false;
    }

    private void Update(Identity identity, ItemState state, int backlog)
    {
        var before = identity.Last;
        Move(identity, state, backlog);
        var isReformatted = migration.Includes(backlog) && before.Status == state.Status && before.HasRatingsOf(state);
        if ((before.Fingerprint != state.Fingerprint && !isReformatted) || !identity.IsPresent)
        {
            identity.Touched = commit.Day > identity.Touched ? commit.Day : identity.Touched;
        }

        if (state.IsOpen && !(before.IsOpen && identity.IsPresent))
        {
            Add(identity, state, TimelineEventKind.Reopened);
            identity.ReopenedOn = commit.Day;
            identity.IsStarted = identity.IsStarted && before.IsOpen;
        }

        if (
            before.Title != state.Title
            && TitleText.NormalizeTitle(before.Title) != TitleText.NormalizeTitle(state.Title)
        )
        {
            Add(identity, state, TimelineEventKind.Retitled);
        }

        UpdateRatings(identity, state);
        (identity.Last, identity.IsPresent) = (state, true);
        if (state.Status != before.Status)
        {
            UpdateStatus(identity, state);
        }
    }

    private void Move(Identity identity, ItemState state, int backlog)
    {
        var tracked = log.Backlogs[backlog];
        if (identity.Backlog != backlog)
        {
            var source = log.Backlogs[identity.Backlog];
            source.EventKeys.Remove(identity.Key);
            // A backlog that begins with the improvements of another one is not new.
            tracked.FirstCaptured =
                source.FirstCaptured < (tracked.FirstCaptured ?? DateOnly.MaxValue)
                    ? source.FirstCaptured
                    : tracked.FirstCaptured;
            identity.Key = FreeKey(tracked, identity.Key, identity.Key);
            identity.Backlog = backlog;
        }

        tracked.Assign(state.Key, identity);
    }

    private void Remove(Identity identity)
    {
        var last = identity.Last;
        identity.IsPresent = false;
        log.Backlogs[identity.Backlog].AddRemoved(identity);
        Add(identity, last, last.IsOpen ? TimelineEventKind.Dropped : TimelineEventKind.Pruned);
    }

    /// <summary>Logs a new score. A closed improvement may lose its score without an event, because only open ones need one.</summary>
    private void UpdateRatings(Identity identity, ItemState state)
    {
        var ratings = new Ratings(state.Impact, state.Effort, state.Score);
        var isRated = state.Score is not null || (identity.Ratings is not null && state.IsOpen);
        if (isRated && identity.Ratings != ratings)
        {
            Add(identity, state, identity.Ratings is null ? TimelineEventKind.Scored : TimelineEventKind.Rescored);
            identity.Ratings = ratings;
        }
    }

    private void UpdateStatus(Identity identity, ItemState state)
    {
        var started = WrittenDay.Of(state.Started, identity.NotBefore, commit.Day);
        switch (state.Status)
        {
            case Status.InProgress:
                Add(identity, state, TimelineEventKind.Started, started);
                identity.IsStarted = true;
                break;
            case Status.Deferred:
                Add(identity, state, TimelineEventKind.Deferred);
                break;
            case Status.Done:
                // The start of work that was started and completed between two commits is known from its date only.
                if (!identity.IsStarted && started.IsWritten)
                {
                    Add(identity, state, TimelineEventKind.Started, started);
                }

                Close(identity, state, TimelineEventKind.Completed);
                break;
            case Status.Rejected:
                Close(identity, state, TimelineEventKind.Rejected);
                break;
            default:
                break;
        }
    }

    private void Close(Identity identity, ItemState state, TimelineEventKind kind)
    {
        identity.IsStarted = false;
        var day = WrittenDay.Of(state.Completed, identity.NotBefore, commit.Day);
        if (isInitial && kind is TimelineEventKind.Rejected && !day.IsWritten && fullyDated.Contains(identity.Backlog))
        {
            // Few teams date a rejection; see WrittenDates.
            day = new(identity.CapturedOn!.Value, true);
        }

        Add(identity, state, kind, day);
    }

    private void Add(Identity identity, ItemState state, TimelineEventKind kind, WrittenDay? day = null)
    {
        if (commitNumber < 0)
        {
            commitNumber = log.Commits.Count;
            log.Commits.Add(commit.Oid);
        }

        var (date, isWritten) = day ?? new(commit.Day, false);
        (isInitial ? initialEvents : log.Events).Add(
            new(
                kind,
                identity.Number,
                commitNumber,
                date,
                state.Title,
                state.Score,
                isReplacement || (isInitial && !isWritten)
            )
        );
    }

    private static string FreeKey(TrackedBacklog tracked, string wanted, string own)
    {
        var key = wanted;
        for (var another = 2; !tracked.EventKeys.Add(key); another++)
        {
            key = $"{own}#{another}";
        }

        return key;
    }
}
