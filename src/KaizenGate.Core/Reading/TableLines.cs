namespace KaizenGate.Core.Reading;

/// <summary>Reads a pipe table from the lines of a paragraph.</summary>
internal static class TableLines
{
    /// <summary>Returns the table with the given line as its header; null when it is not a header.</summary>
    public static TableNode? Read(string text, List<Extent> lines, int header)
    {
        if (
            header + 1 >= lines.Count
            || !lines[header].In(text).Contains('|')
            || !IsDelimiterRow(lines[header + 1].In(text))
        )
        {
            return null;
        }

        var rows = new List<IReadOnlyList<Extent>>(lines.Count - header - 2);
        for (var index = header + 2; index < lines.Count; index++)
        {
            rows.Add(Cells(text, lines[index]));
        }

        return new TableNode(Cells(text, lines[header]), rows);
    }

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t");

    private static List<Extent> Cells(string text, Extent row)
    {
        var cells = new List<Extent>();
        var start = row.Start;
        var end = row.End;
        if (start < end && text[start] == '|')
        {
            start++;
        }

        if (end > start && text[end - 1] == '|' && !IsEscaped(text, start, end - 1))
        {
            end--;
        }

        var cell = start;
        for (var position = start; position < end; position++)
        {
            if (text[position] == '\\')
            {
                position++;
            }
            else if (text[position] == '|')
            {
                cells.Add(Extent.Trimmed(text, cell, position));
                cell = position + 1;
            }
        }

        cells.Add(Extent.Trimmed(text, cell, end));
        return cells;
    }

    private static bool IsEscaped(string text, int from, int position)
    {
        var slashes = 0;
        while (position - slashes > from && text[position - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}
