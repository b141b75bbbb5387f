namespace KaizenGate.Core.Reading;

/// <summary>Reads the value of each field of a draft: by its kind, or by rules of its own.</summary>
internal sealed class FieldReader(
    DraftValues values,
    RatingReader ratings,
    Status status,
    Written<string>? remark,
    Written<string>? sectionOwner,
    IssueLabels labels
)
{
    /// <summary>Returns the value of a field; null when the draft has none.</summary>
    public Written? Read(FieldDefinition field) =>
        field == FieldCatalog.Impact ? ratings.Impact()
        : field == FieldCatalog.Effort ? ratings.Effort()
        : field == FieldCatalog.EstimatedHours ? ratings.EstimatedHours()
        : field == FieldCatalog.Captured ? values.Captured(status)
        : field == FieldCatalog.Completed ? values.Completed(status)
        : field == FieldCatalog.Owner ? (values.Has(field) ? values.Person(field) : null) ?? sectionOwner
        : field == FieldCatalog.TimeSpent ? values.TimeSpent()
        : field == FieldCatalog.Reason ? values.Text(field) ?? remark
        : ByKind(field.Kind, field.Labelled);

    private Written? ByKind(FieldKind kind, FieldDefinition label) =>
        kind switch
        {
            FieldKind.Score => values.Score(label),
            FieldKind.Priority => values.Priority(label) ?? labels.Priority(),
            FieldKind.Category => values.Category(label) ?? labels.Category(),
            _ when !values.Has(label) => null,
            FieldKind.Date => values.Date(label),
            FieldKind.Text => values.Text(label),
            FieldKind.Hours => values.Hours(label),
            FieldKind.Savings => values.Number(label, RateText.Read) is null
                ? values.Number(label, HoursText.Read)
                : null,
            FieldKind.WeeklySavings => values.Number(label, RateText.Read),
            FieldKind.Ratio => values.Number(label, RoiText.Read),
            FieldKind.Rating => ratings.Rating(label),
            FieldKind.Labels => values.Text(label),
            FieldKind.Person => values.Person(label),
            FieldKind.Measurement => values.Measurement(label),
            FieldKind.Sightings => values.Sightings(label),
            _ => null,
        };
}
