using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Analytics;

/// <summary>A completion of the period.</summary>
/// <param name="Day">The day it was completed.</param>
internal sealed record CompletedImprovement(DateOnly Day)
{
    public string? Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Null when the file says none, or no longer has it.</summary>
    public Category? Category { get; init; }

    /// <summary>The file that it stands in, or stood in.</summary>
    public required SourceFile File { get; init; }

    /// <summary>Its line, from 1; null when the file no longer has it.</summary>
    public int? Line { get; init; }

    /// <summary>Whole days from its first start to its completion; null when nothing tells.</summary>
    public int? CycleDays { get; init; }

    /// <summary>Whole days from its capture to its completion; null when nothing tells.</summary>
    public int? LeadDays { get; init; }

    /// <summary>Hours logged on it; null when none are.</summary>
    public double? HoursSpent { get; init; }

    /// <summary>Hours that it saves each week, from its completion on; null when a total is written, or nothing.</summary>
    public double? HoursSavedPerWeek { get; init; }

    /// <summary>Hours that it saved up to the end of the period: the written total, or what its pace makes of the days since.</summary>
    public double? HoursSaved { get; init; }

    /// <summary>Hours saved ÷ spent, gross.</summary>
    public Figure Roi { get; init; }

    /// <summary>Weeks from its completion until it has saved what it cost; null without both hours and a pace.</summary>
    public Figure PaybackWeeks { get; init; }

    /// <summary>What was measured, as written; null when nothing was.</summary>
    public string? Measured { get; init; }
}
