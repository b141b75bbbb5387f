using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Planning;

/// <summary>Where the time that an improvement takes is known from.</summary>
internal enum TimeBasis
{
    /// <summary>Its own estimate.</summary>
    Estimate,

    /// <summary>Its effort, by the effort table.</summary>
    EffortTable,
}

/// <summary>The time that an improvement takes.</summary>
/// <param name="Minutes">In whole minutes, rounded up; at least 0.</param>
/// <param name="Basis">Where it is known from.</param>
internal readonly record struct WorkTime(int Minutes, TimeBasis Basis)
{
    /// <summary>More than a working life; what is estimated at more is planned by nobody.</summary>
    private const double MostHours = 1_000_000;

    public double Hours => Minutes / 60d;

    /// <summary>All that it takes: its estimate, else the hours of its effort; null when neither tells.</summary>
    public static WorkTime? Of(Improvement item, Scoring scoring)
    {
        if (item.EstimatedHours is { } estimate)
        {
            return new(MinutesOf(estimate.Value), TimeBasis.Estimate);
        }

        return
            ScoreBasis.HasScale(scoring) && item.Effort is { } effort && EffortTable.HoursOf(effort.Value) is { } hours
            ? new(MinutesOf(hours), TimeBasis.EffortTable)
            : null;
    }

    /// <summary>What is left of it behind the hours that are logged already; at least 0.</summary>
    public WorkTime After(double spentHours) =>
        this with
        {
            Minutes = Math.Max(0, Minutes - (int)Math.Min(Minutes, Math.Floor(spentHours * 60))),
        };

    /// <summary>Minutes of some hours, rounded up but for the noise of the arithmetic.</summary>
    private static int MinutesOf(double hours) => (int)Math.Ceiling((Math.Min(hours, MostHours) * 60) - 1e-6);
}
