using System.Collections.Immutable;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Turns the successive revisions of backlogs into events. A commit only appends to what is known.</summary>
internal sealed class EventLog
{
    /// <param name="backlogs">How many there are, numbered from 0.</param>
    public EventLog(int backlogs) => Contents = [.. Enumerable.Range(0, backlogs).Select(_ => new TrackedBacklog())];

    /// <summary>What each backlog holds.</summary>
    internal ImmutableArray<TrackedBacklog> Contents { get; }

    /// <summary>All improvements that there ever were.</summary>
    internal List<Identity> Identities { get; } = [];

    /// <summary>All that happened, in the order of the commits.</summary>
    internal List<LoggedEvent> Events { get; } = [];

    /// <summary>The commits in which something happened; null for changes that are not committed.</summary>
    internal List<string?> Commits { get; } = [];

    /// <summary>Whether a revision of a backlog is known.</summary>
    public bool HasRevisions(int backlog) => Contents[backlog].Start is not null;

    /// <summary>Goes on to the next commit. The work follows what changed, not what there is.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="changes">All files of backlogs that it changed; of the others nothing has to be said.</param>
    public void Apply(CommitStamp commit, IReadOnlyList<FileChange> changes)
    {
        var firsts = new List<(int Backlog, Retention? Retention)>();
        foreach (var change in changes)
        {
            var contents = Contents[change.Backlog];
            contents.Put(change.File, change.Items);
            if (contents.Start is null && change.Items is not null)
            {
                contents.Start = commit.Day;
                firsts.Add((change.Backlog, change.Retention));
            }
        }

        var items = new List<ItemChange>();
        foreach (var backlog in changes.Select(change => change.Backlog).Distinct().Order())
        {
            Contents[backlog].TakeChanges(backlog, items);
        }

        if (items.Count > 0)
        {
            new EventLogBuilder(this, commit, firsts).Write(items);
        }
    }

    /// <summary>What happened to the improvements that are in a backlog now, or were in it last.</summary>
    /// <param name="backlog">Its number.</param>
    /// <param name="commitDays">See <see cref="Timeline.CommitDays"/>.</param>
    /// <param name="cutShortBy">What hides the time before the first revision; see <see cref="Timeline.CutShortBy"/>.</param>
    /// <returns>Null when the backlog has no revision.</returns>
    public Timeline? TimelineOf(int backlog, ImmutableArray<DateOnly> commitDays, string? cutShortBy)
    {
        var contents = Contents[backlog];
        if (contents.Start is not { } start)
        {
            return null;
        }

        var touched = new Dictionary<string, DateOnly>();
        foreach (var who in Identities)
        {
            if (who.Home == backlog)
            {
                touched[who.Key] = who.Touched;
            }
        }

        var renamed = new Dictionary<string, string>();
        foreach (var (key, who) in contents.Present())
        {
            if (key != who.Key)
            {
                renamed[key] = who.Key;
            }
        }

        return new Timeline(start, EventsOf(backlog))
        {
            CutShortBy = contents.CutShortBy ?? cutShortBy,
            CommitDays = commitDays,
            Renamed = renamed,
            Touched = touched,
        };
    }

    /// <summary>Writes all that is known, so that a later run can go on from here.</summary>
    public void Write(BinaryWriter target) => EventLogFile.Write(this, target);

    /// <summary>Reads what was written.</summary>
    /// <exception cref="InvalidDataException">It is something else, damaged or cut short.</exception>
    public static EventLog Read(BinaryReader source) => EventLogFile.Read(source);

    private ImmutableArray<TimelineEvent> EventsOf(int backlog)
    {
        var own = ImmutableArray.CreateBuilder<TimelineEvent>();
        foreach (var happened in Events)
        {
            var who = Identities[happened.Who];
            if (who.Home == backlog)
            {
                own.Add(
                    new(happened.Kind, who.Key, happened.Date, Commits[happened.Commit])
                    {
                        Title = happened.Title,
                        Score = happened.Score,
                        IsFromStart = happened.IsFromStart,
                    }
                );
            }
        }

        return own.DrainToImmutable();
    }
}
