using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Metrics;

/// <summary>
/// Metrics as comma-separated values: either a row for each value, with the columns date, metric, value and, if wanted, unit
/// and note; or a row for each day, with a column date and one for each metric.
/// </summary>
internal static class MetricCsv
{
    public const string Header = "date,metric,value,unit,note";

    /// <summary>Reads the values of some metrics; others are passed over.</summary>
    /// <exception cref="InputException">The header has no date, or a value or a date of a metric that is wanted is none.</exception>
    public static IEnumerable<MetricRow> Read(SourceFile file, string text, IReadOnlyList<string> names)
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
                    yield return new(
                        name,
                        new(Day(file, columns, row), Number(file, name, value), value.Span)
                        {
                            Unit = CsvColumns.TextOf(row, columns.Unit),
                            Note = CsvColumns.TextOf(row, columns.Note),
                        }
                    );
                }
            }
        }
    }

    /// <summary>A row for a new value that fits what the file has already.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">What it holds; empty for a new file.</param>
    /// <param name="value">The new value.</param>
    /// <returns>The row with its line end, behind the header where there is none yet.</returns>
    /// <exception cref="InputException">The header has no place for the value.</exception>
    public static string NewRow(SourceFile file, string text, MetricRow value)
    {
        var rows = CsvTable.Read(file, text);
        if (rows.Count == 0)
        {
            return $"{Header}\n{Row(value.Point.Date, [null, value.Name, Text(value.Point.Value), value.Point.Unit, value.Point.Note])}";
        }

        var columns = CsvColumns.Of(file, rows[0]);
        var cells = new string?[rows[0].Length];
        var place =
            columns.Place(value.Name)
            ?? throw MetricFault.At(
                file,
                rows[0][0].Span,
                $"the header has no column {value.Name}, and none for metric and value",
                $"Add the column, or begin a file with {Header}"
            );
        cells[place] = Text(value.Point.Value);
        Put(cells, columns.Metric, value.Name);
        Put(cells, columns.Unit, value.Point.Unit);
        Put(cells, columns.Note, value.Point.Note);
        return Row(value.Point.Date, cells, columns.Date);
    }

    private static void Put(string?[] cells, int? column, string? text)
    {
        if (column is { } at)
        {
            cells[at] = text;
        }
    }

    private static string Row(DateOnly day, string?[] cells, int dateColumn = 0)
    {
        var row = new StringBuilder();
        for (var at = 0; at < cells.Length; at++)
        {
            row.Append(at > 0 ? "," : "")
                .Append(at == dateColumn ? $"{day:yyyy-MM-dd}" : CsvText.Cell(cells[at] ?? ""));
        }

        return row.Append('\n').ToString();
    }

    private static string Text(double value) => value.ToString("R");

    private static DateOnly Day(SourceFile file, CsvColumns columns, ImmutableArray<CsvCell> row)
    {
        var cell = columns.Date < row.Length ? row[columns.Date] : row[0];
        return DateText.Leading(cell.Text)
            ?? throw MetricFault.At(
                file,
                cell.Span,
                $"{Quote.Of(cell.Text)} is no day",
                "Write it as year-month-day, for example 2026-03-02"
            );
    }

    private static double Number(SourceFile file, string name, CsvCell cell) =>
        MetricValue.Parse(cell.Text)
        ?? throw MetricFault.At(
            file,
            cell.Span,
            $"{Quote.Of(cell.Text)} is no value of {name}",
            "Write a number with a decimal point, for example 4.5"
        );
}
