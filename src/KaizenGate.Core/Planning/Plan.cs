using System.Collections.Immutable;

namespace KaizenGate.Core.Planning;

/// <summary>The work of a week.</summary>
internal sealed record Plan
{
    public required DateOnly AsOf { get; init; }
    public required Week Week { get; init; }
    public required Capacity Capacity { get; init; }

    /// <summary>What is in progress, which comes before anything new; falling scores.</summary>
    public required ImmutableArray<PlannedItem> Started { get; init; }

    /// <summary>The new work with the most score in the time that is left; falling scores.</summary>
    public required ImmutableArray<PlannedItem> Chosen { get; init; }

    /// <summary>What was almost chosen, the nearest first; what does not fit at all comes last.</summary>
    public required ImmutableArray<NearMiss> JustMissed { get; init; }

    /// <summary>How many improvements could have been chosen and were not.</summary>
    public required int NotChosen { get; init; }

    /// <summary>How many of these do not fit into the time for new work even alone.</summary>
    public required int TooLong { get; init; }

    /// <summary>What could not be chosen.</summary>
    public required ImmutableArray<ExcludedItems> LeftOut { get; init; }

    /// <summary>What was given the Friday of the week as its target date; null when nothing was to be written.</summary>
    public ImmutableArray<PlannedItem>? Committed { get; init; }

    /// <summary>Hours that are left of what is in progress, as far as they are known.</summary>
    public double StartedHours => Started.Sum(item => item.Minutes) / 60d;

    /// <summary>Hours of the new work.</summary>
    public double ChosenHours => Chosen.Sum(item => item.Minutes) / 60d;

    /// <summary>Hours that are left for new work; 0 when what is in progress takes all of them.</summary>
    public double FreeHours => Math.Max(0, Capacity.Hours - StartedHours);

    /// <summary>Whether what is in progress takes more than the capacity.</summary>
    public bool IsOverfull => StartedHours > Capacity.Hours;

    public double StartedScore => Started.Sum(item => item.Score);

    public double ChosenScore => Chosen.Sum(item => item.Score);
}
