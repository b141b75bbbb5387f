namespace KaizenGate.Core.Backlogs;

/// <content>The fields that rules and reports use.</content>
internal sealed partial record Improvement
{
    /// <summary>Impact on the scale from 1 to 10. Can be outside it or fractional: rules check that.</summary>
    public Written<double>? Impact
    {
        get => Values.Of(FieldCatalog.Impact);
        init => Values = Values.With(FieldCatalog.Impact, value);
    }

    /// <summary>Effort on the scale from 1 to 10, 10 being the most. Can be outside it or fractional: rules check that.</summary>
    public Written<double>? Effort
    {
        get => Values.Of(FieldCatalog.Effort);
        init => Values = Values.With(FieldCatalog.Effort, value);
    }

    /// <summary>The score that the file states. Only rules use it.</summary>
    public Written<double>? WrittenScore
    {
        get => Values.Of(FieldCatalog.PriorityScore);
        init => Values = Values.With(FieldCatalog.PriorityScore, value);
    }

    /// <summary>The improvement's own priority, as a word, a tag or an emoji.</summary>
    public Written<Priority>? WrittenPriority
    {
        get => Values.Of(FieldCatalog.Priority);
        init => Values = Values.With(FieldCatalog.Priority, value);
    }

    /// <summary>The value is null for an unknown word, which is in <see cref="Written.Text"/>.</summary>
    public Written<Category?>? Category
    {
        get => Values.Of(FieldCatalog.Category);
        init => Values = Values.With(FieldCatalog.Category, value);
    }

    /// <summary>The person or team; null when unassigned ("Backlog", "Unassigned", a placeholder).</summary>
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

    public Written<Sightings>? Seen
    {
        get => Values.Of(FieldCatalog.Seen);
        init => Values = Values.With(FieldCatalog.Seen, value);
    }

    /// <summary>The days on which the problem was seen again after its capture, in the order of the file.</summary>
    public ImmutableArray<Sighting> Sightings => Seen?.Value.All ?? [];

    /// <summary>The key of what is counted before and after the work.</summary>
    public Written<string>? Signal
    {
        get => Values.Of(FieldCatalog.Signal);
        init => Values = Values.With(FieldCatalog.Signal, value);
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

    public Written<string>? ExpectedOutcome
    {
        get => Values.Of(FieldCatalog.ExpectedOutcome);
        init => Values = Values.With(FieldCatalog.ExpectedOutcome, value);
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

    /// <summary>Hours saved in total.</summary>
    public Written<double>? HoursSaved
    {
        get => Values.Of(FieldCatalog.HoursSaved);
        init => Values = Values.With(FieldCatalog.HoursSaved, value);
    }

    /// <summary>Hours saved per week since the completion, when the text states a rate ("15 min/week") instead of a total.</summary>
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

    public Written<Measurement>? MeasuredImpact
    {
        get => Values.Of(FieldCatalog.MeasuredImpact);
        init => Values = Values.With(FieldCatalog.MeasuredImpact, value);
    }

    public Written<Measurement>? MeasuredAgain
    {
        get => Values.Of(FieldCatalog.MeasuredAgain);
        init => Values = Values.With(FieldCatalog.MeasuredAgain, value);
    }
}
