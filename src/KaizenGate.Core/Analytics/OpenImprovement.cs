using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Analytics;

/// <summary>An improvement that is open on the last day of the period.</summary>
internal sealed record OpenImprovement
{
    public string? Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The file that it stands in, or stood in.</summary>
    public required SourceFile File { get; init; }

    /// <summary>Its line, from 1; null when the file no longer has it.</summary>
    public int? Line { get; init; }

    /// <summary>Null on a day in the past, of which only the events are known.</summary>
    public Status? Status { get; init; }

    public Category? Category { get; init; }

    /// <summary>1 to 10 when sane; null when it is not scored.</summary>
    public double? Impact { get; init; }

    /// <summary>1 to 10 when sane, 10 being the most; null when it is not scored.</summary>
    public double? Effort { get; init; }

    /// <summary>By the formula of the settings; null when it is not scored.</summary>
    public double? Score { get; init; }

    /// <summary>Days since its capture; null when nothing tells.</summary>
    public int? AgeDays { get; init; }

    /// <summary>True when it may be older, because the history begins later.</summary>
    public bool IsAtLeastThatOld { get; init; }
}

/// <summary>The open improvements of an age.</summary>
/// <param name="FromDays">The least age.</param>
/// <param name="ToDays">The greatest age; null for any.</param>
/// <param name="Count">How many there are.</param>
internal sealed record AgeBand(int FromDays, int? ToDays, int Count);
