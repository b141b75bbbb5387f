namespace KaizenGate.Core.Planning;

/// <summary>The work of a week.</summary>
internal sealed record Plan
{
    public required DateOnly AsOf { get; init; }
    public required Week Week { get; init; }
    public required Capacity Capacity { get; init; }

    /// <summary>The improvements in progress, by descending score.</summary>
    public required ImmutableArray<PlannedItem> Started { get; init; }

    /// <summary>The new work with the highest total score in the remaining time, by descending score.</summary>
    public required ImmutableArray<PlannedItem> Chosen { get; init; }

    /// <summary>The improvements that were almost chosen, by ascending loss; those that do not fit at all come last.</summary>
    public required ImmutableArray<NearMiss> JustMissed { get; init; }

    /// <summary>The number of candidates that were not chosen.</summary>
    public required int NotChosen { get; init; }

    /// <summary>The number of candidates that do not fit into the remaining time even on their own.</summary>
    public required int TooLong { get; init; }

    /// <summary>The improvements that are not candidates.</summary>
    public required ImmutableArray<ExcludedItems> LeftOut { get; init; }

    /// <summary>The improvements that got the Friday of the week as target date; null unless the plan was written.</summary>
    public ImmutableArray<PlannedItem>? Committed { get; init; }

    /// <summary>The remaining hours of the improvements in progress, as far as known.</summary>
    public double StartedHours => Started.Sum(item => item.Minutes) / 60d;

    public double ChosenHours => Chosen.Sum(item => item.Minutes) / 60d;

    /// <summary>The hours for new work; at least 0.</summary>
    public double FreeHours => Math.Max(0, Capacity.Hours - StartedHours);

    /// <summary>Whether the improvements in progress exceed the capacity.</summary>
    public bool IsOverfull => StartedHours > Capacity.Hours;

    public double StartedScore => Started.Sum(item => item.Score);

    public double ChosenScore => Chosen.Sum(item => item.Score);
}

/// <param name="File">The backlog.</param>
/// <param name="Item">The improvement.</param>
/// <param name="Time">The time that it takes, or the remaining time when it is in progress; null when unknown.</param>
/// <param name="Cell">Its cell of the matrix; null when it has none.</param>
internal sealed record PlannedItem(SourceFile File, Improvement Item, WorkTime? Time, MatrixCell? Cell)
{
    /// <summary>The score; 0 without one.</summary>
    public double Score => Item.Score is { } score && double.IsFinite(score) ? score : 0;

    /// <summary>The score per hour; null when the time is 0 or unknown.</summary>
    public double? ScorePerHour => Time is { Minutes: > 0 } time ? Score / time.Hours : null;

    /// <summary>0 when the time is unknown.</summary>
    internal int Minutes => Time?.Minutes ?? 0;
}

/// <summary>Why an improvement is not a candidate.</summary>
internal enum ExclusionReason
{
    Unscored,

    /// <summary>Its impact or effort is not a whole number from 1 to 10.</summary>
    OffScale,

    /// <summary>Its score is 0 or less.</summary>
    NoScore,

    /// <summary>It has neither an estimate nor an effort.</summary>
    NoTime,

    Deferred,
    Done,
    Rejected,
}

/// <summary>The improvements that are not candidates for one reason.</summary>
internal sealed record ExcludedItems(ExclusionReason Reason, ImmutableArray<PlannedItem> Items);
