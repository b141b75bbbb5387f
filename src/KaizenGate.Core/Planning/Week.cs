namespace KaizenGate.Core.Planning;

/// <summary>A week from Monday to Sunday.</summary>
/// <param name="Monday">Its first day.</param>
internal readonly record struct Week(DateOnly Monday)
{
    /// <summary>The target date of planned work.</summary>
    public DateOnly Friday => Monday.AddDays(4);

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>Returns the week of a day, or the next one at a weekend.</summary>
    public static Week PlannedOn(DateOnly day) =>
        new(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Of(day).Monday.AddDays(7) : Of(day).Monday);

    /// <summary>Returns the last week that ended before a day.</summary>
    public static Week Before(DateOnly day) => new(Of(day).Monday.AddDays(-7));

    public bool Contains(DateOnly day) => day >= Monday && day <= Sunday;

    /// <summary>Returns the week that a day is in.</summary>
    // Sunday is 0 in .NET, but the last day of this week.
    public static Week Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));
}
