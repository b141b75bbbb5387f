namespace KaizenGate.Core.Rules.Document;

/// <summary>The fields that explain an improvement to a later reader.</summary>
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
