using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The completions of the period by category.</summary>
internal static class CategoriesTable
{
    public static void Write(Markup html, ImprovementReport report)
    {
        html.Add($"<div class=\"panel\"><h3 id=\"categories-name\">By category</h3>");
        if (report.Categories.IsEmpty)
        {
            html.Add(
                $"<p class=\"missing\">{Markup.Message(PageText.Sentence(report.Period.Unknown ?? "nothing was completed in the period"))}</p></div>\n"
            );
            return;
        }

        html.Add($"<p class=\"insight\">The completions of the period, and the hours that they save a week.</p>");
        html.Add(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"categories-name\"><table><thead><tr>"
        );
        html.Add(
            $"<th scope=\"col\">Category</th><th scope=\"col\">Completed</th><th scope=\"colgroup\" colspan=\"2\" class=\"left\">Share</th><th scope=\"col\">Saved a week</th></tr></thead><tbody>"
        );
        foreach (var one in report.Categories)
        {
            html.Add($"<tr><th scope=\"row\">{FiguresText.Category(one.Category)}</th><td>{one.Completed}</td>");
            html.Add(
                $"<td>{FiguresText.Rate(one.Share)}</td><td class=\"gauge\"><svg height=\"10\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" height=\"10\" rx=\"3\"/><rect class=\"bar blue\" width=\"{one.Share * 100}%\" height=\"10\" rx=\"3\"/></svg></td>"
            );
            html.Add($"<td>{PageText.Hours(one.HoursSavedPerWeek)}</td></tr>");
        }

        html.Add($"</tbody></table></div></div>\n");
    }
}
