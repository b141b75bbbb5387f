using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Adds a section in the style of the others.</summary>
internal static class NewSection
{
    /// <summary>Returns the edit that adds a section with its first improvement.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="destination">The kind of section.</param>
    /// <param name="near">A heading with improvements, next to which the section goes.</param>
    /// <param name="block">Returns the lines of the improvement for the level of the section.</param>
    public static TextEdit Of(EditableBacklog document, Destination destination, Scope near, Func<int, string> block)
    {
        var (after, level, title) =
            destination.Status is Status.ToDo or Status.InProgress && destination.Priority is { } priority
                ? OfPriority(document, priority)
                : OfStatus(document, destination.Status, near);
        var newLine = TextLines.LineBreakNear(document.Text, after);
        var lines = $"{new string('#', level)} {title}{newLine}{newLine}{block(level)}";
        return after > 0
            ? TextEdit.Insert(after, newLine + newLine + lines)
            : TextEdit.Insert(0, lines + newLine + (document.Text.Length > 0 ? newLine : ""));
    }

    private static (int After, int Level, string Title) OfPriority(EditableBacklog document, Priority priority)
    {
        var others = Destination.Priorities(document);
        var higher = others.FindLast(scope => scope.Meaning.Priority > priority);
        var neighbor = higher ?? others[0];
        var after = higher is null
            ? ItemBlock.EndOf(document.Text, 0, document.Outline.StartOf(neighbor))
            : EndOf(document, neighbor);
        return (after, neighbor.Level, TitleLike(neighbor, priority));
    }

    private static (int After, int Level, string Title) OfStatus(EditableBacklog document, Status status, Scope near)
    {
        var neighbor = Destination.SectionOf(near) ?? near;
        var level = Math.Clamp(neighbor.Level, 2, 6);
        while (neighbor.Level > level)
        {
            neighbor = neighbor.Parent!;
        }

        // After the last section with improvements, before those that explain.
        var parent = neighbor.Parent ?? neighbor;
        var last = neighbor;
        foreach (var child in parent.Children)
        {
            last = !child.Meaning.IsContext ? child : last;
        }

        return (
            EndOf(document, ReferenceEquals(parent, last) ? document.Outline.Root : last),
            level,
            status is Status.Done ? "Completed" : StatusWriter.UsualWordOf(status)
        );
    }

    private static int EndOf(EditableBacklog document, Scope scope) =>
        ItemBlock.EndOf(document.Text, document.Outline.EndOfHeading(scope), document.Outline.EndOf(scope));

    /// <summary>Returns "Low Items" where the neighbor is "High Items".</summary>
    private static string TitleLike(Scope neighbor, Priority priority)
    {
        var title = PlainText.Of(neighbor.Section!.Slice(neighbor.Heading!.Text));
        var suffix = title.IndexOfAny(['(', '[', '（']);
        title = (suffix > 0 ? title[..suffix] : title).Trim();
        var word = $"{neighbor.Meaning.Priority}";
        return title.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            ? $"{priority}{title.AsSpan(word.Length)}"
            : $"{priority} Priority";
    }
}
