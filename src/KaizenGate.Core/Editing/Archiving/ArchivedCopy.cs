namespace KaizenGate.Core.Editing.Archiving;

/// <summary>Whether an archive has the full content of an improvement, so that the backlog can drop it.</summary>
internal static class ArchivedCopy
{
    public static bool Is(EditableBacklog archive, Improvement copy, EditableBacklog backlog, Improvement item) =>
        copy.Status is Status.Done
        && copy.Title == item.Title
        && copy.Id == item.Id
        && copy.Completed?.Value == item.Completed?.Value
        && copy.Fields.Select(Content).SequenceEqual(item.Fields.Select(Content))
        && Lines(archive, copy).SequenceEqual(Lines(backlog, item), StringComparer.Ordinal);

    private static (FieldDefinition, string) Content(Field field) => (field.Definition, field.Text);

    /// <summary>Returns the lines below the first one without what depends on the place: blank lines, indentation and heading levels.</summary>
    private static IEnumerable<string> Lines(EditableBacklog document, Improvement item)
    {
        var (start, length) = ItemBlock.Of(document, item);
        var first = TextLines.NextStart(
            document.Text,
            Math.Max(start, TextLines.StartOf(document.Text, item.Span.Offset))
        );
        return document
            .Text[Math.Min(first, start + length)..(start + length)]
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Trim().TrimStart('#').TrimStart())
            .Where(line => line.AsSpan().ContainsAnyExcept('=', '-'));
    }
}
