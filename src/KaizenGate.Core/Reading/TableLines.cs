namespace KaizenGate.Core.Reading;

/// <summary>Reads the lines of a pipe table.</summary>
internal static class TableLines
{
    /// <summary>
    /// Whether a line, without white space around it, is the header of a table because the next one is its delimiter row. Columns that
    /// are missing in one of them are no obstacle if both contain a pipe; one column needs a pipe in one of them.
    /// </summary>
    public static bool IsStart(ReadOnlySpan<char> header, ReadOnlySpan<char> delimiter) =>
        delimiter.Contains('-')
        && !delimiter.ContainsAnyExcept("|-: \t")
        && (
            header.StartsWith('|') || CountCells(header) > 1
                ? delimiter.Contains('|') || (delimiter.Contains(':') && CountCells(header) == CountCells(delimiter))
                : delimiter.Contains('|') && CountCells(delimiter) == 1
        );

    /// <summary>Reads the header and the rows; the second line is the delimiter row.</summary>
    public static TableNode Read(string text, List<Extent> lines)
    {
        var rows = new List<IReadOnlyList<Extent>>(lines.Count - 2);
        for (var index = 2; index < lines.Count; index++)
        {
            rows.Add(Cells(text, lines[index]));
        }

        return new TableNode(Cells(text, lines[0]), rows);
    }

    /// <summary>Returns the number of cells in a row without white space around it.</summary>
    public static int CountCells(ReadOnlySpan<char> row)
    {
        var text = row.ToString();
        return Cells(text, new Extent(0, text.Length)).Count;
    }

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
