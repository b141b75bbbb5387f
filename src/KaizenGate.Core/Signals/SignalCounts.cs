namespace KaizenGate.Core.Signals;

/// <summary>The occurrences of a signal in the observed weeks before and after a day.</summary>
/// <param name="Before">The occurrences in each week before, the latest first.</param>
/// <param name="After">The same after, the earliest first.</param>
internal sealed record SignalCounts(ImmutableArray<ObservedWeek> Before, ImmutableArray<ObservedWeek> After)
{
    /// <summary>The weeks before the day that are compared.</summary>
    public const int MostWeeksBefore = 12;

    /// <summary>The weeks after the day that are compared.</summary>
    public const int MostWeeksAfter = 26;

    /// <summary>Counts.</summary>
    /// <param name="digest">The counts by day.</param>
    /// <param name="key">The signal.</param>
    /// <param name="day">The day, which itself does not count.</param>
    /// <param name="asOf">Later days do not count.</param>
    public static SignalCounts Of(SignalDigest digest, SignalKey key, DateOnly day, DateOnly asOf)
    {
        ImmutableArray<DateOnly> observed = [.. digest.ObservedOn(key.Source).Where(one => one <= asOf)];
        if (observed.IsEmpty)
        {
            return new([], []);
        }

        var counts = digest.Of(key.Text);
        return new(
            Weeks(MostWeeksBefore, week => (day.AddDays(-7 * (week + 1)), day.AddDays((-7 * week) - 1))),
            Weeks(MostWeeksAfter, week => (day.AddDays((7 * week) + 1), day.AddDays(7 * (week + 1))))
        );

        ImmutableArray<ObservedWeek> Weeks(int most, Func<int, (DateOnly First, DateOnly Last)> bounds) =>
            [
                .. Enumerable
                    .Range(0, most)
                    .Select(bounds)
                    .Where(week => observed.Any(one => one >= week.First && one <= week.Last))
                    .Select(week =>
                    {
                        // Before the first observation and after the last one nothing is known.
                        var first = week.First > observed[0] ? week.First : observed[0];
                        var last = week.Last < observed[^1] ? week.Last : observed[^1];
                        return new ObservedWeek(
                            counts.Where(one => one.Key >= first && one.Key <= last).Sum(one => one.Value.Count),
                            last.DayNumber - first.DayNumber + 1
                        );
                    }),
            ];
    }
}

/// <summary>A week in which the source of a signal was observed.</summary>
/// <param name="Count">The occurrences.</param>
/// <param name="Days">The days that were observed, 1 to 7.</param>
internal readonly record struct ObservedWeek(int Count, int Days);
