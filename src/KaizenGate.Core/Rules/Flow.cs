using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules;

/// <summary>The arrivals and departures in the window of the flow rules, without those undone later.</summary>
/// <param name="Captured">A: captured in the window, without existing stock.</param>
/// <param name="Completed">D: completed in the window, whenever captured.</param>
/// <param name="Rejected">X: rejected in the window, whenever captured.</param>
/// <param name="Dropped">Removed from the file in the window while open, whenever captured.</param>
/// <param name="Weeks">The length of the window, or of the part that the history covers.</param>
/// <param name="Period">The window in words: "in the last 12 weeks", "since 2026-02-02".</param>
internal sealed record Flow(int Captured, int Completed, int Rejected, int Dropped, double Weeks, string Period)
{
    /// <summary>Why the rest of the window is unknown, with the remedy; null when all of it is known.</summary>
    public string? CutShortBy { get; init; }

    /// <summary>The number of captures in the window that are existing stock; see <see cref="Timeline.StockDays"/>.</summary>
    public int Stock { get; init; }

    /// <summary>The whole weeks of the window, back from today to the first on which a capture can be an arrival.</summary>
    public ImmutableArray<WeeklyFlow> ByWeek { get; init; } = [];

    public int Departed => Completed + Rejected + Dropped;

    /// <summary>The end of a reason that says which captures are not counted; empty when all are.</summary>
    public string WithoutStock =>
        Stock == 0 ? "" : $", not counting {Stock} captured in the first {Timeline.StockDays} days of the backlog";

    /// <summary>Arrivals and departures together.</summary>
    public int Events => Captured + Departed;

    /// <summary>The number by which the open improvements increased.</summary>
    public int Growth => Captured - Departed;

    /// <summary>The departures in words: "4 completed or rejected".</summary>
    public string Departures =>
        Dropped == 0
            ? $"{Departed} completed or rejected"
            : $"{Completed + Rejected} completed or rejected, {Dropped} dropped";

    /// <summary>
    /// Counts the events of the window that ends today, or of its known part when the timeline starts later.
    /// </summary>
    public static Flow Of(RuleContext context, Timeline timeline) =>
        Of(timeline, context.History, context.Settings.WindowWeeks, context.AsOf);

    /// <param name="timeline">What happened.</param>
    /// <param name="standing">The events of it that were not undone.</param>
    /// <param name="weeks">The length of the window.</param>
    /// <param name="asOf">Its last day.</param>
    public static Flow Of(Timeline timeline, EffectiveHistory standing, int weeks, DateOnly asOf)
    {
        var start = asOf.AddDays(1 - (7 * weeks));
        var isCutShort = timeline.Start > start;
        start = isCutShort ? timeline.Start : start;
        var captured = EffectiveHistory.Count(standing.Captured, start, asOf);
        var arrived = EffectiveHistory.Count(standing.Arrived, start, asOf);
        return new(
            arrived,
            EffectiveHistory.Count(standing.Completed, start, asOf),
            EffectiveHistory.Count(standing.Rejected, start, asOf),
            EffectiveHistory.Count(standing.Dropped, start, asOf),
            Math.Max(0, asOf.DayNumber - start.DayNumber + 1) / 7d,
            isCutShort ? $"since {Wording.Day(timeline.Start)}" : $"in the last {Wording.Count(weeks, "week")}"
        )
        {
            CutShortBy = isCutShort ? timeline.CutShortBy : null,
            Stock = captured - arrived,
            ByWeek = WeeklyFlow.Of(standing, timeline.FirstArrival > start ? timeline.FirstArrival.Value : start, asOf),
        };
    }
}
