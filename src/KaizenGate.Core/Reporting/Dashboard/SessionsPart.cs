using KaizenGate.Core.Agents;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>What the sessions of agents recorded.</summary>
internal static class SessionsPart
{
    public const string Id = "sessions";

    /// <param name="html">Receives it.</param>
    /// <param name="sessions">The sessions; nothing is written for null.</param>
    public static void Write(Markup html, SessionFigures? sessions)
    {
        if (sessions is null)
        {
            return;
        }

        PageHead.Part(
            html,
            Id,
            SessionWords.Title,
            "Each is asked at most once what slowed it down. The log is that of one clone."
        );
        html.Add(
            $"<div class=\"panels\">\n<div class=\"panel\"><h3 id=\"session-figures-name\">Asked and answered</h3>"
        );
        html.Add(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"session-figures-name\"><table><thead><tr><th scope=\"col\">Figure</th><th scope=\"col\" class=\"left\">Value</th></tr></thead><tbody>"
        );
        foreach (var (label, value) in SessionWords.Lines(sessions))
        {
            html.Add(
                $"<tr><th scope=\"row\">{Markup.Message(label)}</th><td class=\"name left\">{Markup.Message(value)}</td></tr>"
            );
        }

        html.Add($"</tbody></table></div></div>\n</div></section>\n");
    }
}
