namespace KaizenGate.Core.Reading;

/// <summary>A column of a table.</summary>
/// <param name="Definition">The field; <see cref="FieldCatalog.Other"/> for an unknown header.</param>
/// <param name="Label">The header; empty when it is unknown.</param>
/// <param name="Scale">The upper end of the scale in the header, "Impact (1-5)"; 0 for none.</param>
/// <param name="IsInferred">Whether the header is unknown and the other columns show that it is the title.</param>
internal readonly record struct TableColumn(
    FieldDefinition Definition,
    string Label,
    int Scale,
    bool IsInferred = false
);

/// <summary>Finds the fields of the columns of a table.</summary>
internal static class TableColumns
{
    public static List<TableColumn> Of(TableNode table, SectionText section, Labels labels)
    {
        var headers = table.Header.Select(cell => PlainText.Of(section.Slice(cell))).ToList();
        var normalized = headers.ConvertAll(header => TextNormalizer.Normalize(header));
        var hasLetters = normalized.Contains("i") && normalized.Contains("e");
        var columns = new List<TableColumn>(headers.Count);
        for (var index = 0; index < headers.Count; index++)
        {
            var name =
                hasLetters && normalized[index] == "i" ? FieldCatalog.Impact
                : hasLetters && normalized[index] == "e" ? FieldCatalog.Effort
                : labels.TryFindColumn(headers[index], out var known) ? known
                : (FieldDefinition?)null;
            columns.Add(
                new TableColumn(
                    name ?? FieldCatalog.Other,
                    name is null ? "" : headers[index],
                    Labels.ScaleOf(headers[index])
                )
            );
        }

        SetReferences(columns, headers, table, section);
        InferTitle(columns, headers, table, section);
        return columns;
    }

    /// <summary>Returns what the marks in the status column mean by the column itself; null when they mean what they usually do.</summary>
    public static Legend? StatusLegend(List<TableColumn> columns, TableNode table, SectionText section)
    {
        var column = columns.FindIndex(one => one.Definition.Kind is FieldKind.Status);
        return column < 0
            ? null
            : Legend.OfColumn(
                table.Rows.Where(row => column < row.Count).Select(row => PlainText.Of(section.Slice(row[column])))
            );
    }

    /// <summary>
    /// A column such as "Issue" next to one with titles is not a title when it contains numbers of a tracker. They are the ids when
    /// there is no other column of ids.
    /// </summary>
    private static void SetReferences(
        List<TableColumn> columns,
        List<string> headers,
        TableNode table,
        SectionText section
    )
    {
        List<int> titles =
        [
            .. Enumerable.Range(0, columns.Count).Where(index => columns[index].Definition == FieldCatalog.Title),
        ];
        if (titles.Count < 2)
        {
            return;
        }

        var references = titles
            .Where(index => Labels.TitleRank(headers[index]) is not null && HasReferences(table, section, index))
            .ToList();
        foreach (var index in references.Count < titles.Count ? references : [])
        {
            var hasIds = columns.Exists(column => column.Definition == FieldCatalog.Id);
            columns[index] = hasIds
                ? new TableColumn(FieldCatalog.Other, "", 0)
                : new TableColumn(FieldCatalog.Id, headers[index], 0);
        }
    }

    /// <summary>Whether most cells of a column are one word with a number: "#32", "GH-32", "[32](https://…)".</summary>
    private static bool HasReferences(TableNode table, SectionText section, int column)
    {
        var sample = table
            .Rows.Take(SampleRows)
            .Where(row => column < row.Count && row[column].Length > 0)
            .Select(row => PlainText.Of(section.Slice(row[column])))
            .ToList();
        return sample.Count(cell => !cell.Contains(' ') && cell.Any(char.IsAsciiDigit)) * 2 > sample.Count;
    }

    /// <summary>A table without a known title column has its title in the first unknown column of text.</summary>
    private static void InferTitle(
        List<TableColumn> columns,
        List<string> headers,
        TableNode table,
        SectionText section
    )
    {
        if (columns.Exists(column => column.Definition == FieldCatalog.Title))
        {
            return;
        }

        var ranked = Enumerable
            .Range(0, columns.Count)
            .Where(index => Labels.TitleRank(headers[index]) is not null)
            .OrderBy(index => Labels.TitleRank(headers[index]))
            .ToList();
        if (ranked.Count > 0)
        {
            columns[ranked[0]] = new TableColumn(FieldCatalog.Title, headers[ranked[0]], 0);
            return;
        }

        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index].Label.Length == 0 && HasWords(table, section, index))
            {
                columns[index] = new TableColumn(FieldCatalog.Title, headers[index], 0, IsInferred: true);
                return;
            }
        }
    }

    private const int SampleRows = 20;

    /// <summary>Whether most cells of a column have several letters.</summary>
    private static bool HasWords(TableNode table, SectionText section, int column)
    {
        var sample = table.Rows.Take(SampleRows).Where(row => column < row.Count && row[column].Length > 0).ToList();
        return sample.Count > 0
            && sample.Count(row => CountLetters(section.Slice(row[column])) >= 3) * 2 > sample.Count;
    }

    private static int CountLetters(ReadOnlySpan<char> cell)
    {
        var letters = 0;
        foreach (var character in cell)
        {
            letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters;
    }

    /// <summary>Returns the index of the most specific title column; -1 when there is none.</summary>
    public static int Title(List<TableColumn> columns)
    {
        var best = -1;
        var bestRank = int.MaxValue;
        for (var index = 0; index < columns.Count; index++)
        {
            var rank = columns[index].Definition == FieldCatalog.Title ? Rank(columns[index].Label) : int.MaxValue;
            if (rank < bestRank)
            {
                (best, bestRank) = (index, rank);
            }
        }

        return best;
    }

    private static int Rank(string header) => Labels.TitleRank(header) ?? LastRank;

    /// <summary>The rank of a header from the settings.</summary>
    private const int LastRank = int.MaxValue - 1;
}
