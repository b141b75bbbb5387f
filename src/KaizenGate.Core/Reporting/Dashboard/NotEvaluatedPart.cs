using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The rules that were not evaluated, by reason.</summary>
internal static class NotEvaluatedPart
{
    private const int MaxRows = 50;

    public static void Write(Markup html, Verdict verdict)
    {
        if (verdict.NotEvaluated.IsEmpty)
        {
            return;
        }

        PageHead.Part(
            html,
            "missing",
            "Not evaluated",
            "These rules did not have enough data. That is neither a pass nor a failure."
        );
        html.Add(
            $"<div class=\"panels\"><div class=\"panel wide\"><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Rules that were not evaluated\">"
        );
        html.Add(
            $"<table><thead><tr><th scope=\"col\">Rules</th><th scope=\"col\" class=\"words\">What is missing</th></tr></thead><tbody>"
        );
        var reasons = VerdictText.Reasons(verdict.NotEvaluated);
        foreach (var (rules, reason) in reasons.Take(MaxRows))
        {
            html.Add(
                $"<tr><th scope=\"row\" class=\"rules\">{rules}</th><td class=\"words\">{Markup.Message(reason)}</td></tr>"
            );
        }

        html.Add($"</tbody></table></div>");
        if (reasons.Length > MaxRows)
        {
            html.Add($"<p class=\"note\">{reasons.Length - MaxRows} more reasons are in the other reports.</p>");
        }

        html.Add($"</div></div></section>\n");
    }
}
