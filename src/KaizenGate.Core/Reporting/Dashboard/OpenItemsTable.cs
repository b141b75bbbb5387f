using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The matrix, and the table of open improvements that its circles link to.</summary>
internal static class OpenItemsTable
{
    /// <summary>The others are only counted: they will not be worked on soon.</summary>
    public const int MaxRows = 100;

    private const int LongestTitle = 140;

    /// <summary>Writes the part with the matrix and the table.</summary>
    public static void WritePart(Markup html, ImmutableArray<OpenItem> items, Verdict verdict, SourceLinks links)
    {
        PageHead.Part(html, "priorities", "Priorities", "What is open, and what to take first.");
        html.Add($"<div class=\"panels\">\n");
        MatrixTable.Write(html, items);
        Write(html, items, verdict, links);
        html.Add($"</div></section>\n");
    }

    private static void Write(Markup html, ImmutableArray<OpenItem> items, Verdict verdict, SourceLinks links)
    {
        if (items.IsEmpty)
        {
            return;
        }

        html.Add($"<div class=\"panel wide\"><h3 id=\"items-name\">Open items</h3>");
        html.Add(
            $"<p class=\"insight\">The highest score first{(items.Length > MaxRows ? $"; {items.Length - MaxRows} more are in the backlog" : "")}.</p>"
        );
        html.Add(
            $"<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-labelledby=\"items-name\"><table><thead><tr>"
        );
        var hasAges = items.Any(item => item.Item.AgeDays is not null);
        html.Add(
            $"<th scope=\"col\">Row</th><th scope=\"col\" class=\"words\">Improvement</th><th scope=\"col\">Impact</th><th scope=\"col\">Effort</th><th scope=\"col\">Score</th><th scope=\"col\" class=\"left\">Priority</th><th scope=\"col\" class=\"left\">Matrix</th>"
        );
        if (hasAges)
        {
            html.Add($"<th scope=\"col\">Age</th>");
        }

        html.Add($"<th scope=\"col\" class=\"left\">Status</th>");
        html.Add($"</tr></thead><tbody>");
        foreach (var item in items.Take(MaxRows))
        {
            Row(html, item, verdict, links, hasAges);
        }

        html.Add($"</tbody></table></div></div>\n");
    }

    private static void Row(Markup html, OpenItem open, Verdict verdict, SourceLinks links, bool hasAges)
    {
        var item = open.Item;
        html.Add($"<tr id=\"{open.Anchor}\"><th scope=\"row\">{open.Row}</th><td class=\"words\">");
        if (item.Id is { Length: > 0 } id)
        {
            html.Add($"<span class=\"id\">{VisibleText.Cut(id, 24)}</span> ");
        }

        links.Write(html, item.File, item.Line, VisibleText.Cut(item.Title, LongestTitle), item.Address);
        html.Add($"</td><td>{Wording.NumberOrDash(item.Impact)}</td><td>{Wording.NumberOrDash(item.Effort)}</td>");
        html.Add(
            $"<td>{Wording.NumberOrDash(item.Score)}</td><td class=\"left\">{StatusText.Words(PriorityOf(item, verdict)) ?? "–"}</td>"
        );
        if (open.Cell is { } cell)
        {
            html.Add(
                $"<td class=\"left\"><span class=\"chip {OpenItem.SeriesOf(cell)}\">{PlanWords.Cell(cell)}</span></td>"
            );
        }
        else
        {
            html.Add($"<td class=\"left\">–</td>");
        }

        if (hasAges)
        {
            var age = item.AgeDays is { } days ? $"{(item.IsAtLeastThatOld ? "≥" : "")}{days} d" : "–";
            html.Add($"<td>{age}</td>");
        }

        html.Add($"<td class=\"left\">{(item.Status is { } status ? StatusText.Words(status) : "–")}</td></tr>");
    }

    /// <summary>The priority by the scale of its own backlog.</summary>
    private static Priority? PriorityOf(OpenImprovement item, Verdict verdict) =>
        item.Score is { } score && double.IsFinite(score)
            ? verdict.Backlogs.FirstOrDefault(backlog => backlog.Backlog.File == item.File)?.Scoring.PriorityOf(score)
            : null;
}
