using System.Globalization;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>Whether a fix left all that a person wrote: it may change scores, statuses, places and ids, but nothing else.</summary>
internal static class FixGuard
{
    public static bool Are(Backlog before, Backlog after) =>
        before.Improvements.Length == after.Improvements.Length
        && before.Suppressions.Length == after.Suppressions.Length
        && before
            .Improvements.Select(SameTexts)
            .Order(StringComparer.Ordinal)
            .SequenceEqual(after.Improvements.Select(SameTexts).Order(StringComparer.Ordinal));

    private static string SameTexts(Improvement item) =>
        string.Join(
            '\u0001',
            item.Values.Table.WithValue.Where(field => field.IsGuarded)
                .Select(field => SameTexts(item.Values.Of(field)))
                .Prepend(item.Title)
                .Append(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{item.SubTasks} {item.SubTasksDone} {item.OtherPlaces.Length}"
                    )
                )
        );

    // What is concluded from a section changes when the section does.
    private static string? SameTexts(Written? value) => value is null or { IsInferred: true } ? null : value.Plain;
}
