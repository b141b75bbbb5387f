namespace KaizenGate.Core.Reading;

/// <summary>Reads the impact, the effort, and the estimate that an effort may include.</summary>
internal sealed class RatingReader(Scoring scoring, DraftValues values, InheritedContext context)
{
    public Written<double>? Rating(FieldDefinition field) =>
        values.First(field, found => Read(found, LevelWords.Impact));

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
        values.First(FieldCatalog.Effort, ReadEffort)
        ?? values.First(
            FieldCatalog.EstimatedHours,
            found => HoursText.Read(found.Text) is null ? ReadEffort(found) : null
        );

    private Written<double>? FromEstimate() =>
        scoring.EffortFromHours && EstimatedHours() is { } hours
            ? new Written<double>(EffortTable.EffortOf(hours.Value), hours.Text, hours.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? Inferred(double? value) =>
        value is { } rating && context.InferredFrom is { } section
            ? new Written<double>(rating, section.Title, section.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? ReadEffort(FoundField found) =>
        Read(found, word => LevelWords.Effort(word, context.EffortsAreSizes)) is not { } effort ? null
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
