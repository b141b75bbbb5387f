namespace KaizenGate.Core.Reading;

/// <summary>Reads the impact, the effort, and the estimate that an effort may include.</summary>
internal sealed class RatingReader(Scoring scoring, DraftValues values, InheritedContext context, IssueLabels labels)
{
    public Written<double>? Rating(FieldDefinition field) =>
        values.First(
            field,
            this,
            static (self, found) => self.Read(found, self.Conventions.ImpactScale, LevelWords.Impact)
        );

    /// <summary>Returns the written impact, or the one inferred from the section heading when neither impact nor effort is written.</summary>
    public Written<double>? Impact() => OwnImpact() ?? (HasOwn ? null : Inferred(context.Impact));

    /// <summary>Returns the written effort, 1 (least) to 10, or an inferred one.</summary>
    public Written<double>? Effort() => OwnEffort() ?? FromEstimate() ?? (HasOwn ? null : Inferred(context.Effort));

    /// <summary>Returns the estimated hours, or the hours that the effort mentions.</summary>
    public Written<double>? EstimatedHours() =>
        values.Hours(FieldCatalog.EstimatedHours) ?? values.Hours(FieldCatalog.Effort);

    /// <summary>A number above the scale that the file states shows that the improvement uses another one.</summary>
    private bool FollowsStatedScales =>
        !IsAbove(FieldCatalog.Impact, Conventions.ImpactScale)
        && !IsAbove(FieldCatalog.Effort, Conventions.EffortScale);

    private bool IsAbove(FieldDefinition field, int scale)
    {
        foreach (ref readonly var found in scale > 0 ? values.Filled : [])
        {
            if (
                found.Definition == field
                && found.Scale == 0
                && RatingText.Bare(found.Text) is { } number
                && number > scale
            )
            {
                return true;
            }
        }

        return false;
    }

    private Conventions Conventions => context.Conventions;

    private bool HasOwn => OwnImpact() is not null || OwnEffort() is not null;

    private Written<double>? OwnImpact() => Rating(FieldCatalog.Impact) ?? labels.Impact();

    /// <summary>A label such as "Estimate" can have a rating as well as hours.</summary>
    private Written<double>? OwnEffort() =>
        values.First(FieldCatalog.Effort, this, static (self, found) => self.ReadEffort(found))
        ?? values.First(
            FieldCatalog.EstimatedHours,
            this,
            static (self, found) => DraftValues.HoursOf(found) is null ? self.ReadEffort(found) : null
        )
        ?? labels.Effort();

    private Written<double>? FromEstimate() =>
        scoring.EffortFromHours && EstimatedHours() is { } hours
            ? new Written<double>(EffortTable.EffortOf(hours.Value), hours.Text, hours.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? Inferred(double? value) =>
        value is { } rating && context.InferredFrom is { } section
            ? new Written<double>(rating, section.Title, section.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? ReadEffort(FoundField found) =>
        EffortOf(found) is not { } effort ? null
        : scoring.EffortIsEase && !effort.IsInferred
            ? effort with
            {
                Value = 11 - effort.Value,
                Origin = ValueOrigin.Rescaled,
            }
        : effort;

    /// <summary>A number in a unit of time is not a rating, and one in story points is inferred.</summary>
    private Written<double>? EffortOf(FoundField found) =>
        HourUnits.OfLabel(found.Label) > 0 && RatingText.Bare(found.Text) is not null ? null
        : PointsText.Read(found.Text, found.Label) is { } points
            ? new Written<double>(points, found.Text, values.Span(found), ValueOrigin.Inferred)
        : Read(
            found,
            Conventions.EffortScale,
            Conventions.EffortsAreSizes
                ? static word => LevelWords.Effort(word, inSizes: true)
                : static word => LevelWords.Effort(word, inSizes: false)
        );

    /// <param name="found">The field.</param>
    /// <param name="stated">The scale that the file states once, which another one in the settings or the label overrides; at most 0 for none.</param>
    /// <param name="infer">Infers a rating from a word.</param>
    private Written<double>? Read(FoundField found, int stated, Func<string, double?> infer)
    {
        if (RatingText.HasUnknownScale(found.Text))
        {
            values.Problem(
                found,
                $"the rating \"{DraftValues.Short(found.Text)}\" has an unknown scale; use a scale of 10 or 5"
            );
        }

        var scale = found.Scale > 0 ? found.Scale : scoring.Scale;
        if (found.Scale == 0 && scale == Scoring.Default.Scale && stated > 0 && FollowsStatedScales)
        {
            scale = stated;
        }

        return RatingText.Read(found.Text, scale, infer) is { } rating
            ? new Written<double>(rating.Value, found.Text, values.Span(found), rating.Origin)
            : null;
    }
}
