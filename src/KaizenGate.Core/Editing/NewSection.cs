using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>A section that a text does not have yet, in the style of its others.</summary>
internal static class NewSection
{
    /// <summary>The edit that adds the section together with its first improvement.</summary>
    /// <param name="document">The text.</param>
    /// <param name="destination">What the section is for.</param>
    /// <param name="near">The heading where the improvement stands now, or others stand.</param>
    /// <param name="block">Makes the lines of the improvement for the level of the section.</param>
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
        var others = SectionFinder.Priorities(document);
        var higher = others.FindLast(scope => scope.Meaning.Priority > priority);
        var beside = higher ?? others[0];
        var after = higher is null
            ? ItemBlock.EndOf(document.Text, 0, document.Outline.StartOf(beside))
            : EndOf(document, beside);
        return (after, beside.Level, TitleLike(beside, priority));
    }

    private static (int After, int Level, string Title) OfStatus(EditableBacklog document, Status status, Scope near)
    {
        var beside = SectionFinder.SectionOf(near) ?? near;
        var level = Math.Clamp(beside.Level, 2, 6);
        while (beside.Level > level)
        {
            beside = beside.Parent!;
        }

        // Behind the last section of the kind, before those that explain.
        var parent = beside.Parent ?? beside;
        var last = beside;
        foreach (var child in parent.Children)
        {
            last = child.Meaning.Kind != HeadingKind.Ignored ? child : last;
        }

        return (
            EndOf(document, ReferenceEquals(parent, last) ? document.Outline.Root : last),
            level,
            status is Status.Done ? "Completed" : StatusWriter.UsualWordOf(status)
        );
    }

    private static int EndOf(EditableBacklog document, Scope scope) =>
        ItemBlock.EndOf(document.Text, document.Outline.EndOfHeading(scope), document.Outline.EndOf(scope));

    /// <summary>"High Items" for high gives "Low Items" for low.</summary>
    private static string TitleLike(Scope beside, Priority priority)
    {
        var title = PlainText.Of(beside.Section!.Slice(beside.Heading!.Text));
        var remark = title.IndexOfAny(['(', '[', '（']);
        title = (remark > 0 ? title[..remark] : title).Trim();
        var word = $"{beside.Meaning.Priority}";
        return title.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            ? $"{priority}{title.AsSpan(word.Length)}"
            : $"{priority} Priority";
    }
}
