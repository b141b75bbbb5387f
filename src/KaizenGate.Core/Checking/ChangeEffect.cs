using System.Collections.Immutable;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>The effect of the checked change on the figures of all backlogs together.</summary>
/// <param name="Description">The change in words: "since main".</param>
/// <param name="Shift">The figures after the change minus those before it.</param>
internal sealed record ChangeEffect(string Description, FiguresDelta Shift)
{
    /// <summary>Null when the run is not about a change.</summary>
    internal static ChangeEffect? Of(ImmutableArray<Evidence> evidence) =>
        evidence.Select(one => one.Range).OfType<ChangeRange>().ToList() is [var first, ..] ranges
            ? new(first.Description, ranges.Aggregate(default(FiguresDelta), (sum, range) => sum + range.Shift))
            : null;
}
