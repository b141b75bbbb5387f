namespace KaizenGate.Core.Reading;

/// <summary>Improvements in the rows of a table.</summary>
internal sealed class TableItems(Labels labels, ImprovementReader reader)
{
    /// <summary>Adds the rows of a table.</summary>
    public void Add(List<FoundItem> found, Population population, InheritedContext context)
    {
        var title = population.TitleColumn;
        context = context with { Legend = StatusLegend(population)?.Or(context.Legend) ?? context.Legend };
        var section = population.Section;
        var header = reader.Memo is null ? "" : section.Slice(Extent.Covering(population.Table!.Header)).ToString();
        foreach (var row in title < 0 ? [] : population.Table!.Rows)
        {
            if (title >= row.Count || row[title].Length == 0)
            {
                continue;
            }

            var text = section.Slice(Extent.Covering(row));
            var place = new ItemPlace(ImprovementForm.TableRow, row[title].Start - row[0].Start, header, context);
            var known = reader.Memo?.Find(text, place);
            var item = known is null ? Row(population.Columns, title, row, section, context) : known.Item;
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

    /// <summary>What the marks in the status column mean by the column itself.</summary>
    private static Legend? StatusLegend(Population population)
    {
        var column = population.Columns.FindIndex(one => one.Definition.Kind is FieldKind.Status);
        return column < 0
            ? null
            : Legend.OfColumn(
                population
                    .Table!.Rows.Where(row => column < row.Count)
                    .Select(row => PlainText.Of(population.Section.Slice(row[column])))
            );
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
        var text = TitleText.Read(section.Text, section.Place(row[title]), labels);
        text = text with { Title = Unescaped(text.Title) };
        var idColumn = columns.FindIndex(column => column.Definition == FieldCatalog.Id && column.Label is not "#");
        idColumn = idColumn < 0 ? columns.FindIndex(column => column.Definition == FieldCatalog.Id) : idColumn;
        if (
            text.Id is null
            && idColumn >= 0
            && idColumn < row.Count
            && columns[idColumn].Label is "#" is var isCounted
            && IdText.OfCell(
                section.Place(row[idColumn]),
                section.Text,
                mustHaveShape: isCounted
                    && !(context.NumbersAreIds && !section.Slice(row[idColumn]).ContainsAnyExceptInRange('0', '9'))
            )
                is { } id
        )
        {
            var isNumber = isCounted && !id.In(section.Text).ContainsAnyExceptInRange('0', '9');
            text = text with { Id = id.In(section.Text).ToString(), IdExtent = id, IsNumberId = isNumber };
        }

        var isEmpty = text.Title.Length == 0 ? text.Id is null : Placeholders.MatchesTitle(text.Title);
        if (isEmpty)
        {
            return null;
        }

        var draft = new Draft(ImprovementForm.TableRow, text, context, reader.Fields)
        {
            Box = text.Box,
            BoxExtent = text.BoxExtent,
            Wider = row.Count > columns.Count ? (section.Place(row[0]), row.Count, columns.Count) : null,
        };
        for (var index = 0; index < Math.Min(columns.Count, row.Count); index++)
        {
            var column = columns[index];
            var plain = Unescaped(PlainText.Of(section.Slice(row[index])));
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

    /// <summary>In a table, a pipe is escaped in code as well.</summary>
    private static string Unescaped(string cell) => cell.Replace("\\|", "|", StringComparison.Ordinal);
}
