using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>A note for each backlog with unread entries.</summary>
internal static class UnreadNotes
{
    private const int MaxNotes = 10;

    public static void Write(Markup html, Verdict verdict)
    {
        foreach (var line in AccountText.Lines(verdict, MaxNotes))
        {
            html.Add($"<p class=\"note\">{VisibleText.Message(line)}</p>\n");
        }
    }
}
