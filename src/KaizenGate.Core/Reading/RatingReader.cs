using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Impact, effort and the estimate that an effort may carry.</summary>
internal sealed class RatingReader(Scoring scoring, DraftValues values, Surroundings around)
{
    /// <summary>The written impact; else the one that the section's heading infers, when neither impact nor effort is written.</summary>
    public Written<double>? Impact() =>
        values.Value(FieldName.Impact, ReadImpact) ?? (HasOwn ? null : Inferred(around.Impact));

    /// <summary>The written effort, from 1 (least) to 10; else an inferred one.</summary>
    public Written<double>? Effort() => OwnEffort() ?? FromEstimate() ?? (HasOwn ? null : Inferred(around.Effort));

    /// <summary>The hours of an estimate, or those that the effort's remark names.</summary>
    public Written<double>? EstimatedHours() =>
        values.Value(FieldName.EstimatedHours, ReadHours) ?? values.Value(FieldName.Effort, ReadHours);

    private bool HasOwn => values.Value(FieldName.Impact, ReadImpact) is not null || OwnEffort() is not null;

    /// <summary>A label such as "Estimate" may hold a rating as well as hours.</summary>
    private Written<double>? OwnEffort() =>
        values.Value(FieldName.Effort, ReadEffort) ?? values.Value(FieldName.EstimatedHours, ReadEstimatedEffort);

    private Written<double>? FromEstimate() =>
        scoring.EffortFromHours && EstimatedHours() is { } hours
            ? new Written<double>(EffortTable.EffortOf(hours.Value), hours.Text, hours.Span, ValueOrigin.Inferred)
            : null;

    private Written<double>? Inferred(double? value) =>
        value is { } rating && around.InferredFrom is { } section
            ? new Written<double>(rating, section.Title, section.Span, ValueOrigin.Inferred)
            : null;

    private (double, ValueOrigin)? ReadImpact(FoundField field)
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
