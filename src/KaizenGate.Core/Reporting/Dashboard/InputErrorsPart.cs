using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Why it could not judge, and what to do about each.</summary>
internal static class InputErrorsPart
{
    private const int MostErrors = 50;

    public static void Write(Markup html, Verdict verdict)
    {
        if (verdict.Errors.IsEmpty)
        {
            return;
        }

        PageHead.Part(html, "errors", "What to do next");
        html.Add($"<ol class=\"steps\">\n");
        foreach (var error in verdict.Errors.Take(MostErrors))
        {
            html.Add(
                $"<li><h3><span class=\"chip error\">input error</span> {VisibleText.Message(error.Message)}</h3>"
            );
            html.Add($"<p class=\"do\">{VisibleText.Message(error.Help)}</p>");
            if (InputErrorText.Place(error) is { Length: > 0 } place)
            {
                html.Add($"<p class=\"note\"><code>{place.TrimEnd(' ', ':')}</code></p>");
            }

            html.Add($"</li>\n");
        }

        html.Add($"</ol>");
        if (verdict.Errors.Length > MostErrors)
        {
            html.Add($"<p class=\"note\">{verdict.Errors.Length - MostErrors} more are in the other reports.</p>");
        }

        html.Add($"</section>\n");
    }
}
