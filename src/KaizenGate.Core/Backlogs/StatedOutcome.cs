namespace KaizenGate.Core.Backlogs;

/// <summary>What a completed improvement says about its cost and its effect, which must outlive its removal from the file.</summary>
internal sealed record StatedOutcome
{
    public Category? Category { get; init; }

    /// <summary>Hours.</summary>
    public double? TimeSpent { get; init; }

    /// <summary>Hours in total.</summary>
    public double? HoursSaved { get; init; }

    /// <summary>Hours.</summary>
    public double? SavedPerWeek { get; init; }

    public double? Roi { get; init; }

    /// <summary>The measured impact as written.</summary>
    public string? Measured { get; init; }

    /// <summary>See <see cref="Measurement.HasFigure"/>.</summary>
    public bool HasFigure { get; init; }

    private static StatedOutcome Nothing { get; } = new();

    /// <summary>Returns the outcome of an improvement; null when it says nothing.</summary>
    public static StatedOutcome? Of(Improvement item)
    {
        var outcome = new StatedOutcome
        {
            Category = item.Category?.Value,
            TimeSpent = item.TimeSpent?.Value,
            HoursSaved = item.HoursSaved?.Value,
            SavedPerWeek = item.SavedPerWeek?.Value,
            Roi = item.Roi?.Value,
            Measured = item.MeasuredImpact?.Text,
            HasFigure = item.MeasuredImpact is { Value.HasFigure: true },
        };
        return outcome == Nothing ? null : outcome;
    }

    /// <summary>Returns a completed improvement that says the same. It has no place in a file.</summary>
    public static Improvement Completed(StatedOutcome? outcome, string key, string? id, string title)
    {
        var (said, start) = (outcome ?? Nothing, SourceSpan.FileStart);
        return new()
        {
            Key = key,
            Id = id,
            Title = title,
            Form = ImprovementForm.Bullet,
            Span = start,
            Status = Status.Done,
            Values = WrittenValues.Holding(
                (
                    FieldCatalog.Category,
                    said.Category is { } category ? new Written<Category?>(category, $"{category}", start) : null
                ),
                (FieldCatalog.TimeSpent, Number(said.TimeSpent)),
                (FieldCatalog.HoursSaved, Number(said.HoursSaved)),
                (FieldCatalog.SavedPerWeek, Number(said.SavedPerWeek)),
                (FieldCatalog.Roi, Number(said.Roi)),
                (
                    FieldCatalog.MeasuredImpact,
                    said.Measured is { } text
                        ? new Written<Measurement>(new(null, null, null, null, said.HasFigure), text, start)
                        : null
                )
            ),
        };

        Written<double>? Number(double? value) =>
            value is { } number ? new(number, Wording.Number(number), start) : null;
    }
}
