using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The three sentences at the top of the page.</summary>
internal static class SummaryPart
{
    public static void Write(Markup html, ImprovementReport report)
    {
        var series = report.Trend switch
        {
            Trend.Better => "green",
            Trend.Worse => "red",
            Trend.Mixed => "amber",
            _ => "soft",
        };
        html.Add($"<ul class=\"summary\">\n");
        foreach (var (answer, facts) in SummaryText.Of(report))
        {
            html.Add($"<li><strong class=\"{series}\">{answer}:</strong> {Markup.Message(facts)}</li>\n");
            series = "";
        }

        html.Add($"</ul>\n");
    }
}
