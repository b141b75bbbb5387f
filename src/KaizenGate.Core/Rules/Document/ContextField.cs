using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Rules.Document;

/// <summary>The fields that tell a later reader why and how.</summary>
internal static class ContextField
{
    public static ImmutableArray<FieldDefinition> All { get; } =
    [
        FieldCatalog.CurrentState,
        FieldCatalog.ProposedSolution,
        FieldCatalog.ExpectedOutcome,
        FieldCatalog.SuccessCriteria,
        FieldCatalog.EstimatedHours,
        FieldCatalog.Owner,
    ];
}
