using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The hours spent on and saved by each completion, with bars on a common scale.</summary>
internal static class CompletionsTable
{
    private const int MaxRows = 40;
    private const int LongestTitle = 90;

    public static void Write(Markup html, ImprovementReport report, SourceLinks links)
    {
        html.Add($"<div class=\"panel wide\"><h3 id=\"completions-name\">Completions</h3>");
        ImmutableArray<CompletedImprovement> rows =
        [
            .. report
                .Completions.Where(one => one.HoursSpent is not null || one.HoursSaved is not null)
                .OrderByDescending(one => one.HoursSaved ?? -1)
                .ThenByDescending(one => one.HoursSpent ?? -1),
        ];
        if (rows.IsEmpty)
        {
            html.Add($"<p class=\"missing\">{Markup.Message(PageText.Sentence(Missing(report)))}</p></div>\n");
            return;
        }

        var unknown = report.Completions.Length - rows.Length;
        html.Add(
            $"<p class=\"insight\">Hours spent on each completion (upper bar) and saved since (lower bar); what saved the most comes first.{(unknown > 0 ? $" {Wording.Count(unknown, "completion")} {(unknown == 1 ? "has" : "have")} neither." : "")}</p>"
        );
        html.Add(
            $"<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-labelledby=\"completions-name\"><table><thead><tr>"
        );
        html.Add(
            $"<th scope=\"col\">Completed</th><th scope=\"col\" class=\"words\">Improvement</th><th scope=\"col\">Spent</th><th scope=\"col\">Saved</th><th scope=\"col\" class=\"left\">Spent and saved</th><th scope=\"col\">Return</th><th scope=\"col\">Pays back in</th></tr></thead><tbody>"
        );
        var most = rows.Max(one => Math.Max(one.HoursSpent ?? 0, one.HoursSaved ?? 0));
        foreach (var one in rows.Take(MaxRows))
        {
            Row(html, one, most, links);
        }

        html.Add($"</tbody></table></div>");
        if (rows.Length > MaxRows)
        {
            html.Add($"<p class=\"note\">{rows.Length - MaxRows} more, which saved less, are in the JSON report.</p>");
        }

        html.Add($"</div>\n");
    }

    private static void Row(Markup html, CompletedImprovement one, double most, SourceLinks links)
    {
        html.Add($"<tr><th scope=\"row\">{one.Day}</th><td class=\"words\">");
        if (one.Id is { Length: > 0 } id)
        {
            html.Add($"<span class=\"id\">{VisibleText.Cut(id, 24)}</span> ");
        }

        var title = VisibleText.Cut(one.Title, LongestTitle);
        if (one.Line is null)
        {
            html.Add($"{title}");
        }
        else
        {
            links.Write(html, one.File, one.Line, title, one.Address);
        }

        html.Add(
            $"</td><td>{PageText.Hours(one.HoursSpent)}</td><td>{PageText.Hours(one.HoursSaved)}</td><td class=\"gauge\">"
        );
        html.Add($"<svg height=\"15\" aria-hidden=\"true\">");
        Bar(html, "amber", 0, one.HoursSpent, most);
        Bar(html, "green", 8, one.HoursSaved, most);
        html.Add($"</svg></td><td>{(one.Roi.Value is { } roi ? $"{roi:0.0}×" : "–")}</td>");
        html.Add(
            $"<td>{(one.PaybackWeeks.Value is { } weeks ? Wording.Count(Math.Round(weeks, 1), "week") : "–")}</td></tr>"
        );
    }

    private static void Bar(Markup html, string series, double top, double? hours, double most)
    {
        if (hours is > 0 and var known && most > 0)
        {
            html.Add(
                $"<rect class=\"bar {series}\" y=\"{top}\" width=\"{known / most * 100}%\" height=\"7\" rx=\"2\"/>"
            );
        }
    }

    private static string Missing(ImprovementReport report) =>
        report.Period.Unknown
        ?? report.Accrued.HoursSaved.Missing
        ?? "no completion of the period has Time Spent or Hours Saved";
}
