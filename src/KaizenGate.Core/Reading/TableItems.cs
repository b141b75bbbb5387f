using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Improvements in the rows of a table.</summary>
internal sealed class TableItems(Labels labels, ImprovementReader reader, KnownEntries? known)
{
    private readonly record struct Column(FieldName Name, string Label, int Scale);

    /// <summary>Adds the rows of a table whose header shows that it lists improvements.</summary>
    public void Add(List<FoundItem> found, TableNode table, PlacedSection section, Surroundings around)
    {
        var columns = Columns(table, section);
        var title = TitleColumn(columns);
        var isBacklog =
            title >= 0
            && (
                around.Section?.Status is not null
                || columns.Exists(column =>
                    column.Name
                        is FieldName.Impact
                            or FieldName.Effort
                            or FieldName.Priority
                            or FieldName.PriorityScore
                            or FieldName.Status
                )
            );
        if (!isBacklog)
        {
            return;
        }

        var header = known is null ? "" : section.Slice(Extent.Covering(table.Header)).ToString();
        var context = new EntryContext(ImprovementForm.TableRow, header, around, reader.EffortsAreSizes);
        foreach (var row in table.Rows)
        {
            if (title >= row.Count || row[title].Length == 0)
            {
                continue;
            }

            var text = section.Slice(Extent.Covering(row));
            if (known is null || !known.TryFind(text, context, out var item))
            {
                item = Row(columns, title, row, section, around);
                known?.Add(text, context, item);
            }

            if (item is not null)
            {
                found.Add(item);
            }
        }
    }

    /// <summary>The improvement that a row is; null for one that is still to be written.</summary>
    private FoundItem? Row(
        List<Column> columns,
        int title,
        IReadOnlyList<Extent> row,
        PlacedSection section,
        Surroundings around
    )
    {
        var text = TitleText.Read(section.Text, section.Place(row[title]));
        var idColumn = columns.FindIndex(column => column.Name == FieldName.Id);
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

        var draft = new Draft(ImprovementForm.TableRow, text, around) { Box = text.Box, BoxExtent = text.BoxExtent };
        for (var index = 0; index < Math.Min(columns.Count, row.Count); index++)
        {
            var column = columns[index];
            var plain = PlainText.Of(section.Slice(row[index]));
            if (
                index != title
                && column.Name is not (FieldName.Title or FieldName.Id)
                && plain.Length > 0
                && column.Label.Length > 0
            )
            {
                var where = section.Place(row[index]);
                draft.Fields.Add(new FoundField(column.Name, column.Label, plain, where, column.Scale));
            }
        }

        return new FoundItem(reader.Read(draft));
    }

    /// <summary>The id that a cell holds, apart from marks around it; null for a placeholder.</summary>
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

    private List<Column> Columns(TableNode table, PlacedSection section)
    {
        var headers = table.Header.Select(cell => PlainText.Of(section.Slice(cell))).ToList();
        var folded = headers.ConvertAll(header => Folding.Fold(header));
        var hasLetters = folded.Contains("i") && folded.Contains("e");
        var columns = new List<Column>(headers.Count);
        for (var index = 0; index < headers.Count; index++)
        {
            var name =
                hasLetters && folded[index] == "i" ? FieldName.Impact
                : hasLetters && folded[index] == "e" ? FieldName.Effort
                : labels.TryFind(headers[index], out var known) ? known
                : IsTitle(folded[index]) ? FieldName.Title
                : (FieldName?)null;
            columns.Add(
                new Column(name ?? FieldName.Other, name is null ? "" : headers[index], Labels.ScaleOf(headers[index]))
            );
        }

        return columns;
    }

    /// <summary>The best of the columns that can hold a title.</summary>
    private static int TitleColumn(List<Column> columns)
    {
        var best = -1;
        var bestRank = int.MaxValue;
        for (var index = 0; index < columns.Count; index++)
        {
            var rank = columns[index].Name == FieldName.Title ? Rank(columns[index].Label) : -1;
            if (rank >= 0 && rank < bestRank)
            {
                (best, bestRank) = (index, rank);
            }
        }

        return best;
    }

    private static bool IsTitle(string folded) => LabelWords.TitleRanks.ContainsKey(folded);

    private static int Rank(string header) => LabelWords.TitleRanks.GetValueOrDefault(Folding.Fold(header), -1);
}
