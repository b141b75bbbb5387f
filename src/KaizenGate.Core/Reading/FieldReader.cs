using System.Collections.Frozen;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the value of each field of a draft: by the kind of the field, unless something else than its label tells it as well.</summary>
internal sealed class FieldReader(DraftValues values, RatingReader ratings, Status status, Written<string>? remark)
{
    /// <summary>The fields whose value more than their own label tells.</summary>
    private static readonly FrozenDictionary<FieldDefinition, Func<FieldReader, Written?>> Special = new Dictionary<
        FieldDefinition,
        Func<FieldReader, Written?>
    >
    {
        [FieldCatalog.Impact] = reader => reader.ratings.Impact(),
        [FieldCatalog.Effort] = reader => reader.ratings.Effort(),
        [FieldCatalog.EstimatedHours] = reader => reader.ratings.EstimatedHours(),
        [FieldCatalog.Captured] = reader => reader.values.Captured(),
        [FieldCatalog.Completed] = reader => reader.values.Completed(reader.status),
        [FieldCatalog.TimeSpent] = reader => reader.values.TimeSpent(),
        [FieldCatalog.Reason] = reader => reader.values.Text(FieldCatalog.Reason) ?? reader.remark,
    }.ToFrozenDictionary();

    private readonly DraftValues values = values;
    private readonly RatingReader ratings = ratings;
    private readonly Status status = status;
    private readonly Written<string>? remark = remark;

    /// <summary>The value of a field; null when the draft has none.</summary>
    public Written? Read(FieldDefinition field) =>
        Special.TryGetValue(field, out var read) ? read(this) : ByKind(field.Kind, field.Labelled);

    private Written? ByKind(FieldKind kind, FieldDefinition label) =>
        kind switch
        {
            FieldKind.Score => values.Score(label),
            FieldKind.Priority => values.Priority(label),
            _ when !values.Has(label) => null,
            FieldKind.Date => values.Date(label),
            FieldKind.Text => values.Text(label),
            FieldKind.Hours => values.Hours(label),
            FieldKind.Savings => values.Savings(label),
            FieldKind.WeeklySavings => values.WeeklySavings(label),
            FieldKind.Ratio => values.Ratio(label),
            FieldKind.Rating => ratings.Rating(label),
            FieldKind.Category => values.Category(label),
            FieldKind.Person => values.Person(label),
            FieldKind.Measurement => values.Measurement(label),
            _ => null,
        };
}
