namespace KaizenGate.Core.Backlogs;

/// <summary>How improvements are scored.</summary>
internal sealed record Scoring
{
    /// <summary>impact × (11 − effort) on scales of 1 to 10; high from 70, medium from 40.</summary>
    public static Scoring Default { get; } = new();

    /// <summary>The top of the scale on which impact and effort are written: 10 or 5. Values of a scale of 5 are doubled.</summary>
    public int Scale { get; init; } = 10;

    /// <summary>True when a high effort value means easy work; it is then read as 11 − value.</summary>
    public bool EffortIsEase { get; init; }

    public Formula Formula { get; init; } = Formula.Default;

    /// <summary>The least score of a high priority.</summary>
    public double High { get; init; } = 70;

    /// <summary>The least score of a medium priority.</summary>
    public double Medium { get; init; } = 40;

    /// <summary>True when an estimate in hours may stand in for a missing effort, by the effort table.</summary>
    public bool EffortFromHours { get; init; }

    /// <summary>The priority of a score.</summary>
    public Priority PriorityOf(double score) =>
        score >= High ? Priority.High
        : score >= Medium ? Priority.Medium
        : Priority.Low;
}
