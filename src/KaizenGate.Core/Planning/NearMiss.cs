using System.Collections.Immutable;

namespace KaizenGate.Core.Planning;

/// <summary>An improvement that was almost chosen, and what choosing it would have meant.</summary>
/// <param name="Missed">The improvement.</param>
/// <param name="Total">The best total score of new work with it; null when it does not fit at all.</param>
/// <param name="Loss">By how much that is less than the total of the plan, 0 when another choice is as good; null when it does not fit at all.</param>
internal sealed record NearMiss(PlannedItem Missed, double? Total, double? Loss)
{
    /// <summary>What of the plan would give way to it.</summary>
    public ImmutableArray<PlannedItem> Displaced { get; init; } = [];

    /// <summary>What would come in beside it, in the time that is then left.</summary>
    public ImmutableArray<PlannedItem> Replaces { get; init; } = [];

    /// <summary>Whether that best choice would take more time than the plan.</summary>
    public bool TakesLonger { get; init; }
}
