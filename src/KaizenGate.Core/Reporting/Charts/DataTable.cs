using System.Collections.Immutable;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>The figures of a chart as a table that opens.</summary>
/// <param name="Columns">The heads; the first column names the row, the others hold numbers.</param>
/// <param name="Rows">As many cells as there are columns; the newest last.</param>
internal sealed record DataTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>A longer table is read by nobody, and a page has to be opened on a phone.</summary>
    private const int MostRows = 60;

    public void WriteTo(Markup html, string title)
    {
        html.Add($"<details class=\"data\"><summary>Table</summary>");
        var cut = Rows.Length - MostRows;
        if (cut > 0)
        {
            html.Add($"<p class=\"note\">The last {MostRows} of {Rows.Length} rows; the JSON report has all.</p>");
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
