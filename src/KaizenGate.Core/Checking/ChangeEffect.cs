using System.Collections.Immutable;
using KaizenGate.Inputs;
using KaizenGate.Timelines;

namespace KaizenGate.Checking;

/// <summary>What the change that is judged does to the figures of all backlogs together.</summary>
/// <param name="Description">The change in words: "since main".</param>
/// <param name="Shift">By how much the figures are more than they were before it.</param>
public sealed record ChangeEffect(string Description, Shift Shift)
{
    /// <summary>Null when no change is judged.</summary>
    internal static ChangeEffect? Of(ImmutableArray<Evidence> evidence) =>
        evidence.Select(one => one.Range).OfType<ChangeRange>().ToList() is [var first, ..] ranges
            ? new(first.Description, ranges.Aggregate(Shift.None, (sum, range) => sum.Plus(range.Shift)))
            : null;
}
