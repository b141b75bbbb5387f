using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Metrics;

/// <summary>
/// Metrics as comma-separated values: one row per value with the columns date, metric, value and optionally unit and note, or one row per
/// day with the column date and one column per metric.
/// </summary>
internal static class MetricCsv
{
    public const string Header = "date,metric,value,unit,note";

    /// <summary>Reads the values of the named metrics and ignores others.</summary>
    /// <exception cref="InputException">The header has no date, or a named metric has an invalid value or date.</exception>
    public static IEnumerable<(string Name, MetricPoint Point)> Read(
        SourceFile file,
        string text,
        IReadOnlyList<string> names
    )
    {
        var rows = CsvTable.Read(file, text);
        if (rows.Count == 0)
        {
            yield break;
        }

        var columns = CsvColumns.Of(file, rows[0]);
        foreach (var row in rows.Skip(1))
        {
            foreach (var name in names)
            {
                if (columns.ValueOf(row, name) is { Text.Length: > 0 } value)
                {
                    var isRebase = MetricPoint.SaysRebase(value.Text);
                    yield return new(
                        name,
                        new(Day(file, columns, row), isRebase ? 0 : Number(file, name, value), value.Span)
                        {
                            IsRebase = isRebase,
                            Unit = CsvColumns.TextOf(row, columns.Unit),
                            Note = CsvColumns.TextOf(row, columns.Note),
                        }
                    );
                }
            }
        }
    }

    /// <summary>Returns the row for a new value, with its line break, and with a header when the file is empty.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Its content; empty for a new file.</param>
    /// <param name="value">The new value.</param>
    /// <exception cref="InputException">The header has no column for the value.</exception>
    public static string NewRow(SourceFile file, string text, (string Name, MetricPoint Point) value)
    {
        var (point, rows) = (value.Point, CsvTable.Read(file, text));
        var day = $"{point.Date:yyyy-MM-dd}";
        var number = point.IsRebase ? MetricPoint.RebaseWord : point.Value.ToString("R");
        if (rows.Count == 0)
        {
            return $"{Header}\n{Row(day, value.Name, number, point.Unit, point.Note)}";
        }

        var columns = CsvColumns.Of(file, rows[0]);
        var cells = new string?[rows[0].Length];
        var place =
            columns.Place(value.Name)
            ?? throw MetricFiles.Error(
                file,
                rows[0][0].Span,
                $"the header has neither a column {value.Name} nor columns metric and value",
                $"Add the column, or start the file with {Header}"
            );
        cells[place] = number;
        Set(columns.Metric, value.Name);
        Set(columns.Unit, point.Unit);
        Set(columns.Note, point.Note);
        Set(columns.Date, day);
        return Row(cells);

        void Set(int? column, string? content)
        {
            if (column is { } at)
            {
                cells[at] = content;
            }
        }
    }

    private static string Row(params IEnumerable<string?> cells) =>
        string.Join(',', cells.Select(cell => CsvText.Cell(cell ?? ""))) + "\n";

    private static DateOnly Day(SourceFile file, CsvColumns columns, ImmutableArray<(string Text, SourceSpan Span)> row)
    {
        var cell = columns.Date < row.Length ? row[columns.Date] : row[0];
        return DateText.Leading(cell.Text)
            ?? throw MetricFiles.Error(
                file,
                cell.Span,
                $"{Quote.Of(cell.Text)} is not a valid date",
                "Use YYYY-MM-DD, for example 2026-03-02"
            );
    }

    private static double Number(SourceFile file, string name, (string Text, SourceSpan Span) cell) =>
        MetricFiles.Number(cell.Text)
        ?? throw MetricFiles.Error(
            file,
            cell.Span,
            $"the value {Quote.Of(cell.Text)} of {name} is not a number",
            "Use a decimal point, for example 4.5, or rebase for a new base period"
        );
}

/// <summary>The columns of a CSV file of metrics.</summary>
internal sealed class CsvColumns
{
    private readonly ImmutableArray<(string Text, SourceSpan Span)> header;

    private CsvColumns(ImmutableArray<(string Text, SourceSpan Span)> header, int date)
    {
        this.header = header;
        Date = date;
        Value = Find("value");
        Metric = Value is null ? null : Find("metric") ?? Find("name");
        Unit = Find("unit");
        Note = Find("note");
    }

    public int Date { get; }

    /// <summary>The column with the name of the metric; null when each metric has its own column.</summary>
    public int? Metric { get; }

    public int? Value { get; }

    public int? Unit { get; }

    public int? Note { get; }

    /// <exception cref="InputException">There is no date column, or a column is duplicated.</exception>
    public static CsvColumns Of(SourceFile file, ImmutableArray<(string Text, SourceSpan Span)> header)
    {
        foreach (var (cell, at) in header.Select((cell, at) => (cell, at)))
        {
            if (cell.Text.Length > 0 && header.Take(at).Any(before => Is(before, cell.Text)))
            {
                throw MetricFiles.Error(file, cell.Span, $"duplicate column {Quote.Of(cell.Text)}", "Keep one of them");
            }
        }

        var date = header.ToList().FindIndex(cell => Is(cell, "date") || Is(cell, "day"));
        return date < 0
            ? throw MetricFiles.Error(
                file,
                header[0].Span,
                "the header has no column date",
                $"Start the file with {MetricCsv.Header}, or with date and the names of metrics"
            )
            : new(header, date);
    }

    /// <summary>Returns the column with the values of a metric; null when there is none.</summary>
    public int? Place(string name) => Metric is not null ? Value : Find(name) ?? Value;

    /// <summary>Returns the value of a metric in a row; null when there is none.</summary>
    public (string Text, SourceSpan Span)? ValueOf(ImmutableArray<(string Text, SourceSpan Span)> row, string name) =>
        Place(name) is { } place
        && place < row.Length
        && (Metric is not { } metric || (metric < row.Length && Is(row[metric], name)))
            ? row[place]
            : null;

    /// <summary>Returns the text of a cell; null when it is empty or missing.</summary>
    public static string? TextOf(ImmutableArray<(string Text, SourceSpan Span)> row, int? column) =>
        column is { } at && at < row.Length && row[at].Text.Length > 0 ? CsvText.Read(row[at].Text) : null;

    private int? Find(string name)
    {
        var column = header.ToList().FindIndex(cell => Is(cell, name));
        return column < 0 ? null : column;
    }

    private static bool Is((string Text, SourceSpan Span) cell, string name) =>
        CsvText.Read(cell.Text).AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
