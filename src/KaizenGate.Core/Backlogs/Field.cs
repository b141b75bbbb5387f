namespace KaizenGate.Backlogs;

/// <summary>The properties that a label or a column can stand for.</summary>
public enum FieldName
{
    /// <summary>A label that is none of the others, kept because the score formula names it.</summary>
    Other,
    Id,
    Title,
    Impact,
    Effort,
    PriorityScore,
    Priority,
    Status,
    Category,
    Owner,
    Captured,
    Started,
    TargetDate,
    Completed,
    CurrentState,
    ProposedSolution,
    ExpectedOutcome,
    SuccessCriteria,
    EstimatedHours,
    TimeSpent,
    MeasuredImpact,
    HoursSaved,
    Roi,
    Reason,
    ReviewDate,
}

/// <summary>A label with its value, as written.</summary>
/// <param name="Name">What the label stands for.</param>
/// <param name="Label">The label, without emphasis and colon.</param>
/// <param name="Text">The value as plain text: emphasis, links and code marks taken off.</param>
/// <param name="Span">Where the value stands; the label's place when the value is empty.</param>
public sealed record Field(FieldName Name, string Label, string Text, SourceSpan Span);
