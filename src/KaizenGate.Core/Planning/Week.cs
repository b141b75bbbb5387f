namespace KaizenGate.Core.Planning;

/// <summary>A week from Monday to Sunday.</summary>
/// <param name="Monday">Its first day.</param>
internal readonly record struct Week(DateOnly Monday)
{
    /// <summary>The end of the working week, by which what is planned should be done.</summary>
    public DateOnly Friday => Monday.AddDays(4);

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The week that work is planned for on a day: that of the day, and at a weekend the next.</summary>
    public static Week PlannedOn(DateOnly day) =>
        new(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Of(day).Monday.AddDays(7) : Of(day).Monday);

    /// <summary>The last week that was over before a day began.</summary>
    public static Week Before(DateOnly day) => new(Of(day).Monday.AddDays(-7));

    public bool Contains(DateOnly day) => day >= Monday && day <= Sunday;

    // Sunday is 0 in .NET and the last day here.
    private static Week Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));
}
