namespace KaizenGate.Core.Editing;

/// <summary>Verifies before writing that an edit changed only what it should.</summary>
internal static class EditCheck
{
    /// <summary>
    /// Throws when an improvement without one of the keys differs in anything except its place, when their order or number differs, when a
    /// section is missing, or when a comment suppresses the findings of another improvement.
    /// </summary>
    /// <exception cref="InputException">Names what else would change.</exception>
    public static void OnlyThese(EditableBacklog before, EditableBacklog after, params IEnumerable<string> keys)
    {
        var edited = keys.ToHashSet(StringComparer.Ordinal);
        if (OtherChange(before.Backlog, after.Backlog, edited) is { } changed)
        {
            throw before.ErrorAt(
                before.Find(changed.Key)?.Span ?? SourceSpan.FileStart,
                $"the edit would change how \"{changed.Name}\" is read, so nothing is changed",
                "Make this change by hand, or write the lines around it in a format of docs/backlog-format.md."
            );
        }

        if (!HasAllSections(before.Backlog, after.Backlog))
        {
            throw before.ErrorAt(
                SourceSpan.FileStart,
                "the edit would break a section, so nothing is changed",
                "Make this change by hand."
            );
        }

        if (!Suppressions(before.Backlog, edited).SequenceEqual(Suppressions(after.Backlog, edited)))
        {
            throw before.ErrorAt(
                before.Backlog.Suppressions is [var first, ..] ? first.Span : SourceSpan.FileStart,
                "the edit would move a comment that disables a rule to another improvement, so nothing is changed",
                "Make this change by hand."
            );
        }
    }

    /// <summary>Whether an edit changed nothing but the improvements with these keys.</summary>
    public static bool IsOnlyThese(Backlog before, Backlog after, HashSet<string> keys) =>
        OtherChange(before, after, keys) is null && HasAllSections(before, after);

    /// <summary>Returns the first other improvement that differs; null when none does.</summary>
    private static Improvement? OtherChange(Backlog before, Backlog after, HashSet<string> keys)
    {
        var old = Others(before);
        var now = Others(after);
        for (var index = 0; index < Math.Max(old.Count, now.Count); index++)
        {
            var (was, present) = (old.ElementAtOrDefault(index), now.ElementAtOrDefault(index));
            if (was is null || present is null || !IsSame(was, present))
            {
                return was ?? present;
            }
        }

        return null;

        List<Improvement> Others(Backlog backlog) => [.. backlog.Improvements.Where(item => !keys.Contains(item.Key))];
    }

    /// <summary>Compares everything except for the place.</summary>
    private static bool IsSame(Improvement one, Improvement other) =>
        one.Form == other.Form
        && one.Key == other.Key
        && one.Id == other.Id
        && one.Title == other.Title
        && one.Status == other.Status
        && one.Section?.Title == other.Section?.Title
        && one.SubTasks == other.SubTasks
        && one.SubTasksDone == other.SubTasksDone
        && one.OtherPlaces.Length == other.OtherPlaces.Length
        && one.Contradictions.Length == other.Contradictions.Length
        && one.StatusSigns.Select(Content).SequenceEqual(other.StatusSigns.Select(Content))
        && one.Fields.Select(Content).SequenceEqual(other.Fields.Select(Content))
        && one.Values.Table.WithValue.All(field => IsSame(one.Values.Of(field), other.Values.Of(field)));

    private static bool IsSame(Written? one, Written? other) =>
        one is null ? other is null : other is not null && one.Origin == other.Origin && one.HasSameValue(other);

    private static (FieldDefinition, string, string) Content(Field field) =>
        (field.Definition, field.Label, field.Text);

    private static (StatusSource, Status, string) Content(StatusSign sign) => (sign.Source, sign.Status, sign.Text);

    /// <summary>Whether all sections are there; further ones may be new, and an area may have moved.</summary>
    private static bool HasAllSections(Backlog before, Backlog after)
    {
        var now = after.Sections.CountBy(section => section.Title).ToDictionary(StringComparer.Ordinal);
        return before
            .Sections.CountBy(section => section.Title)
            .All(title => title.Value <= now.GetValueOrDefault(title.Key));
    }

    /// <summary>The comments, each with the improvement that it is for; an edited one has no name, as its key can be new.</summary>
    private static IEnumerable<string> Suppressions(Backlog backlog, HashSet<string> edited) =>
        backlog
            .Suppressions.Select(one =>
            {
                var item = one.Item is { } order ? backlog.Improvements[order].Key : "";
                return $"{one.Scope} {string.Join(',', one.Rules)} {one.Reason} {(edited.Contains(item) ? "" : item)}";
            })
            .Order(StringComparer.Ordinal);
}
