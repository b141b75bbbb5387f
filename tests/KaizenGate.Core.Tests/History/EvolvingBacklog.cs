using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.History;

/// <summary>How an <see cref="EvolvingBacklog"/> evolves.</summary>
internal sealed record Evolution
{
    public int Weeks { get; init; } = 12;

    /// <summary>Improvements captured per week.</summary>
    public int Captures { get; init; } = 3;

    /// <summary>The maximum of improvements completed per week, oldest first.</summary>
    public int Executions { get; init; } = 2;

    /// <summary>Other random changes per week: rescoring, retitling, deferring, dropping and so on.</summary>
    public int Turns { get; init; }

    /// <summary>The days after which a closed improvement leaves the file; null to keep all.</summary>
    public int? KeepDays { get; init; }

    /// <summary>Whether improvements that leave the file go to the archive.</summary>
    public bool HasArchive { get; init; }

    /// <summary>The number of improvements in the first revision.</summary>
    public int Stock { get; init; }

    /// <summary>Whether the file has dates, some days before the commit.</summary>
    public bool WritesDates { get; init; }

    public ImprovementForm Form { get; init; } = ImprovementForm.Heading;

    public DateOnly FirstDay { get; init; } = new(2025, 1, 6);
}

/// <summary>An event that the history must contain.</summary>
/// <param name="Revision">The number of its revision.</param>
internal sealed record TrueEvent(int Revision, TimelineEventKind Kind, string Key, DateOnly Date, bool IsFromStart);

/// <summary>
/// A simulated backlog: a seed determines its revisions as text and, recorded while it makes the changes and not derived from them,
/// the true events. In one revision an improvement changes at most once.
/// </summary>
internal sealed class EvolvingBacklog
{
    public const string File = "IMPROVEMENTS.md";
    public const string ArchiveFile = "IMPROVEMENTS.archive.md";

    private readonly Evolution evolution;
    private readonly Random random;
    private readonly List<EvolvingItem> items = [];
    private readonly List<TrueEvent> truth = [];
    private readonly List<(DateOnly, IReadOnlyDictionary<string, string>)> revisions = [];
    private readonly HashSet<EvolvingItem> busy = [];
    private ImprovementForm form;
    private DateOnly today;
    private int words;
    private int ids;
    private bool hasArchived;

    public EvolvingBacklog(int seed, Evolution evolution)
    {
        (this.evolution, random, form, today) = (evolution, new Random(seed), evolution.Form, evolution.FirstDay);
        for (var number = 0; number < evolution.Stock; number++)
        {
            Capture(isStock: true);
        }

        Commit();
        for (var week = 0; week < evolution.Weeks; week++)
        {
            Week(week);
        }
    }

    /// <summary>The day and the files of each revision, oldest first.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyDictionary<string, string> Files)> Revisions => revisions;

    /// <summary>The events ordered by revision. Within a revision, only those of one improvement are ordered.</summary>
    public IReadOnlyList<TrueEvent> Truth => truth;

    private void Week(int week)
    {
        var monday = evolution.FirstDay.AddDays(7 * week);
        On(monday.AddDays(1));
        for (var number = 0; number < evolution.Captures; number++)
        {
            Capture(isStock: false);
        }

        Commit();
        On(monday.AddDays(3));
        foreach (var item in items.Where(item => item is { IsGone: false, IsOpen: true }).Take(evolution.Executions))
        {
            Close(item, Status.Done, TimelineEventKind.Completed);
        }

        Commit();
        On(monday.AddDays(4));
        for (var turn = 0; turn < evolution.Turns; turn++)
        {
            ChangeAny();
            if (random.Next(3) == 0)
            {
                Commit();
            }
        }

        CleanUp();
        Commit();
    }

    private void On(DateOnly day) => today = day;

    private void Commit()
    {
        var files = new Dictionary<string, string>
        {
            [File] = EvolvingText.Of(items.Where(item => item is { IsGone: false, IsArchived: false }), form),
        };
        if (hasArchived)
        {
            files[ArchiveFile] = EvolvingText.Of(
                items.Where(item => item is { IsGone: false, IsArchived: true }),
                form
            );
        }

        revisions.Add((today, files));
        busy.Clear();
    }

    private void Record(EvolvingItem item, TimelineEventKind kind, DateOnly? date = null, bool isFromStart = false) =>
        truth.Add(new(revisions.Count, kind, item.Key, date ?? today, isFromStart));

    private void Capture(bool isStock)
    {
        string[] title = [Word(), Word(), Word(), Word(), Word()];
        var id = random.Next(2) == 0 ? $"IMP-{++ids:000}" : null;
        var item = new EvolvingItem
        {
            Key = id ?? string.Concat(title),
            Id = id,
            Words = title,
            Captured =
                evolution.WritesDates && items.Count > 0 && random.Next(2) == 0
                    ? today.AddDays(-random.Next(0, 5))
                    : null,
        };
        if (evolution.Turns > 0)
        {
            item.Status = random.Next(8) switch
            {
                0 => Status.InProgress,
                1 => Status.Done,
                2 => Status.Deferred,
                3 => Status.Rejected,
                _ => Status.ToDo,
            };
            item.ClosedOn = today;
        }

        items.Add(item);
        busy.Add(item);
        Record(item, TimelineEventKind.Captured, item.Captured, isStock && item.Captured is null);
        if (random.Next(3) > 0)
        {
            (item.Impact, item.Effort, item.WasScored) = (random.Next(1, 11), random.Next(1, 11), true);
            Record(item, TimelineEventKind.Scored, isFromStart: isStock);
        }

        if (EventOf(item.Status) is { } kind)
        {
            Record(item, kind, isFromStart: isStock);
        }
    }

