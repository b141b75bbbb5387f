namespace KaizenGate.Core.Backlogs;

/// <summary>How improvements are scored.</summary>
internal sealed record Scoring
{
    /// <summary>impact × (11 − effort) on scales from 1 to 10; high from 70, medium from 40.</summary>
    public static Scoring Default { get; } = new();

    /// <summary>The upper end of the scale of impact and effort, 10 or 5. Values on a scale of 5 are doubled.</summary>
    public int Scale { get; init; } = 10;

    /// <summary>Whether a high effort means easy work; the effort is then 11 − value.</summary>
    public bool EffortIsEase { get; init; }

    public Formula Formula { get; init; } = Formula.Default;

    /// <summary>The lowest score with a high priority.</summary>
    public double High { get; init; } = 70;

    /// <summary>The lowest score with a medium priority.</summary>
    public double Medium { get; init; } = 40;

    /// <summary>Whether the effort table derives a missing effort from an estimate in hours.</summary>
    public bool EffortFromHours { get; init; }

    public Priority PriorityOf(double score) =>
        score >= High ? Priority.High
        : score >= Medium ? Priority.Medium
        : Priority.Low;
}

/// <summary>The priorities, lowest first.</summary>
internal enum Priority
{
    Low,
    Medium,
    High,
}

/// <summary>Converts between hours and efforts: 2 hours are an effort of 2, 3 hours a 3, a day a 5, 80 hours a 9.</summary>
internal static class EffortTable
{
    /// <summary>The maximum hours of the efforts 1 to 10. A 10 has no maximum; a month represents it.</summary>
    private static readonly ImmutableArray<double> MostHours = [1, 2, 3, 5, 8, 16, 24, 40, 80, 160];

    /// <summary>Returns the effort, 1 to 10, of an estimate in hours.</summary>
    public static double EffortOf(double hours)
    {
        for (var row = 0; row < MostHours.Length; row++)
        {
            if (hours <= MostHours[row])
            {
                return row + 1;
            }
        }

        return MostHours.Length;
    }

    /// <summary>Returns the maximum hours of an effort, so that a plan does not promise too much; null outside the scale from 1 to 10.</summary>
    public static double? HoursOf(double effort) =>
        effort is >= 1 and <= 10 ? MostHours[(int)Math.Ceiling(effort) - 1] : null;
}
