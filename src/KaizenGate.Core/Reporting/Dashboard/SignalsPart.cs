using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>What the signals of completed improvements counted before and after.</summary>
internal static class SignalsPart
{
    public const string Id = "signals";

    private const int MaxRows = 40;
    private const int LongestText = 90;

    public static void Write(Markup html, ImprovementReport report, SourceLinks links)
    {
        if (report.Signals.IsEmpty)
        {
            return;
        }

        PageHead.Part(
            html,
            Id,
            SignalWords.Title,
            "What the signal of each completed improvement counted per week, before and after its completion."
        );
        html.Add(
            $"<div class=\"panels\"><div class=\"panel wide\"><h3 id=\"signal-effects-name\">Before and after</h3>"
        );
        html.Add(
            $"<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-labelledby=\"signal-effects-name\"><table><thead><tr>"
        );
        html.Add(
            $"<th scope=\"col\">Completed</th><th scope=\"col\" class=\"words\">Improvement</th><th scope=\"col\" class=\"left\">Signal</th><th scope=\"col\">Before</th><th scope=\"col\">After</th><th scope=\"col\">Ratio</th><th scope=\"col\" class=\"left\">Outcome</th></tr></thead><tbody>"
        );
        foreach (var one in report.Signals.Take(MaxRows))
        {
            var effect = one.Effect;
            html.Add($"<tr><th scope=\"row\">{one.Completed}</th><td class=\"words\">");
            links.Write(
                html,
                one.File,
                one.Item.Span.Line,
                VisibleText.Cut(one.Item.Name, LongestText),
                one.Item.Address
            );
            html.Add($"</td><td class=\"name left\">{VisibleText.Cut(effect.Key.Text, LongestText)}</td>");
            html.Add(
                $"<td>{SignalWords.PerWeek(effect.PerWeekBefore)}</td><td>{SignalWords.PerWeek(effect.PerWeekAfter)}</td><td>{effect.RatioText}</td>"
            );
            html.Add($"<td class=\"name left\">{SignalWords.Outcome(effect)}</td></tr>");
        }

        html.Add($"</tbody></table></div>");
        if (report.Signals.Length > MaxRows)
        {
            html.Add($"<p class=\"note\">{report.Signals.Length - MaxRows} more are in the JSON report.</p>");
        }

        html.Add($"</div></div></section>\n");
    }
}
