namespace KaizenGate.Core.Analytics;

/// <summary>A week of a report. Weeks are counted back from the last day of the period, so the first may have fewer than 7 days.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
internal sealed record ReportWeek(DateOnly First, DateOnly Last)
{
    /// <summary>1 to 7.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public required int Captured { get; init; }
    public required int Completed { get; init; }
    public required int Rejected { get; init; }
    public required int Dropped { get; init; }

    /// <summary>Completed, rejected and dropped.</summary>
    public int Departed => Completed + Rejected + Dropped;

    /// <summary>All identified up to its last day, those before the period too; rejected ones are never counted.</summary>
    public required int Identified { get; init; }

    /// <summary>All completed up to its last day, those before the period too.</summary>
    public required int Executed { get; init; }

    /// <summary>Open on its last day.</summary>
    public required int Open { get; init; }

    /// <summary>Hours logged on its completions; missing when none has any.</summary>
    public required Figure HoursSpent { get; init; }

    /// <summary>Hours a week that everything completed in the period up to its last day saves; missing when no completion of the period tells a pace.</summary>
    public required Figure HoursSavedPerWeek { get; init; }

    /// <summary>Hours saved from the first day of the period to its last day by what was completed in it; missing when no completion of the period tells.</summary>
    public required Figure HoursSaved { get; init; }

    /// <summary>The execution rate of the window of the flow rules that ends with its last day.</summary>
    public required Estimate ExecutionRate { get; init; }
}
