namespace KaizenGate.Core.Reading;

/// <summary>Finds the end of a list item title that is wrapped across lines.</summary>
internal static class EntryTitle
{
    private const int MostLines = 5;

    /// <summary>
    /// Returns the first line and the lines that continue it. A first line that is a sentence or is emphasized as a whole is the title
    /// on its own; what follows explains it.
    /// </summary>
    public static Extent Of(EntryNode entry, SectionText section)
    {
        var extent = entry.Text;
        if (extent.Length == 0 || IsComplete(section.Slice(extent)))
        {
            return extent;
        }

        for (var index = 0; index < Math.Min(MostLines, entry.Children.Length); index++)
        {
            if (
                entry.Children[index] is not LineNode { Fields.IsEmpty: true } line
                || !IsNextLine(section.Slice(new Extent(extent.End, line.Text.Start - extent.End)))
            )
            {
                break;
            }

            extent = new Extent(extent.Start, line.Text.End - extent.Start);
        }

        return extent;
    }

    /// <summary>Whether the gap between two lines is one line break, so that they belong to the same paragraph.</summary>
    public static bool IsNextLine(ReadOnlySpan<char> gap)
    {
        var breaks = gap.Count('\n');
        return breaks == 1 || (breaks == 0 && gap.Count('\r') == 1);
    }

    private static bool IsComplete(ReadOnlySpan<char> line) =>
        line[^1] is '.' or ':' or '!' or '?' or '。' or '\\' || (line.StartsWith("**") && line.EndsWith("**"));
}
