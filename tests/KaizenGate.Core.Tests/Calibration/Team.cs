using System.Text;

namespace KaizenGate.Core.Tests.Calibration;

/// <summary>
/// A simulated team that keeps one backlog. It behaves well in everything except its law: it scores, dates, starts, measures and
/// explains. How it writes and how it selects work differ between teams, and depend on the random numbers only.
/// </summary>
internal sealed class Team
{
    private readonly List<TeamItem> items = [];
    private readonly List<(int DueOn, TeamItem Item)> underway = [];
    private readonly string prefix;
    private readonly TeamHabits habits;
    private int captured;
    private bool isChanged;

    /// <param name="random">All its chance.</param>
    /// <param name="firstDay">A Monday.</param>
    /// <param name="prefix">The prefix of its ids.</param>
    public Team(Random random, DateOnly firstDay, string prefix)
    {
        (Random, FirstDay, this.prefix) = (random, firstDay, prefix);
        habits = TeamHabits.Of(random);
    }

    public Random Random { get; }

    public DateOnly FirstDay { get; }

    /// <summary>The number of the current day; 0 is a Monday.</summary>
    public int Day { get; private set; }

    /// <summary>After how many days closed improvements are pruned; null for never.</summary>
    public int? PrunesAfter { get; init; }

    /// <summary>The revisions of the backlog in UTF-8, with the day of each.</summary>
    public List<(DateOnly Day, byte[] Text)> Revisions { get; } = [];

    /// <summary>The days with a commit that leaves the backlog as it is.</summary>
    public List<DateOnly> OtherDays { get; } = [];

    public int Open => items.Count(item => item.IsWaiting);

    private DateOnly Today => FirstDay.AddDays(Day);

    /// <summary>Captures improvements.</summary>
    /// <param name="number">How many.</param>
    /// <param name="isDone">Whether they are completed in the same commit.</param>
    public void Capture(int number, bool isDone = false)
    {
        for (var left = number; left > 0; left--)
        {
            var item = TeamItem.Next(Random, $"{prefix}-{++captured:000}", captured, Today);
            items.Add(item);
            if (isDone)
            {
                item.Close(TeamItemState.Done, Today);
            }

            isChanged = true;
        }
    }

    /// <summary>Takes up improvements, which are completed within three working days; as many as are waiting.</summary>
    public void Complete(int number)
    {
        for (var left = number; left > 0 && habits.Choose(items, Random) is { } item; left--)
        {
            item.Start(Today, habits.MarksProgress);
            underway.Add((Day + Random.Next(1, 4), item));
            isChanged |= habits.MarksProgress;
        }
    }

    /// <summary>Rejects the lowest scores, with a reason.</summary>
    public void Reject(int number) => Put(number, item => item.Close(TeamItemState.Rejected, Today));

    /// <summary>Defers the lowest scores for some months, with a reason.</summary>
    public void Defer(int number) => Put(number, item => item.Defer(Today, Today.AddDays(Random.Next(60, 180))));

    /// <summary>Takes deferred improvements up again whose review date has come.</summary>
    public void Review()
    {
        foreach (var item in items.Where(item => item.IsDue(Today)))
        {
            item.Reopen();
            isChanged = true;
        }
    }

    /// <summary>Goes home: commits what changed, and perhaps something else.</summary>
    /// <param name="other">The probability of a commit elsewhere in the repository.</param>
    public void EndDay(double other)
    {
        foreach (var (_, item) in underway.Where(one => one.DueOn <= Day))
        {
            item.Close(TeamItemState.Done, Today);
            isChanged = true;
        }

        underway.RemoveAll(one => one.DueOn <= Day);
        if (isChanged || Revisions.Count == 0)
        {
            items.RemoveAll(item => item.ClosedFor(Today) > PrunesAfter);
            Revisions.Add((Today, Encoding.UTF8.GetBytes(TeamText.Of(items, habits))));
            isChanged = false;
        }

        Rest(other);
    }

    /// <summary>Lets a day pass without work on the backlog.</summary>
    public void Rest(double other)
    {
        if (Random.NextDouble() < other)
        {
            OtherDays.Add(Today);
        }

        Day++;
    }

    private void Put(int number, Action<TeamItem> put)
    {
        foreach (var item in items.Where(item => item.IsWaiting).OrderBy(item => item.Score).Take(number).ToList())
        {
            put(item);
            isChanged = true;
        }
    }
}
