using KaizenGate.History;

namespace KaizenGate.Rules;

/// <summary>What arrived and what left over the window of the flow rules.</summary>
/// <param name="Captured">A: captured in the window.</param>
/// <param name="Completed">D: completed in the window, whenever captured.</param>
/// <param name="Rejected">X: rejected in the window, whenever captured.</param>
/// <param name="Weeks">The length of the window, or of the known part of it.</param>
/// <param name="Period">The window in words: "in the last 12 weeks", "since 2026-02-02".</param>
internal sealed record Flow(int Captured, int Completed, int Rejected, double Weeks, string Period)
{
    public int Departed => Completed + Rejected;

    /// <summary>Arrivals and departures together.</summary>
    public int Events => Captured + Departed;

    /// <summary>By how many more the open ones are now.</summary>
    public int Growth => Captured - Departed;

    /// <summary>
    /// Counts the window of the settings that ends with today, or the known part of it when the timeline starts later.
    /// </summary>
    public static Flow Of(RuleContext context, Timeline timeline) =>
        Of(timeline, context.Settings.WindowWeeks, context.AsOf);

    /// <param name="timeline">What happened.</param>
    /// <param name="weeks">The length of the window.</param>
    /// <param name="asOf">Its last day.</param>
    public static Flow Of(Timeline timeline, int weeks, DateOnly asOf)
    {
        var today = asOf.DayNumber;
        var first = today - (7 * weeks) + 1;
        var isCutShort = timeline.Start.DayNumber > first;
        first = isCutShort ? timeline.Start.DayNumber : first;

        var (captured, completed, rejected) = (0, 0, 0);
        foreach (var happened in timeline.Events)
        {
            if (happened.Date.DayNumber < first || happened.Date > asOf)
            {
                continue;
            }

            captured += happened.Kind is TimelineEventKind.Captured ? 1 : 0;
            completed += happened.Kind is TimelineEventKind.Completed ? 1 : 0;
            rejected += happened.Kind is TimelineEventKind.Rejected ? 1 : 0;
        }

        return new(
            captured,
            completed,
            rejected,
            (today - first + 1) / 7d,
            isCutShort ? $"since {Phrase.Day(timeline.Start)}" : $"in the last {Phrase.Count(weeks, "week")}"
        );
    }
}
