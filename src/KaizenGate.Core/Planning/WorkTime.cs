using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Planning;

/// <summary>The source of the time that an improvement takes.</summary>
internal enum TimeBasis
{
    Estimate,
    EffortTable,
}

/// <summary>The time that an improvement takes.</summary>
/// <param name="Minutes">Rounded up; at least 0.</param>
/// <param name="Basis">The source.</param>
internal readonly record struct WorkTime(int Minutes, TimeBasis Basis)
{
    /// <summary>Limits an estimate, so that minutes do not overflow.</summary>
    private const double MostHours = 1_000_000;

    public double Hours => Minutes / 60d;

    /// <summary>Returns the estimate, else the hours for the effort; null without both.</summary>
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

    /// <summary>Multiplies an estimate; the hours of the effort table are the same for everyone.</summary>
    /// <param name="factor">Above 0.</param>
    public WorkTime Times(double factor) =>
        Basis is TimeBasis.Estimate ? this with { Minutes = MinutesOf(Hours * factor) } : this;

    /// <summary>Returns the time that remains after the logged hours; at least 0.</summary>
    public WorkTime After(double spentHours) =>
        this with
        {
            Minutes = Math.Max(0, Minutes - (int)Math.Min(Minutes, Math.Floor(spentHours * 60))),
        };

    /// <summary>Rounds up to minutes, ignoring the rounding error of floating point.</summary>
    private static int MinutesOf(double hours) => (int)Math.Ceiling((Math.Min(hours, MostHours) * 60) - 1e-6);
}
