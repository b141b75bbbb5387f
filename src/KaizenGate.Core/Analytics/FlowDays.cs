using System.Collections.Immutable;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>The days on which improvements arrived and left, as it stands; what stood so from the start is left out.</summary>
internal sealed class FlowDays
{
    private readonly int[] captured;
    private readonly int[] completed;
    private readonly int[] rejected;
    private readonly int[] dropped;

    public FlowDays(ImmutableArray<ObservedLifecycle> lives)
    {
        captured = Sorted(lives, life => life.Captured);
        completed = Sorted(lives, life => life.Completed);
        rejected = Sorted(lives, life => life.Rejected);
        dropped = Sorted(lives, life => life.Dropped);
    }

    public int Captured(DateOnly first, DateOnly last) => Count(captured, first, last);

    public int Completed(DateOnly first, DateOnly last) => Count(completed, first, last);

    public int Rejected(DateOnly first, DateOnly last) => Count(rejected, first, last);

    public int Dropped(DateOnly first, DateOnly last) => Count(dropped, first, last);

    public int Departed(DateOnly first, DateOnly last) =>
        Completed(first, last) + Rejected(first, last) + Dropped(first, last);

    /// <summary>How many of some sorted days lie in a period, both ends included.</summary>
    public static int Count(int[] days, DateOnly first, DateOnly last) =>
        Math.Max(0, UpTo(days, last.DayNumber) - UpTo(days, first.DayNumber - 1));

    /// <summary>How many of some sorted days are no later than a day.</summary>
    public static int UpTo(int[] days, int last)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = days[middle] <= last ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int[] Sorted(ImmutableArray<ObservedLifecycle> lives, Func<ItemLifecycle, TimelineEvent?> which)
    {
        var days = lives
            .Where(life => life.Life is not null)
            .Select(life => which(life.Life!))
            .Where(happened => happened is { IsFromStart: false })
            .Select(happened => happened!.Date.DayNumber)
            .ToArray();
        Array.Sort(days);
        return days;
    }
}
