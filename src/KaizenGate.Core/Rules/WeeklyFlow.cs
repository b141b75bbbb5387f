using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules;

/// <summary>The arrivals and departures of one week.</summary>
internal readonly record struct WeeklyFlow(int Captured, int Completed, int Departed)
{
    /// <summary>Counts the events of the whole weeks between two days, the last week first.</summary>
    public static ImmutableArray<WeeklyFlow> Of(EffectiveHistory standing, DateOnly first, DateOnly last)
    {
        var weeks = Math.Max(0, last.DayNumber - first.DayNumber + 1) / 7;
        var captured = Count(standing.Arrived);
        var completed = Count(standing.Completed);
        var (rejected, dropped) = (Count(standing.Rejected), Count(standing.Dropped));
        return
        [
            .. Enumerable
                .Range(0, weeks)
                .Select(week => new WeeklyFlow(
                    captured[week],
                    completed[week],
                    completed[week] + rejected[week] + dropped[week]
                )),
        ];

        int[] Count(ImmutableArray<TimelineEvent> events)
        {
            var counts = new int[weeks];
            foreach (var one in events)
            {
                var days = last.DayNumber - one.Date.DayNumber;
                if (!one.IsFromStart && days >= 0 && days / 7 < weeks)
                {
                    counts[days / 7]++;
                }
            }

            return counts;
        }
    }
}
