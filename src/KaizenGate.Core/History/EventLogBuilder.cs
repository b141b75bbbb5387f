using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Writes what one commit did into a ledger.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="commit">The commit.</param>
/// <param name="firsts">The backlogs of which this is the first revision, with what their files say of the time before.</param>
internal sealed class EventLogBuilder(
    EventLog ledger,
    CommitStamp commit,
    IReadOnlyCollection<(int Backlog, Retention? Retention)> firsts
)
{
    private readonly List<LoggedEvent> stock = [];
    private readonly HashSet<int> whollyDated = [];
    private int number = -1;
    private bool isStock;

    public void Write(List<ItemChange> changes)
    {
        SharedKeys.Settle(changes);
        changes.Sort(InOrder);
        var vanished = changes.FindAll(change => change.Now is null);
        var appeared = changes.FindAll(change => change.Was is null);
        var partners = RenameDetection.Same(vanished, appeared);
        var returning = Returning(appeared, partners);
        RenameDetection.Alike(vanished, appeared, partners, at => returning[at] is not null);
        Date(appeared, partners);

        foreach (var change in changes)
        {
            if (change is { Was: not null, Now: { } now })
            {
                Follow(change.Who!, now, change.Backlog);
            }
        }

        for (var at = 0; at < appeared.Count; at++)
        {
            var (backlog, now) = (appeared[at].Backlog, appeared[at].Now!);
            if ((partners[at] >= 0 ? vanished[partners[at]].Who : returning[at]) is { } who)
            {
                Follow(who, now, backlog);
            }
            else
            {
                Capture(now, backlog);
            }
        }

        foreach (var at in Enumerable.Range(0, vanished.Count).Except(partners))
        {
            Lose(vanished[at].Who!);
        }

        // Of what is dated in the first revision, the dates tell the order.
        ledger.Events.AddRange(stock.OrderBy(happened => happened.Date));
    }

    /// <summary>An order in which neither the order of the files nor that of their items shows.</summary>
    private static int InOrder(ItemChange one, ItemChange other)
    {
        var byBacklog = one.Backlog.CompareTo(other.Backlog);
        var byKey = string.CompareOrdinal((one.Was ?? one.Now!).Key, (other.Was ?? other.Now!).Key);
        return byBacklog != 0 ? byBacklog
            : byKey != 0 ? byKey
            : (one.Was is null).CompareTo(other.Was is null);
    }

    /// <summary>Finds for what appeared, and is not paired, who it was before it vanished in an earlier commit.</summary>
    private Identity?[] Returning(List<ItemChange> appeared, int[] partners)
    {
        var returning = new Identity?[appeared.Count];
        for (var at = 0; at < returning.Length; at++)
        {
            var (gone, now) = (ledger.Contents[appeared[at].Backlog].Removed, appeared[at].Now!);
            if (partners[at] >= 0 || gone.Count == 0)
            {
                continue;
            }

            if (
                gone.Remove(now.Key, out returning[at])
                || now.Id is null
                || !gone.TryGetValue(TitleText.NormalizeTitle(now.Title), out var untitled)
                || untitled.Last.Id is not null
            )
            {
                continue;
            }

            gone.Remove(untitled.Last.Key);
            returning[at] = untitled;
        }

        return returning;
    }

    /// <summary>Sets the start of backlogs that begin with this commit: earlier when dates tell all that happened before.</summary>
    private void Date(List<ItemChange> appeared, int[] partners)
    {
        foreach (var (backlog, retention) in firsts)
        {
            var earliest = commit.Day;
            var isDated = true;
            for (var at = 0; at < appeared.Count && isDated; at++)
            {
                if (appeared[at].Backlog == backlog)
                {
                    var now = appeared[at].Now!;
                    var captured = WrittenDay.Of(now.Captured, null, commit.Day);
                    earliest = captured.Date < earliest ? captured.Date : earliest;
                    isDated =
                        partners[at] < 0
                        && captured.IsWritten
                        && (
                            now.Status is not Status.Done
                            || WrittenDay.Of(now.Completed, captured.Date, commit.Day).IsWritten
                        );
                }
            }

            if (!isDated)
            {
                continue;
            }

            whollyDated.Add(backlog);
            var contents = ledger.Contents[backlog];
            if (retention?.Start > earliest)
            {
                (contents.Start, contents.CutShortBy) = (
                    retention.Start < commit.Day ? retention.Start : commit.Day,
                    retention.Explanation
                );
            }
            else
            {
                contents.Start = earliest;
            }
        }
    }

    private void Capture(ItemState now, int backlog)
    {
        var contents = ledger.Contents[backlog];
        isStock = firsts.Any(first => first.Backlog == backlog);
        var day = WrittenDay.Of(now.Captured, null, commit.Day);
        var isKnown = day.IsWritten || !isStock;
        var who = new Identity
        {
            Number = ledger.Identities.Count,
            Key = FreeKey(contents, now.Key, now.OwnKey),
            Home = backlog,
            Last = now,
            Touched = commit.Day,
            CapturedOn = isKnown ? day.Date : null,
        };
        ledger.Identities.Add(who);
        contents.Assign(now.Key, who);
        Add(who, now, TimelineEventKind.Captured, day);
        Rate(who, now);
        if (now.Status is Status.InProgress)
        {
            Start(who, now);
        }
        else if (now.Status is not Status.ToDo)
        {
            Settle(who, now);
        }

        isStock = false;
    }

    private void Follow(Identity who, ItemState now, int backlog)
    {
        var was = who.Last;
        Move(who, now, backlog);
        if (was.Fingerprint != now.Fingerprint || !who.IsPresent)
        {
            who.Touched = commit.Day > who.Touched ? commit.Day : who.Touched;
        }

        if (now.IsOpen && !(was.IsOpen && who.IsPresent))
        {
            Add(who, now, TimelineEventKind.Reopened);
            who.ReopenedOn = commit.Day;
            who.IsStarted = who.IsStarted && was.IsOpen;
        }

        if (was.Title != now.Title && TitleText.NormalizeTitle(was.Title) != TitleText.NormalizeTitle(now.Title))
        {
            Add(who, now, TimelineEventKind.Retitled);
        }

        Rate(who, now);
        (who.Last, who.IsPresent) = (now, true);
        if (now.Status == was.Status)
        {
            return;
        }

        if (now.Status is Status.InProgress)
        {
            Start(who, now);
        }
        else if (now.Status is not Status.ToDo)
        {
            Settle(who, now);
        }
    }

    private void Move(Identity who, ItemState now, int backlog)
    {
        var contents = ledger.Contents[backlog];
        if (who.Home != backlog)
        {
            ledger.Contents[who.Home].EventKeys.Remove(who.Key);
            who.Key = FreeKey(contents, who.Key, who.Key);
            who.Home = backlog;
        }

        contents.Assign(now.Key, who);
    }

    private void Lose(Identity who)
    {
        who.IsPresent = false;
        ledger.Contents[who.Home].Removed[who.Last.Key] = who;
        Add(who, who.Last, who.Last.IsOpen ? TimelineEventKind.Dropped : TimelineEventKind.Pruned);
    }

    /// <summary>A score that vanishes when the improvement is closed is no decision: only what is open has to have one.</summary>
    private void Rate(Identity who, ItemState now)
    {
        var ratings = Ratings.Of(now);
        var isNews = who.Ratings is null ? now.Score is not null : now.IsOpen || now.Score is not null;
        if (isNews && who.Ratings != ratings)
        {
            Add(who, now, who.Ratings is null ? TimelineEventKind.Scored : TimelineEventKind.Rescored);
            who.Ratings = ratings;
        }
    }

    private void Start(Identity who, ItemState now)
    {
        Add(who, now, TimelineEventKind.Started, WrittenDay.Of(now.Started, who.NotBefore, commit.Day));
        who.IsStarted = true;
    }

    /// <summary>Puts off, completes or rejects.</summary>
    private void Settle(Identity who, ItemState now)
    {
        if (now.Status is Status.Deferred)
        {
            Add(who, now, TimelineEventKind.Deferred);
            return;
        }

        // Work that was started and done between two commits is known by its date alone.
        if (now.Status is Status.Done && !who.IsStarted)
        {
            var started = WrittenDay.Of(now.Started, who.NotBefore, commit.Day);
            if (started.IsWritten)
            {
                Add(who, now, TimelineEventKind.Started, started);
            }
        }

        who.IsStarted = false;
        var day = WrittenDay.Of(now.Completed, who.NotBefore, commit.Day);
        var kind = now.Status is Status.Done ? TimelineEventKind.Completed : TimelineEventKind.Rejected;
        if (isStock && kind is TimelineEventKind.Rejected && !day.IsWritten && whollyDated.Contains(who.Home))
        {
            // Few teams date a rejection; see WrittenDates.
            day = new(who.CapturedOn!.Value, true);
        }

        Add(who, now, kind, day);
    }

    private void Add(Identity who, ItemState state, TimelineEventKind kind, WrittenDay? day = null)
    {
        if (number < 0)
        {
            number = ledger.Commits.Count;
            ledger.Commits.Add(commit.Oid);
        }

        var (date, isWritten) = day ?? new(commit.Day, false);
        var isFromStart = isStock && !isWritten;
        (isStock ? stock : ledger.Events).Add(
            new(kind, who.Number, number, date, state.Title, state.Score, isFromStart)
        );
    }

    private static string FreeKey(TrackedBacklog contents, string wanted, string own)
    {
        var key = wanted;
        for (var another = 2; !contents.EventKeys.Add(key); another++)
        {
            key = $"{own}#{another}";
        }

        return key;
    }
}
