using KaizenGate.Backlogs;
using KaizenGate.History;

namespace KaizenGate.Rules;

/// <summary>What arrived and what left over the window of the flow rules, as it stands today.</summary>
/// <param name="Captured">A: captured in the window.</param>
/// <param name="Completed">D: completed in the window, whenever captured.</param>
/// <param name="Rejected">X: rejected in the window, whenever captured.</param>
/// <param name="Dropped">Vanished in the window without a decision, whenever captured.</param>
/// <param name="Weeks">The length of the window, or of the known part of it.</param>
/// <param name="Period">The window in words: "in the last 12 weeks", "since 2026-02-02".</param>
internal sealed record Flow(int Captured, int Completed, int Rejected, int Dropped, double Weeks, string Period)
{
    /// <summary>What hides the rest of the window, with the remedy; null when nothing does.</summary>
    public string? CutShortBy { get; init; }

    public int Departed => Completed + Rejected + Dropped;

    /// <summary>Arrivals and departures together.</summary>
    public int Events => Captured + Departed;

    /// <summary>By how many more the open ones are now.</summary>
    public int Growth => Captured - Departed;

    /// <summary>The departures in words: "4 completed or rejected in the last 12 weeks".</summary>
    public string Departures =>
        Dropped == 0
            ? $"{Departed} completed or rejected {Period}"
            : $"{Departed} completed, rejected or dropped {Period}, {Dropped} dropped";

    /// <summary>
    /// Counts the window of the settings that ends with today, or the known part of it when the timeline starts later.
    /// </summary>
    public static Flow Of(RuleContext context, Timeline timeline) =>
        Of(timeline, context.Standing, context.Settings.WindowWeeks, context.AsOf);

    /// <param name="timeline">What happened.</param>
    /// <param name="standing">What of it stands.</param>
    /// <param name="weeks">The length of the window.</param>
    /// <param name="asOf">Its last day.</param>
    public static Flow Of(Timeline timeline, Standing standing, int weeks, DateOnly asOf)
    {
        var start = asOf.AddDays(1 - (7 * weeks));
        var isCutShort = timeline.Start > start;
        start = isCutShort ? timeline.Start : start;
        return new(
            Standing.Count(standing.Captured, start, asOf),
            Standing.Count(standing.Completed, start, asOf),
            Standing.Count(standing.Rejected, start, asOf),
            Standing.Count(standing.Dropped, start, asOf),
            Math.Max(0, asOf.DayNumber - start.DayNumber + 1) / 7d,
            isCutShort ? $"since {Wording.Day(timeline.Start)}" : $"in the last {Wording.Count(weeks, "week")}"
        )
        {
            CutShortBy = isCutShort ? timeline.CutShortBy : null,
        };
    }
}
