using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Moves a row to the table of another section.</summary>
internal static class TableMove
{
    /// <summary>The edit that inserts the row; null when no table there has a column for all that it holds, so that it stays where it is.</summary>
    public static TextEdit? Of(
        EditableBacklog document,
        Improvement item,
        Placement placement,
        Func<Improvement, bool> goesBefore
    )
    {
        var row = (RowSite)ItemSite.Of(document, item);
        var line = document.Text[row.Start..row.End];
        if (!placement.Tables.Any())
        {
            if (placement.Neighbours.Count > 0)
            {
                return null;
            }

            // The section gets a table of the same columns.
            var header = TextLines.StartOf(document.Text, row.Section.Place(row.Table.Header[0]).Start);
            var rule = TextLines.NextStart(document.Text, header);
            return placement.Last(
                document.Text[header..TextLines.NextStart(document.Text, rule)].TrimEnd('\r', '\n')
                    + TextLines.LineBreakNear(document.Text, rule)
                    + line
            );
        }

        var from = TableColumns.Of(row.Table, row.Section, document.Labels);
        foreach (var table in placement.Tables)
        {
            var to = TableColumns.Of((TableNode)table.Node, table.Section, document.Labels);
            if (TableColumns.Title(to) >= 0 && Mapped(row, from, to, table) is { } cells)
            {
                var isSame = HeaderOf(row.Table, row.Section) == HeaderOf((TableNode)table.Node, table.Section);
                return placement.Row(table, isSame ? line : $"| {string.Join(" | ", cells)} |", goesBefore);
            }
        }

        return null;
    }

    private static string HeaderOf(TableNode table, PlacedSection section) =>
        string.Join('|', table.Header.Select(cell => section.Slice(cell).ToString()));

    /// <summary>The cells in the order of other columns; null when something would be lost.</summary>
    private static string[]? Mapped(RowSite row, List<TableColumn> from, List<TableColumn> to, PlacedNode table)
    {
        string Header(PlacedSection section, TableNode node, int column) =>
            TextNormalizer.Normalize(PlainText.Of(section.Slice(node.Header[column])));
        var cells = Enumerable.Repeat("", to.Count).ToArray();
        for (var column = 0; column < Math.Min(from.Count, row.Cells.Count); column++)
        {
            var value = row.Section.Slice(row.Cells[column]).ToString();
            if (value.Length == 0)
            {
                continue;
            }

            var target =
                column == TableColumns.Title(from) ? TableColumns.Title(to)
                : from[column].Definition.Kind is FieldKind.Other or FieldKind.Title
                    ? Enumerable
                        .Range(0, to.Count)
                        .Cast<int?>()
                        .FirstOrDefault(
                            other =>
                                Header(table.Section, (TableNode)table.Node, other!.Value)
                                == Header(row.Section, row.Table, column),
                            -1
                        )!
                        .Value
                : to.FindIndex(other => other.Definition == from[column].Definition);
            if (target < 0 || cells[target].Length > 0)
            {
                return null;
            }

            cells[target] = value;
        }

        return cells;
    }
}
