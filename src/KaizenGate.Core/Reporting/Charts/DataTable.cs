using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>The data of a chart as a collapsed table.</summary>
/// <param name="Columns">The headers; the first column names the row, the others contain numbers.</param>
/// <param name="Rows">The cells of each row, one per column; the newest row last.</param>
internal sealed record DataTable(ImmutableArray<string> Columns, ImmutableArray<string[]> Rows)
{
    /// <summary>Keeps the page small; the newest rows are shown.</summary>
    private const int MaxRows = 60;

    public static DataTable Of<T>(ImmutableArray<string> columns, IEnumerable<T> rows, Func<T, string[]> cells) =>
        new(columns, [.. rows.Select(cells)]);

    public void WriteTo(Markup html, string title)
    {
        html.Add($"<details class=\"data\"><summary>Table</summary>");
        var cut = Rows.Length - MaxRows;
        if (cut > 0)
        {
            html.Add($"<p class=\"note\">The last {MaxRows} of {Rows.Length} rows; the JSON report has all.</p>");
        }

        html.Add(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}, as a table\"><table><thead><tr>"
        );
        foreach (var column in Columns)
        {
            html.Add($"<th scope=\"col\">{column}</th>");
        }

        html.Add($"</tr></thead><tbody>");
        foreach (var row in cut > 0 ? Rows[cut..] : Rows)
        {
            html.Add($"<tr><th scope=\"row\">{row[0]}</th>");
            foreach (var cell in row.AsSpan()[1..])
            {
                html.Add($"<td>{cell}</td>");
            }

            html.Add($"</tr>");
        }

        html.Add($"</tbody></table></div></details>");
    }
}
