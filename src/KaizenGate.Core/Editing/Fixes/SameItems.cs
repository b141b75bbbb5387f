using System.Globalization;
using KaizenGate.Backlogs;

namespace KaizenGate.Editing.Fixes;

/// <summary>Whether a fix left all that a person wrote: it may change scores, statuses, places and ids, but nothing else.</summary>
internal static class SameItems
{
    public static bool Are(Backlog before, Backlog after) =>
        before.Improvements.Length == after.Improvements.Length
        && before.Suppressions.Length == after.Suppressions.Length
        && before
            .Improvements.Select(Told)
            .Order(StringComparer.Ordinal)
            .SequenceEqual(after.Improvements.Select(Told).Order(StringComparer.Ordinal));

    private static string Told(Improvement item) =>
        string.Join(
            '\u0001',
            [
                item.Title,
                Number(item.Impact),
                Number(item.Effort),
                item.Category?.Text,
                item.Owner?.Value,
                Day(item.Captured),
                Day(item.Started),
                Day(item.TargetDate),
                Day(item.Completed),
                Day(item.ReviewDate),
                item.CurrentState?.Value,
                item.ProposedSolution?.Value,
                item.ExpectedOutcome?.Value,
                item.SuccessCriteria?.Value,
                item.Reason?.Value,
                Number(item.EstimatedHours),
                Number(item.TimeSpent),
                Number(item.HoursSaved),
                item.MeasuredImpact?.Text,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{item.SubTasks} {item.SubTasksDone} {item.OtherPlaces.Length}"
                ),
            ]
        );

    // What is concluded from a section changes when the section does.
    private static string? Number(Written<double>? value) =>
        value is null or { Origin: ValueOrigin.Inferred } ? null : value.Value.ToString(CultureInfo.InvariantCulture);

    private static string? Day(Written<DateOnly>? day) =>
        day?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
