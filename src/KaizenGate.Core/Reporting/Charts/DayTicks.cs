namespace KaizenGate.Core.Reporting.Charts;

/// <summary>The ticks of a time axis: Mondays or the first days of months, quarters or years.</summary>
internal static class DayTicks
{
    /// <summary>Returns the ticks between two days, at most <paramref name="most"/>.</summary>
    public static ImmutableArray<(DateOnly Day, string Label)> Of(DateOnly first, DateOnly last, int most = 6)
    {
        foreach (var months in (int[])[1, 2, 3, 6, 12, 24, 60, 120])
        {
            var days = Firsts(first, last, months);
            if (days.Length <= most)
            {
                return days.Length >= 3 ? [.. Labelled(days, months)] : Weeks(first, last, most);
            }
        }

        return [(first, $"{first:yyyy}"), (last, $"{last:yyyy}")];
    }

    private static ImmutableArray<DateOnly> Firsts(DateOnly first, DateOnly last, int months)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        var month = (first.Year * 12) + first.Month - 1;
        month += first.Day > 1 ? 1 : 0;
        for (month += (months - (month % months)) % months; month / 12 <= last.Year; month += months)
        {
            var day = new DateOnly(Math.Min(month / 12, 9999), (month % 12) + 1, 1);
            if (day > last)
            {
                break;
            }

            days.Add(day);
        }

        return days.ToImmutable();
    }

    /// <summary>The first tick of each year has the year.</summary>
    private static IEnumerable<(DateOnly Day, string Label)> Labelled(ImmutableArray<DateOnly> days, int months) =>
        days.Select(
            (day, at) =>
                (
                    day,
                    months >= 12 ? $"{day:yyyy}"
                    : at == 0 || day.Year != days[at - 1].Year ? $"{day:MMM} ’{day:yy}"
                    : $"{day:MMM}"
                )
        );

    private static ImmutableArray<(DateOnly Day, string Label)> Weeks(DateOnly first, DateOnly last, int most)
    {
        var span = last.DayNumber - first.DayNumber;
        if (span < 7)
        {
            return [(first, Named(first)), .. span > 0 ? [(last, Named(last))] : ((DateOnly Day, string Label)[])[]];
        }

        var step = 7;
        while (span / step >= most)
        {
            step += 7;
        }

        var monday = first.AddDays((8 - (int)first.DayOfWeek) % 7);
        var days = ImmutableArray.CreateBuilder<(DateOnly Day, string Label)>();
        for (var day = monday; day <= last; day = day.AddDays(step))
        {
            days.Add((day, Named(day)));
        }

        return days.ToImmutable();
    }

    private static string Named(DateOnly day) => $"{day:d MMM}";
}
