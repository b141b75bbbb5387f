using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Rules;
using KaizenGate.Rules.Integrity;

namespace KaizenGate.Editing.Fixes;

/// <summary>
/// KZ904: makes all that speaks of a status say what the strongest sign says, which is the status that every figure counts already, and moves
/// the improvement to the section of that status. Of two places that state a field differently, the one with the details is right.
/// </summary>
internal static class StatusFix
{
    public static Fix Fix { get; } = new(ContradictoryStatus.Rule, Apply);

    private static Manuscript Apply(FixTask task)
    {
        var agreed = task.OneByOne(
            (manuscript, item) => [.. Fields(item).SelectMany(field => Set(manuscript, item, field))]
        );
        var signed = (task with { Manuscript = agreed }).OneByOne(Signs);
        return (task with { Manuscript = signed }).OneByOne(
            (manuscript, item) => ItemPlace.Move(manuscript, item, Destination.Of(item, task.Settings.Scoring))
        );
    }

    private static IEnumerable<FieldName> Fields(Improvement item) =>
        item.Contradictions.Select(found => found.Field).Where(field => field is not FieldName.Status).Distinct();

    private static ImmutableArray<TextEdit> Set(Manuscript manuscript, Improvement item, FieldName field) =>
        ValueOf(item, field) is { } value ? ItemFields.Set(manuscript, item, field, value) : [];

    private static ImmutableArray<TextEdit> Signs(Manuscript manuscript, Improvement item)
    {
        var speaks = item.StatusSigns.Any(sign =>
            sign.Source is StatusSource.Box or StatusSource.Field
            && sign.Status != item.Status
            && !IsRefined(sign, item)
        );
        return speaks ? ItemFields.Set(manuscript, item, FieldName.Status, $"{item.Status}") : [];
    }

    /// <summary>An empty box says no more than that it is not done.</summary>
    private static bool IsRefined(StatusSign sign, Improvement item) => sign.IsWeak && item.Status is not Status.Done;

    private static string? ValueOf(Improvement item, FieldName field) =>
        field switch
        {
            FieldName.Impact => Number(item.Impact),
            FieldName.Effort => Number(item.Effort),
            FieldName.PriorityScore => Number(item.WrittenScore),
            FieldName.Priority => item.WrittenPriority?.Text,
            FieldName.Captured => Day(item.Captured),
            FieldName.Started => Day(item.Started),
            FieldName.TargetDate => Day(item.TargetDate),
            FieldName.Completed => Day(item.Completed),
            FieldName.ReviewDate => Day(item.ReviewDate),
            _ => null,
        };

    private static string? Number(Written<double>? value) => value is null ? null : Wording.Number(value.Value);

    private static string? Day(Written<DateOnly>? day) =>
        day?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
