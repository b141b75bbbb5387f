using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>The days of arrivals and departures that were not undone, without the state at the start of the history.</summary>
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

    /// <summary>Returns the number of sorted days in a period, both ends included.</summary>
    public static int Count(int[] days, DateOnly first, DateOnly last) =>
        Math.Max(0, UpTo(days, last.DayNumber) - UpTo(days, first.DayNumber - 1));

    /// <summary>Returns the number of sorted days up to a day.</summary>
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

    private static int[] Sorted(ImmutableArray<ObservedLifecycle> lives, Func<ItemLifecycle, TimelineEvent?> which) =>
        [
            .. lives
                .Select(life => life.Life is { } known ? which(known) : null)
                .Where(happened => happened is { IsFromStart: false })
                .Select(happened => happened!.Date.DayNumber)
                .Order(),
        ];
}
