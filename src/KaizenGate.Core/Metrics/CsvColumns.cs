using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Metrics;

/// <summary>Which column of a file of metrics holds what.</summary>
internal sealed class CsvColumns
{
    private readonly ImmutableArray<CsvCell> header;

    private CsvColumns(ImmutableArray<CsvCell> header, int date)
    {
        this.header = header;
        Date = date;
        Value = Find("value");
        Metric = Value is null ? null : Find("metric") ?? Find("name");
        Unit = Find("unit");
        Note = Find("note");
    }

    public int Date { get; }

    /// <summary>The column that says which metric a row is about; null when each metric has its own column.</summary>
    public int? Metric { get; }

    public int? Value { get; }

    public int? Unit { get; }

    public int? Note { get; }

    /// <exception cref="InputException">There is no column of dates, or it stands there twice.</exception>
    public static CsvColumns Of(SourceFile file, ImmutableArray<CsvCell> header)
    {
        foreach (var (cell, at) in header.Select((cell, at) => (cell, at)))
        {
            if (cell.Text.Length > 0 && header.Take(at).Any(before => Is(before, cell.Text)))
            {
                throw MetricFault.At(
                    file,
                    cell.Span,
                    $"the column {Quote.Of(cell.Text)} stands here twice",
                    "Keep one of them"
                );
            }
        }

        var date = header.Select(cell => Is(cell, "date") || Is(cell, "day")).ToList().IndexOf(true);
        return date < 0
            ? throw MetricFault.At(
                file,
                header[0].Span,
                "the header has no column date",
                $"Begin the file with {MetricCsv.Header}, or with date and the names of metrics"
            )
            : new(header, date);
    }

    /// <summary>The column that holds the values of a metric; null when there is none.</summary>
    public int? Place(string name) => Metric is not null ? Value : Find(name) ?? Value;

    /// <summary>The cell with the value of a metric; null when the row has none.</summary>
    public CsvCell? ValueOf(ImmutableArray<CsvCell> row, string name) =>
        Place(name) is { } place
        && place < row.Length
        && (Metric is not { } metric || (metric < row.Length && Is(row[metric], name)))
            ? row[place]
            : null;

    /// <summary>The text of a cell; null when there is none.</summary>
    public static string? TextOf(ImmutableArray<CsvCell> row, int? column) =>
        column is { } at && at < row.Length && row[at].Text.Length > 0 ? CsvText.Read(row[at].Text) : null;

    private int? Find(string name)
    {
        for (var at = 0; at < header.Length; at++)
        {
            if (Is(header[at], name))
            {
                return at;
            }
        }

        return null;
    }

    private static bool Is(CsvCell cell, string name) =>
        CsvText.Read(cell.Text).AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
