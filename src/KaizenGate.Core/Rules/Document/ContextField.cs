using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Rules.Document;

/// <summary>A field that explains an improvement to a later reader.</summary>
/// <param name="Key">Its name in the settings.</param>
/// <param name="Words">Its name in a message.</param>
/// <param name="IsWritten">Whether an improvement has it.</param>
internal sealed record ContextField(string Key, string Words, Func<Improvement, bool> IsWritten)
{
    public static ImmutableArray<ContextField> All { get; } =
    [
        new("currentState", "current state", item => item.CurrentState is not null),
        new("proposedSolution", "proposed solution", item => item.ProposedSolution is not null),
        new("expectedOutcome", "expected outcome", item => item.ExpectedOutcome is not null),
        new("successCriteria", "success criteria", item => item.SuccessCriteria is not null),
        new("estimatedHours", "estimated hours", item => item.EstimatedHours is not null),
        new("owner", "owner", item => item.Owner is not null),
    ];
}
