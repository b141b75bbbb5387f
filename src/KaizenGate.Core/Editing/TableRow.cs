using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Writes the cells of a table. A cell keeps its width when the value fits.</summary>
internal static class TableRow
{
    /// <summary>Returns the column of a field; -1 when there is none.</summary>
    public static int ColumnOf(EditableBacklog document, RowSite row, FieldDefinition field)
    {
        // In a table of completions a plain date is the completion date.
        var isCompleted = row.Scope.Meaning.Status is Status.Done;
        var columns = TableColumns.Of(row.Table, row.Section, document.Labels);
        var index = columns.FindIndex(column =>
            column.Definition == field
            && !(isCompleted && field == FieldCatalog.Captured && DateText.IsPlainLabel(column.Label))
        );
        return index < 0 && isCompleted && field == FieldCatalog.Completed
            ? columns.FindIndex(column => DateText.IsPlainLabel(column.Label))
            : index;
    }

    /// <summary>Sets a cell of a row, which may have fewer cells.</summary>
    public static TextEdit Set(RowSite row, int column, string value)
    {
        if (column >= row.Cells.Count)
        {
            var missing = string.Concat(Enumerable.Repeat(" |", column - row.Cells.Count));
            var line = row.Section.Text.AsSpan(row.Start, row.End - row.Start).TrimEnd();
            var close = line.EndsWith("|") && !line.EndsWith("\\|") ? "" : " |";
            return TextEdit.Insert(row.Start + line.Length, $"{close}{missing} {value} |");
        }

        var text = row.Section.Text;
        var (left, right) = Between(text, row.Cells[column], row.Start, row.End);
        if (right == row.End)
        {
            // The last cell of a row without a closing pipe.
            var cell = row.Cells[column];
            return new TextEdit(cell.Start, cell.Length, value);
        }

        var old = text.AsSpan(left, right - left);
        var isPadded = old.Length > old.Trim().Length;
        var width =
            WidthOf(row, column) is { } aligned ? aligned
            : isPadded ? value.Length + 2
            : value.Length;
        return new TextEdit(
            left,
            right - left,
            IsRightAligned(row, column) && isPadded ? (value + " ").PadLeft(Math.Max(width, value.Length + 2))
                : isPadded || width > value.Length + 1 ? $" {value} ".PadRight(width)
                : value
        );
    }

    /// <summary>Returns the offsets of the two pipes around a cell.</summary>
    private static (int Left, int Right) Between(string text, Extent cell, int start, int end)
    {
        var (left, right) = (cell.Start, cell.End);
        while (left > start && text[left - 1] is ' ' or '\t')
        {
            left--;
        }

        return (left, Math.Min(end, TextLines.SkipSpaces(text, right)));
    }

    /// <summary>Returns the width of a column whose header and delimiter are equally wide, including spaces; null when the table is not aligned.</summary>
    private static int? WidthOf(RowSite row, int column)
    {
        var text = row.Section.Text;
        var delimiters = Delimiters(row);
        if (column >= row.Table.Header.Count || column >= delimiters.Length)
        {
            return null;
        }

        var header = row.Table.Header[column];
        var line = TextLines.StartOf(text, header.Start);
        var (left, right) = Between(text, header, line, TextLines.EndOf(text, line));
        return right - left == delimiters[column].Length ? right - left : null;
    }

    /// <summary>Returns the cells of the delimiter row below the header, including spaces.</summary>
    private static string[] Delimiters(RowSite row)
    {
        var line = row.HeaderLines.Split('\n', '\r')[^1].Trim();
        line = line.StartsWith('|') ? line[1..] : line;
        return (line.EndsWith('|') ? line[..^1] : line).Split('|');
    }

    /// <summary>Returns a row with cells as wide as the columns, with outer pipes when the header has them.</summary>
    public static string Line(SectionText section, TableNode table, IReadOnlyList<string> cells)
    {
        var row = new RowSite(null!, section, table, table.Header);
        var line = row.HeaderLines.Split('\n', '\r')[0].Trim();
        var isPadded = line.Contains("| ", StringComparison.Ordinal) || line.Contains(" |", StringComparison.Ordinal);
        var written = cells.Select(
            (cell, column) => isPadded ? cell.PadRight(Math.Max(0, (WidthOf(row, column) ?? 0) - 2)) : cell
        );
        var joined = string.Join(isPadded ? " | " : "|", written);
        return !line.StartsWith('|') ? joined.TrimEnd()
            : isPadded ? $"| {joined} |"
            : $"|{joined}|";
    }

    private static bool IsRightAligned(RowSite row, int column) =>
        Delimiters(row) is var cells && column < cells.Length && cells[column].Trim() is ['-', .., ':'];
}
