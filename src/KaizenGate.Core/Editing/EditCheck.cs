namespace KaizenGate.Core.Editing;

/// <summary>Verifies before writing that an edit changed only what it should.</summary>
internal static class EditCheck
{
    /// <summary>Throws when an improvement without one of the keys differs, or a section is missing.</summary>
    /// <exception cref="InputException">Names the other improvement.</exception>
    public static void OnlyThese(EditableBacklog before, EditableBacklog after, params IReadOnlyCollection<string> keys)
    {
        var old = Others(before, keys);
        var now = Others(after, keys);
        for (var index = 0; index < Math.Max(old.Count, now.Count); index++)
        {
            var (was, present) = (old.ElementAtOrDefault(index), now.ElementAtOrDefault(index));
            if (was is null || present is null || !IsSame(was, present))
            {
                throw before.ErrorAt(
                    was?.Span ?? SourceSpan.FileStart,
                    $"the edit would change \"{(was ?? present!).Name}\" as well, so nothing is changed",
                    "Make this change by hand, or write the lines around it in a format of docs/backlog-format.md."
                );
            }
        }

        if (before.Backlog.Sections.Length > after.Backlog.Sections.Length)
        {
            throw before.ErrorAt(
                SourceSpan.FileStart,
                "the edit would break a section, so nothing is changed",
                "Make this change by hand."
            );
        }
    }

    private static List<Improvement> Others(EditableBacklog document, IReadOnlyCollection<string> keys) =>
        [.. document.Backlog.Improvements.Where(item => !keys.Contains(item.Key))];

    /// <summary>Compares everything except for the place.</summary>
    private static bool IsSame(Improvement one, Improvement other) =>
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
        && one.Fields.Select(Content).SequenceEqual(other.Fields.Select(Content));

    private static (FieldDefinition, string, string) Content(Field field) =>
        (field.Definition, field.Label, field.Text);
}
