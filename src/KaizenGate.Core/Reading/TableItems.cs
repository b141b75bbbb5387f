namespace KaizenGate.Core.Reading;

/// <summary>Improvements in the rows of a table.</summary>
internal sealed class TableItems(Labels labels, ImprovementReader reader)
{
    /// <summary>Adds the rows of a table if its header shows that it lists improvements.</summary>
    public void Add(List<FoundItem> found, TableNode table, PlacedSection section, InheritedContext context)
    {
        var columns = TableColumns.Of(table, section, labels);
        var title = TableColumns.Title(columns);
        var isBacklog =
            title >= 0
            && (context.Section?.Status is not null || columns.Exists(column => column.Definition.MarksImprovements));
        if (!isBacklog)
        {
            return;
        }

        var header = reader.Memo is null ? "" : section.Slice(Extent.Covering(table.Header)).ToString();
        foreach (var row in table.Rows)
        {
            if (title >= row.Count || row[title].Length == 0)
            {
                continue;
            }

            var text = section.Slice(Extent.Covering(row));
            var place = new ItemPlace(ImprovementForm.TableRow, row[title].Start - row[0].Start, header, context);
            var known = reader.Memo?.Find(text, place);
            var item = known is null ? Row(columns, title, row, section, context) : known.Item;
            if (known is null)
            {
                reader.Memo?.Set(text, place, item);
            }

            if (item is not null)
            {
                found.Add(item);
            }
        }
    }

    /// <summary>Returns the improvement of a row; null for a placeholder.</summary>
    private FoundItem? Row(
        List<TableColumn> columns,
        int title,
        IReadOnlyList<Extent> row,
        PlacedSection section,
        InheritedContext context
    )
    {
        var text = TitleText.Read(section.Text, section.Place(row[title]));
        var idColumn = columns.FindIndex(column => column.Definition == FieldCatalog.Id);
        if (
            text.Id is null
            && idColumn >= 0
            && idColumn < row.Count
            && IdOf(section.Place(row[idColumn]), section.Text) is { } id
        )
        {
            text = text with { Id = id.In(section.Text).ToString(), IdExtent = id };
        }

        var isEmpty = text.Title.Length == 0 ? text.Id is null : Placeholders.MatchesTitle(text.Title);
        if (isEmpty)
        {
            return null;
        }

        var draft = new Draft(ImprovementForm.TableRow, text, context) { Box = text.Box, BoxExtent = text.BoxExtent };
        for (var index = 0; index < Math.Min(columns.Count, row.Count); index++)
        {
            var column = columns[index];
            var plain = PlainText.Of(section.Slice(row[index]));
            if (
                index != title
                && column.Definition.Kind is not (FieldKind.Title or FieldKind.Id)
                && plain.Length > 0
                && column.Label.Length > 0
            )
            {
                var where = section.Place(row[index]);
                draft.Fields.Add(new FoundField(column.Definition, column.Label, plain, where, column.Scale));
            }
        }

        return new FoundItem(reader.Read(draft));
    }

    /// <summary>Returns the id in a cell without the marks around it; null for a placeholder.</summary>
    private static Extent? IdOf(Extent cell, string text)
    {
        var (start, end) = (cell.Start, cell.End);
        if (PlainText.Of(cell.In(text)) is var plain && Placeholders.Matches(plain) && plain is not ['[', .., ']'])
        {
            return null;
        }

        while (start < end && text[start] is '*' or '_' or '~' or '`' or '[')
        {
            start++;
        }

        var stop = start;
        while (stop < end && text[stop] is not (']' or '*' or '~' or '`') && !char.IsWhiteSpace(text[stop]))
        {
            stop++;
        }

        return stop > start ? new Extent(start, stop - start) : null;
    }
}
