using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>
/// KZ904: gives every sign of a status the status of the strongest one, which the figures use already, and moves the improvement to the
/// section of that status. When two places state a field differently, uses the value of the place with the details.
/// </summary>
internal static class StatusFix
{
    public static Fix Fix { get; } = new(ContradictoryStatus.Rule, Apply);

    private static EditableBacklog Apply(FixTask task)
    {
        var agreed = task.Each((document, item) => [.. Fields(item).SelectMany(field => Set(document, item, field))]);
        var certain = task with
        {
            Document = agreed,
            Found = [.. task.Found.Where(finding => finding.Item is { } item && !IsDoubtful(item))],
        };
        return (certain with { Document = certain.Each(Signs) }).Move();
    }

    private static IEnumerable<FieldDefinition> Fields(Improvement item) =>
        item.Contradictions.Select(found => found.Field).Where(field => field != FieldCatalog.Status).Distinct();

    private static ImmutableArray<TextEdit> Set(EditableBacklog document, Improvement item, FieldDefinition field) =>
        item.Values.Of(field) is { } value ? ItemFields.Set(document, item, field, Text(value)) : [];

    private static string Text(Written value) =>
        value is Written<double> number ? Wording.Number(number.Value) : value.Plain;

    private static ImmutableArray<TextEdit> Signs(EditableBacklog document, Improvement item)
    {
        var contradicts = item.StatusSigns.Any(sign =>
            sign.Source is StatusSource.Box or StatusSource.Field
            && sign.Status != item.Status
            && !IsRefined(sign, item)
        );
        return contradicts ? ItemFields.Set(document, item, FieldCatalog.Status, $"{item.Status}") : [];
    }

    /// <summary>
    /// Whether a word in the title decides, without a date, on open or closed, and the box or the field says otherwise: only a person knows.
    /// </summary>
    private static bool IsDoubtful(Improvement item) =>
        item.Completed is null
        && item.StatusSigns is [{ Source: StatusSource.Title }, ..]
        && item.StatusSigns.Any(sign =>
            sign.Source is StatusSource.Box or StatusSource.Field && IsClosed(sign.Status) != IsClosed(item.Status)
        );

    private static bool IsClosed(Status status) => status is Status.Done or Status.Rejected;

    /// <summary>An empty box says only that the improvement is not done.</summary>
    private static bool IsRefined(StatusSign sign, Improvement item) => sign.IsWeak && item.Status is not Status.Done;
}
