namespace KaizenGate.Core.Reading;

/// <summary>Reads the impact, the effort, and the estimate that an effort may include.</summary>
internal sealed class RatingReader(Scoring scoring, DraftValues values, InheritedContext context)
{
    private readonly Func<string, double?> effortOf = context.EffortsAreSizes
        ? static word => LevelWords.Effort(word, inSizes: true)
        : static word => LevelWords.Effort(word, inSizes: false);

    public Written<double>? Rating(FieldDefinition field)
    {
        foreach (ref readonly var found in values.Filled)
        {
            if (found.Definition == field && Read(found, LevelWords.Impact) is { } rating)
            {
                return rating;
            }
        }

        return null;
    }

    /// <summary>Returns the written impact, or the one inferred from the section heading when neither impact nor effort is written.</summary>
    public Written<double>? Impact() => Rating(FieldCatalog.Impact) ?? (HasOwn ? null : Inferred(context.Impact));

    /// <summary>Returns the written effort, 1 (least) to 10, or an inferred one.</summary>
    public Written<double>? Effort() => OwnEffort() ?? FromEstimate() ?? (HasOwn ? null : Inferred(context.Effort));

    /// <summary>Returns the estimated hours, or the hours that the effort mentions.</summary>
    public Written<double>? EstimatedHours() =>
        values.Number(FieldCatalog.EstimatedHours, HoursText.Read)
        ?? values.Number(FieldCatalog.Effort, HoursText.Read);

    private bool HasOwn => Rating(FieldCatalog.Impact) is not null || OwnEffort() is not null;

    /// <summary>A label such as "Estimate" can have a rating as well as hours.</summary>
    private Written<double>? OwnEffort() =>
        OwnEffort(FieldCatalog.Effort, canBeHours: true) ?? OwnEffort(FieldCatalog.EstimatedHours, canBeHours: false);

    private Written<double>? OwnEffort(FieldDefinition field, bool canBeHours)
    {
        foreach (ref readonly var found in values.Filled)
        {
            if (
                found.Definition == field
                && (canBeHours || HoursText.Read(found.Text) is null)
                && ReadEffort(found) is { } effort
            )
            {
                return effort;
            }
        }

        return null;
    }

    private Written<double>? FromEstimate() =>
        scoring.EffortFromHours && EstimatedHours() is { } hours
            ? new Written<double>(EffortTable.EffortOf(hours.Value), hours.Text, hours.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? Inferred(double? value) =>
        value is { } rating && context.InferredFrom is { } section
            ? new Written<double>(rating, section.Title, section.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? ReadEffort(FoundField found) =>
        Read(found, effortOf) is not { } effort ? null
        : scoring.EffortIsEase && !effort.IsInferred
            ? effort with
            {
                Value = 11 - effort.Value,
                Origin = ValueOrigin.Rescaled,
            }
        : effort;

    private Written<double>? Read(FoundField found, Func<string, double?> infer)
    {
        if (RatingText.HasUnknownScale(found.Text))
        {
            values.Problem(
                found,
                $"the rating \"{DraftValues.Short(found.Text)}\" has an unknown scale; use a scale of 10 or 5"
            );
        }

        return RatingText.Read(found.Text, found.Scale > 0 ? found.Scale : scoring.Scale, infer) is { } rating
            ? new Written<double>(rating.Value, found.Text, values.Span(found), rating.Origin)
            : null;
    }
}
