using System.Collections.Immutable;

namespace KaizenGate.Core.Analytics;

/// <summary>Adds up what a ledger saves, day after day.</summary>
/// <param name="completions">The ledger, the oldest first.</param>
/// <param name="start">The first day.</param>
internal sealed class SavedSoFar(ImmutableArray<CompletedImprovement> completions, DateOnly start)
{
    private readonly Figure knowsPace = ReportTotals.Pace(completions);
    private readonly Figure knowsSaved = ReportTotals.Saved(completions);
    private int next;
    private double pace;
    private double paceTimesDays;
    private double totals;

    /// <summary>Hours a week that all completions so far save; missing when none of the ledger tells a pace.</summary>
    public Figure PerWeek => knowsPace.Then(_ => pace);

    /// <summary>Goes on to a day.</summary>
    /// <returns>The completions up to then that were not there before.</returns>
    public ImmutableArray<CompletedImprovement> Advance(DateOnly day)
    {
        var first = next;
        for (; next < completions.Length && completions[next].Day <= day; next++)
        {
            var one = completions[next];
            if (one.HoursSavedPerWeek is { } own)
            {
                pace += own;
                paceTimesDays += own * (one.Day.DayNumber - start.DayNumber);
            }
            else
            {
                totals += one.HoursSaved ?? 0;
            }
        }

        return completions[first..next];
    }

    /// <summary>Hours saved up to a day by all completions so far; missing when none of the ledger tells.</summary>
    public Figure InAll(DateOnly day) =>
        knowsSaved.Then(_ => totals + (((pace * (day.DayNumber - start.DayNumber)) - paceTimesDays) / 7));
}
