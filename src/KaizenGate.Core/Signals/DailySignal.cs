namespace KaizenGate.Core.Signals;

/// <summary>How often something was counted on a day.</summary>
/// <param name="Count">The number of occurrences; at least 1.</param>
/// <param name="Sessions">The number of sessions, reports or runs in which it counted.</param>
/// <param name="Minutes">The time lost; 0 when it cannot be counted.</param>
internal readonly record struct DailySignal(int Count, int Sessions, double Minutes)
{
    /// <summary>The larger of each: what was counted before can have been deleted meanwhile.</summary>
    public DailySignal Larger(DailySignal other) =>
        new(Math.Max(Count, other.Count), Math.Max(Sessions, other.Sessions), Math.Max(Minutes, other.Minutes));
}
