using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing;

/// <summary>Looks at what an edit made, before it is written: nothing may have changed but what was meant.</summary>
internal static class EditCheck
{
    /// <summary>Refuses an edit after which another improvement than the named ones reads differently, is gone or is new.</summary>
    /// <param name="before">The backlog before the edit.</param>
    /// <param name="after">The backlog after it.</param>
    /// <param name="keys">The keys of the improvements that may differ, <see cref="Improvement.Key"/>.</param>
    /// <exception cref="InputException">Something else changed; the error names it.</exception>
    public static void OnlyThese(EditableBacklog before, EditableBacklog after, params IReadOnlyCollection<string> keys)
    {
        var old = Others(before, keys);
        var now = Others(after, keys);
        for (var index = 0; index < Math.Max(old.Count, now.Count); index++)
        {
            var was = index < old.Count ? old[index] : null;
            var present = index < now.Count ? now[index] : null;
            if (was is null || present is null || !TellSame(was, present))
            {
                var touched = was ?? present!;
                throw EditErrors.At(
                    before,
                    was?.Span ?? SourceSpan.FileStart,
                    $"the edit would change \"{touched.Name}\" as well, so nothing is changed",
                    "Make this change by hand, or bring the lines around it into one of the shapes of docs/backlog-format.md."
                );
            }
        }

        if (before.Backlog.Sections.Length > after.Backlog.Sections.Length)
        {
            throw EditErrors.At(
                before,
                SourceSpan.FileStart,
                "the edit would break a section, so nothing is changed",
                "Make this change by hand."
            );
        }
    }

    private static List<Improvement> Others(EditableBacklog document, IReadOnlyCollection<string> keys) =>
        [.. document.Backlog.Improvements.Where(item => !keys.Contains(item.Key))];

    /// <summary>Whether two improvements tell the same, apart from where they stand.</summary>
    private static bool TellSame(Improvement one, Improvement other) =>
        one.Form == other.Form
        && one.Key == other.Key
        && one.Id == other.Id
        && one.Title == other.Title
        && one.Status == other.Status
        && Nullable.Equals(one.Impact?.Value, other.Impact?.Value)
        && Nullable.Equals(one.Effort?.Value, other.Effort?.Value)
        && Nullable.Equals(one.Completed?.Value, other.Completed?.Value)
        && one.Section?.Title == other.Section?.Title
        && one.SubTasks == other.SubTasks
        && one.SubTasksDone == other.SubTasksDone
        && one.OtherPlaces.Length == other.OtherPlaces.Length
        && TellSame(one.Fields, other.Fields);

    private static bool TellSame(ImmutableArray<Field> some, ImmutableArray<Field> others)
    {
        if (some.Length != others.Length)
        {
            return false;
        }

        for (var index = 0; index < some.Length; index++)
        {
            var (one, other) = (some[index], others[index]);
            if (one.Definition != other.Definition || one.Label != other.Label || one.Text != other.Text)
            {
                return false;
            }
        }

        return true;
    }
}
