using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Writes the cells of a table. A cell keeps its width where the value fits.</summary>
internal static class TableRow
{
    /// <summary>The column that holds a field; -1 when there is none.</summary>
    public static int ColumnOf(EditableBacklog document, RowSite row, FieldDefinition field) =>
        ColumnOf(
            TableColumns.Of(row.Table, row.Section, document.Labels),
            field,
            row.Scope.Meaning.Status is Status.Done
        );

    /// <summary>The same by the columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="field">The field.</param>
    /// <param name="isCompleted">Whether the table lists what is done, so that a date is that of the completion.</param>
    public static int ColumnOf(List<TableColumn> columns, FieldDefinition field, bool isCompleted)
    {
        static bool IsDate(TableColumn column) =>
            TextNormalizer.Normalize(column.Label)
                is "date"
                    or "datum"
                    or "fecha"
                    or "data"
                    or "日付"
                    or "날짜"
                    or "日期";
        var index = columns.FindIndex(column =>
            column.Definition == field && !(isCompleted && field == FieldCatalog.Captured && IsDate(column))
        );
        return index < 0 && isCompleted && field == FieldCatalog.Completed ? columns.FindIndex(IsDate) : index;
    }

    /// <summary>Puts a value into a cell of a row, which may be too short to have it.</summary>
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
        var (left, right) = Between(text, row.Section.Place(row.Cells[column]), row.Start, row.End);
        if (right == row.End)
        {
            // The last cell of a row that no pipe closes.
            var cell = row.Section.Place(row.Cells[column]);
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

    /// <summary>What lies between the two pipes around a cell.</summary>
    private static (int Left, int Right) Between(string text, Extent cell, int start, int end)
    {
        var (left, right) = (cell.Start, cell.End);
        while (left > start && text[left - 1] is ' ' or '\t')
        {
            left--;
        }

        while (right < end && text[right] is ' ' or '\t')
        {
            right++;
        }

        return (left, right);
    }

    /// <summary>The width of a column whose header and rule are equally wide, with the spaces around; null where a table is not aligned.</summary>
    private static int? WidthOf(RowSite row, int column)
    {
        var text = row.Section.Text;
        var header = row.Section.Place(row.Table.Header[0]).Start;
        var line = TextLines.StartOf(text, header);
        if (column >= row.Table.Header.Count || RuleOf(row) is not { } rule || column >= rule.Length)
        {
            return null;
        }

        var (left, right) = Between(
            text,
            row.Section.Place(row.Table.Header[column]),
            line,
            TextLines.EndOf(text, header)
        );
        return right - left == rule[column].Length ? right - left : null;
    }

    /// <summary>The cells of the rule below the header, with the spaces around.</summary>
    private static string[] RuleOf(RowSite row)
    {
        var text = row.Section.Text;
        var start = TextLines.NextStart(text, row.Section.Place(row.Table.Header[0]).Start);
        var line = text[start..TextLines.EndOf(text, start)].Trim();
        line = line.StartsWith('|') ? line[1..] : line;
        return (line.EndsWith('|') ? line[..^1] : line).Split('|');
    }

    /// <summary>A whole row with these cells, as wide as the columns of the table and closed like its header.</summary>
    public static string Line(PlacedSection section, TableNode table, IReadOnlyList<string> cells)
    {
        var text = section.Text;
        var header = section.Place(table.Header[0]).Start;
        var line = text[TextLines.StartOf(text, header)..TextLines.EndOf(text, header)].Trim();
        var isPadded = line.Contains("| ", StringComparison.Ordinal) || line.Contains(" |", StringComparison.Ordinal);
        var row = new RowSite(null!, section, table, 0);
        var written = cells.Select(
            (cell, column) => isPadded ? cell.PadRight(Math.Max(0, (WidthOf(row, column) ?? 0) - 2)) : cell
        );
        var joined = string.Join(isPadded ? " | " : "|", written);
        return !line.StartsWith('|') ? joined.TrimEnd()
            : isPadded ? $"| {joined} |"
            : $"|{joined}|";
    }

    private static bool IsRightAligned(RowSite row, int column) =>
        RuleOf(row) is var rule && column < rule.Length && rule[column].Trim() is ['-', .., ':'];
}
