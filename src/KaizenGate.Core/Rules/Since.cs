namespace KaizenGate.Core.Rules;

/// <summary>The day since which something is true.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsAtLeast">Whether it may have been true earlier, before the history begins.</param>
internal readonly record struct Since(DateOnly Day, bool IsAtLeast)
{
    public int DaysUntil(DateOnly asOf) => asOf.DayNumber - Day.DayNumber;

    /// <summary>Words before a number of days: "at least " or nothing.</summary>
    public string Bound => IsAtLeast ? "at least " : "";
}
