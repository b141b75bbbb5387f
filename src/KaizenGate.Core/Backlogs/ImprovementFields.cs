namespace KaizenGate.Core.Backlogs;

/// <content>The fields that the program reckons with, by name.</content>
internal sealed partial record Improvement
{
    /// <summary>Impact on the scale 1 to 10. May lie outside of it or be fractional: the rules judge that.</summary>
    public Written<double>? Impact
    {
        get => Values.Of(FieldCatalog.Impact);
        init => Values = Values.With(FieldCatalog.Impact, value);
    }

    /// <summary>Effort on the scale 1 to 10, 10 being the most. May lie outside of it or be fractional: the rules judge that.</summary>
    public Written<double>? Effort
    {
        get => Values.Of(FieldCatalog.Effort);
        init => Values = Values.With(FieldCatalog.Effort, value);
    }

    /// <summary>The score that stands in the file; it is checked, never trusted.</summary>
    public Written<double>? WrittenScore
    {
        get => Values.Of(FieldCatalog.PriorityScore);
        init => Values = Values.With(FieldCatalog.PriorityScore, value);
    }

    /// <summary>The priority that the improvement itself carries, as a word, a tag or a sign.</summary>
    public Written<Priority>? WrittenPriority
    {
        get => Values.Of(FieldCatalog.Priority);
        init => Values = Values.With(FieldCatalog.Priority, value);
    }

    /// <summary>Category as written (<see cref="Written.Text"/>); the value is null for a word that is none of the five.</summary>
    public Written<Category?>? Category
    {
        get => Values.Of(FieldCatalog.Category);
        init => Values = Values.With(FieldCatalog.Category, value);
    }

    /// <summary>Who does it; null for nobody ("Backlog", "Unassigned", a placeholder).</summary>
    public Written<string>? Owner
    {
        get => Values.Of(FieldCatalog.Owner);
        init => Values = Values.With(FieldCatalog.Owner, value);
    }

    public Written<DateOnly>? Captured
    {
        get => Values.Of(FieldCatalog.Captured);
        init => Values = Values.With(FieldCatalog.Captured, value);
    }

    public Written<DateOnly>? Started
    {
        get => Values.Of(FieldCatalog.Started);
        init => Values = Values.With(FieldCatalog.Started, value);
    }

    public Written<DateOnly>? TargetDate
    {
        get => Values.Of(FieldCatalog.TargetDate);
        init => Values = Values.With(FieldCatalog.TargetDate, value);
    }

    public Written<DateOnly>? Completed
    {
        get => Values.Of(FieldCatalog.Completed);
        init => Values = Values.With(FieldCatalog.Completed, value);
    }

    public Written<DateOnly>? ReviewDate
    {
        get => Values.Of(FieldCatalog.ReviewDate);
        init => Values = Values.With(FieldCatalog.ReviewDate, value);
    }

    public Written<string>? CurrentState
    {
        get => Values.Of(FieldCatalog.CurrentState);
        init => Values = Values.With(FieldCatalog.CurrentState, value);
    }

    public Written<string>? ProposedSolution
    {
        get => Values.Of(FieldCatalog.ProposedSolution);
        init => Values = Values.With(FieldCatalog.ProposedSolution, value);
    }

    public Written<string>? ExpectedOutcome
    {
        get => Values.Of(FieldCatalog.ExpectedOutcome);
        init => Values = Values.With(FieldCatalog.ExpectedOutcome, value);
    }

    public Written<string>? SuccessCriteria
    {
        get => Values.Of(FieldCatalog.SuccessCriteria);
        init => Values = Values.With(FieldCatalog.SuccessCriteria, value);
    }

    public Written<string>? Reason
    {
        get => Values.Of(FieldCatalog.Reason);
        init => Values = Values.With(FieldCatalog.Reason, value);
    }

    /// <summary>Estimated work in hours; at least 0.</summary>
    public Written<double>? EstimatedHours
    {
        get => Values.Of(FieldCatalog.EstimatedHours);
        init => Values = Values.With(FieldCatalog.EstimatedHours, value);
    }

    /// <summary>Logged work in hours; at least 0.</summary>
    public Written<double>? TimeSpent
    {
        get => Values.Of(FieldCatalog.TimeSpent);
        init => Values = Values.With(FieldCatalog.TimeSpent, value);
    }

    /// <summary>Hours saved, in all, as written.</summary>
    public Written<double>? HoursSaved
    {
        get => Values.Of(FieldCatalog.HoursSaved);
        init => Values = Values.With(FieldCatalog.HoursSaved, value);
    }

    /// <summary>Hours saved each week from the completion on, where the text names a pace ("15 min/week") in place of a total.</summary>
    public Written<double>? SavedPerWeek
    {
        get => Values.Of(FieldCatalog.SavedPerWeek);
        init => Values = Values.With(FieldCatalog.SavedPerWeek, value);
    }

    /// <summary>Return on investment as a ratio: 5× is 5, 120% is 1.2.</summary>
    public Written<double>? Roi
    {
        get => Values.Of(FieldCatalog.Roi);
        init => Values = Values.With(FieldCatalog.Roi, value);
    }

    public Measurement? MeasuredImpact
    {
        get => Values.Of(FieldCatalog.MeasuredImpact)?.Value;
        init =>
            Values = Values.With(
                FieldCatalog.MeasuredImpact,
                value is null ? null : new Written<Measurement>(value, value.Text, value.Span)
            );
    }
}
