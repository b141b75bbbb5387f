namespace KaizenGate.Core.Reading;

/// <summary>Improvements in the rows of a table.</summary>
internal sealed class TableItems(Labels labels, ImprovementReader reader)
{
    /// <summary>Adds rows of a table.</summary>
    public void Add(List<FoundItem> found, FoundPart part)
    {
        var (population, context) = (part.Population!, part.Context);
        var title = population.TitleColumn;
        context = context with { Legend = population.StatusLegend?.Value?.Or(context.Legend) ?? context.Legend };
        var section = population.Section;
        var header = reader.Memo is null ? "" : section.Slice(Extent.Covering(population.Table!.Header)).ToString();
        var rows = population.Table!.Rows;
        for (var index = part.From; index < part.From + part.Count; index++)
        {
            var row = rows[index];
            if (title < 0 || title >= row.Count || row[title].Length == 0)
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

    /// <summary>Returns the improvement of a row; null for a placeholder.</summary>
    private FoundItem? Row(
        List<TableColumn> columns,
        int title,
        IReadOnlyList<Extent> row,
        SectionText section,
        InheritedContext context
    )
    {
        var text = TitleText.Read(section.Text, row[title], labels);
        text = text with { Title = Unescaped(text.Title) };
        var idColumn = columns.FindIndex(column => column.Definition == FieldCatalog.Id && column.Label is not "#");
        idColumn = idColumn < 0 ? columns.FindIndex(column => column.Definition == FieldCatalog.Id) : idColumn;
        if (
            text.Id is null
            && idColumn >= 0
            && idColumn < row.Count
            && columns[idColumn].Label is "#" is var isCounted
            && IdText.OfCell(
                row[idColumn],
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
            Wider = row.Count > columns.Count ? (row[0], row.Count, columns.Count) : null,
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
                var where = row[index];
                draft.Fields.Add(new FoundField(column.Definition, column.Label, plain, where, column.Scale));
            }
        }

        return new FoundItem(reader.Read(draft));
    }

    /// <summary>In a table, a pipe is escaped in code as well.</summary>
    private static string Unescaped(string cell) => cell.Replace("\\|", "|", StringComparison.Ordinal);
}
