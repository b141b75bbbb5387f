namespace KaizenGate.Core.Analytics;

/// <summary>The time that went into improvements, against the time that is set aside for them.</summary>
internal sealed record Investment
{
    /// <summary>Hours logged on the completions of the period; missing when none has any.</summary>
    public required Figure HoursSpent { get; init; }

    /// <summary>How many of the completions have hours logged.</summary>
    public required int Logged { get; init; }

    /// <summary>How many completions there are; null when that is not known.</summary>
    public required int? Completed { get; init; }

    /// <summary>All working hours of the period: people × hours a week × weeks.</summary>
    public required double WorkingHours { get; init; }

    /// <summary>The 20% of them that are set aside.</summary>
    public required double CapacityHours { get; init; }

    /// <summary>Hours spent ÷ working hours, 0 to 1 and beyond; the target is 0.2.</summary>
    public required Figure ShareOfWorkingTime { get; init; }

    /// <summary>Hours spent ÷ capacity, 0 to 1 and beyond.</summary>
    public required Figure ShareOfCapacity { get; init; }

    /// <summary>The weekly ritual: 40 minutes a person and week. It is not part of the hours spent.</summary>
    public required double PlanningHours { get; init; }
}

/// <summary>What came back. Saved and spent cover all completions of the period; those that tell nothing count as nothing.</summary>
internal sealed record Return
{
    /// <summary>Hours; missing when no completion tells what it saves.</summary>
    public required Figure HoursSaved { get; init; }

    /// <summary>How many completions tell what they save.</summary>
    public required int Measured { get; init; }

    /// <summary>Saved ÷ spent: 1.09 is 1.09×.</summary>
    public required Figure Gross { get; init; }

    /// <summary>(Saved − spent) ÷ spent: 0.09 is 9%.</summary>
    public required Figure Net { get; init; }

    /// <summary>Saved ÷ (spent + planning).</summary>
    public required Figure GrossWithPlanning { get; init; }

    /// <summary>(Saved − spent − planning) ÷ (spent + planning).</summary>
    public required Figure NetWithPlanning { get; init; }
}
