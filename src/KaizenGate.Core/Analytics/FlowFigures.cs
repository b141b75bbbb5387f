namespace KaizenGate.Core.Analytics;

/// <summary>What happened in a period, as it stands on its last day. What stood so when the history began is in none of it.</summary>
internal sealed record FlowFigures
{
    /// <summary>A: captured in the period.</summary>
    public required Figure Captured { get; init; }

    /// <summary>D: completed in the period, whenever captured.</summary>
    public required Figure Executed { get; init; }

    /// <summary>X: rejected in the period, whenever captured.</summary>
    public required Figure Rejected { get; init; }

    /// <summary>V: vanished in the period without a decision, whenever captured.</summary>
    public required Figure Dropped { get; init; }

    /// <summary>A − X.</summary>
    public required Figure Identified { get; init; }

    /// <summary>D ÷ (A − X), which may be above 1 where old ones are worked off, with the interval of a ratio of two rates.</summary>
    public required Estimate ExecutionRate { get; init; }

    /// <summary>Captured a week.</summary>
    public required Figure ArrivalsPerWeek { get; init; }

    /// <summary>Completed, rejected and dropped a week.</summary>
    public required Figure DeparturesPerWeek { get; init; }
}
