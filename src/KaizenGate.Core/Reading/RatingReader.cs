using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Impact, effort and the estimate that an effort may carry.</summary>
internal sealed class RatingReader(Scoring scoring, DraftValues values, InheritedContext around)
{
    /// <summary>The rating that stands behind a label.</summary>
    public Written<double>? Rating(FieldDefinition label) => values.Value(label, ReadRating);

    /// <summary>The written impact; else the one that the section's heading infers, when neither impact nor effort is written.</summary>
    public Written<double>? Impact() => Rating(FieldCatalog.Impact) ?? (HasOwn ? null : Inferred(around.Impact));

    /// <summary>The written effort, from 1 (least) to 10; else an inferred one.</summary>
    public Written<double>? Effort() => OwnEffort() ?? FromEstimate() ?? (HasOwn ? null : Inferred(around.Effort));

    /// <summary>The hours of an estimate, or those that the effort's remark names.</summary>
    public Written<double>? EstimatedHours() =>
        values.Value(FieldCatalog.EstimatedHours, ReadHours) ?? values.Value(FieldCatalog.Effort, ReadHours);

    private bool HasOwn => Rating(FieldCatalog.Impact) is not null || OwnEffort() is not null;

    /// <summary>A label such as "Estimate" may hold a rating as well as hours.</summary>
    private Written<double>? OwnEffort() =>
        values.Value(FieldCatalog.Effort, ReadEffort) ?? values.Value(FieldCatalog.EstimatedHours, ReadEstimatedEffort);

    private Written<double>? FromEstimate() =>
        scoring.EffortFromHours && EstimatedHours() is { } hours
            ? new Written<double>(EffortTable.EffortOf(hours.Value), hours.Text, hours.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? Inferred(double? value) =>
        value is { } rating && around.InferredFrom is { } section
            ? new Written<double>(rating, section.Title, section.Span, ValueOrigin.Inferred)
            : null;

    private (double, ValueOrigin)? ReadRating(FoundField field)
    {
        values.ReportUnknownScale(field);
        return RatingText.Read(field.Text, Scale(field), LevelWords.Impact) is { } rating
            ? (rating.Value, rating.Origin)
            : null;
    }

    private (double, ValueOrigin)? ReadEffort(FoundField field)
    {
        values.ReportUnknownScale(field);
        if (
            RatingText.Read(field.Text, Scale(field), word => LevelWords.Effort(word, around.EffortsAreSizes))
            is not { } rating
        )
        {
            return null;
        }

        return scoring.EffortIsEase && rating.Origin != ValueOrigin.Inferred
            ? (11 - rating.Value, ValueOrigin.Rescaled)
            : (rating.Value, rating.Origin);
    }

    private (double, ValueOrigin)? ReadEstimatedEffort(FoundField field) =>
        HoursText.Read(field.Text) is null ? ReadEffort(field) : null;

    private static (double, ValueOrigin)? ReadHours(FoundField field) =>
        HoursText.Read(field.Text) is { } hours ? (hours, ValueOrigin.Written) : null;

    private int Scale(FoundField field) => field.Scale > 0 ? field.Scale : scoring.Scale;
}