    private static TimelineEventKind? EventOf(Status status) =>
        status switch
        {
            Status.InProgress => TimelineEventKind.Started,
            Status.Done => TimelineEventKind.Completed,
            Status.Deferred => TimelineEventKind.Deferred,
            Status.Rejected => TimelineEventKind.Rejected,
            _ => null,
        };

    private void ChangeAny()
    {
        var turn = random.Next(16);
        if (turn == 0)
        {
            Shuffle();
            return;
        }

        var free = items.FindAll(item => !busy.Contains(item) && item.IsGone == (turn == 1));
        if (free.Count == 0)
        {
            return;
        }

        var item = free[random.Next(free.Count)];
        busy.Add(item);
        switch (turn)
        {
            case 1:
                Return(item);
                break;
            case 2 or 3:
                Rescore(item);
                break;
            case 4 or 5:
                Reword(item);
                Record(item, TimelineEventKind.Retitled);
                break;
            case 6:
                item.IsGone = true;
                Record(item, item.IsOpen ? TimelineEventKind.Dropped : TimelineEventKind.Pruned);
                break;
            case 7:
                item.Id ??= $"IMP-{++ids:000}";
                break;
            case 8 when !item.IsOpen:
                Open(item, Status.ToDo);
                break;
            case 9 when !item.IsOpen:
                Open(item, Status.InProgress);
                break;
            case 10 when evolution.HasArchive:
                item.IsArchived = hasArchived = true;
                break;
            case >= 8 when item.IsOpen:
                Decide(item);
                break;
        }
    }

    private void Reword(EvolvingItem item)
    {
        item.Words = random.Next(4) switch
        {
            0 => [.. item.Words, Word(), Word()],
            1 => [.. item.Words, Word(), Word(), Word(), Word(), Word()],
            2 when item.Words.Length > 5 => item.Words[..5],
            _ => [.. item.Words.Skip(1).Prepend(Word())],
        };
    }

    /// <summary>The order and the form of the file do not matter.</summary>
    private void Shuffle()
    {
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
        form = (ImprovementForm)random.Next(3);
    }

    private void Decide(EvolvingItem item)
    {
        switch (random.Next(5))
        {
            case 0 or 1 when item.Status is not Status.InProgress:
                item.Status = Status.InProgress;
                Record(item, TimelineEventKind.Started);
                break;
            case 2 when item.Status is not Status.Deferred:
                item.Status = Status.Deferred;
                Record(item, TimelineEventKind.Deferred);
                break;
            case 3:
                Close(item, Status.Rejected, TimelineEventKind.Rejected);
                break;
            case 4:
                item.Status = Status.ToDo;
                break;
        }
    }

    private void Rescore(EvolvingItem item)
    {
        if (!item.IsOpen)
        {
            return;
        }

        var takesAway = item.Impact is not null && random.Next(4) == 0;
        (item.Impact, item.Effort) = takesAway
            ? default((int?, int?))
            : (1 + ((item.Impact ?? 0) % 10), random.Next(1, 11));
        Record(item, item.WasScored ? TimelineEventKind.Rescored : TimelineEventKind.Scored);
        item.WasScored = true;
    }

    private void Close(EvolvingItem item, Status status, TimelineEventKind kind)
    {
        // An improvement cannot be closed before its capture date.
        var floor = evolution.FirstDay;
        foreach (var known in truth)
        {
            floor = known.Key == item.Key && known.Date > floor ? known.Date : floor;
        }

        var early = today.AddDays(-random.Next(0, 4));
        item.Completed =
            status is Status.Done && evolution.WritesDates && !item.WasReopened
                ? (early > floor ? early : floor)
                : null;
        (item.Status, item.ClosedOn) = (status, today);
        busy.Add(item);
        Record(item, kind, item.Completed);
    }

    private void Open(EvolvingItem item, Status status)
    {
        (item.Status, item.WasReopened, item.Completed) = (status, true, null);
        Record(item, TimelineEventKind.Reopened);
        if (EventOf(status) is { } kind)
        {
            Record(item, kind);
        }
    }

    private void Return(EvolvingItem item)
    {
        item.IsGone = false;
        if (item.IsOpen)
        {
            item.WasReopened = true;
            Record(item, TimelineEventKind.Reopened);
        }
        else if (random.Next(2) == 0)
        {
            Open(item, Status.ToDo);
        }
    }

    private void CleanUp()
    {
        if (evolution.KeepDays is not { } days)
        {
            return;
        }

        foreach (var item in items)
        {
            if (
                item is { IsOpen: false, IsGone: false, IsArchived: false }
                && today.DayNumber - item.ClosedOn.DayNumber > days
                && busy.Add(item)
            )
            {
                item.IsArchived = hasArchived |= evolution.HasArchive;
                item.IsGone = !item.IsArchived;
                if (item.IsGone)
                {
                    Record(item, TimelineEventKind.Pruned);
                }
            }
        }
    }

    private string Word() => $"w{words++}x";
}
