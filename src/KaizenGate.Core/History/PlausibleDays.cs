using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>
/// Replaces dates after today, which come from a wrong clock, by the latest date before them in the history. Takes the dates in the
/// order of the commits.
/// </summary>
/// <param name="today">Today in UTC.</param>
internal sealed class PlausibleDays(DateOnly today)
{
    private readonly Dictionary<string, FutureCommit> future = [];

    // A commit may be dated tomorrow, because of time zones and inexact clocks.
    private readonly DateOnly last = today < DateOnly.MaxValue ? today.AddDays(1) : today;
    private DateOnly? known;

    /// <summary>The commits whose dates were replaced.</summary>
    public IEnumerable<FutureCommit> Future => future.Values;

    /// <summary>Returns the date to use for an event.</summary>
    /// <param name="day">Its date.</param>
    /// <param name="commit">The id of its commit; null for an uncommitted change.</param>
    public DateOnly Of(DateOnly day, string? commit)
    {
        if (day <= last)
        {
            known = known is null || day > known ? day : known;
            return day;
        }

        var counted = Latest;
        if (commit is not null)
        {
            future.TryAdd(commit, new FutureCommit(commit, day, counted));
        }

        return counted;
    }

    /// <summary>Returns another date, which is not that of an event; today if it is later.</summary>
    public DateOnly Of(DateOnly day) => day <= last ? day : Latest;

    private DateOnly Latest => known ?? today;
}
