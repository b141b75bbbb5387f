using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The verdict as a web page in one file.</summary>
internal static class HtmlReport
{
    public static ReportFormat<Verdict> Format { get; } = new("html", "a web page in one file", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        var html = new Markup();
        var links = new SourceLinks(options.SourceBase);
        PageHead.Write(
            html,
            "Improvement gate",
            PageText.Backlogs(verdict),
            $"as of {verdict.AsOf:yyyy-MM-dd}",
            Parts(verdict)
        );
        VerdictBanner.Write(html, verdict);
        if (verdict.Backlogs.Length > 0)
        {
            Tile.Write(html, Tile.Of(verdict.Figures));
            UnreadNotes.Write(html, verdict);
        }

        NextSteps.WriteErrors(html, verdict);
        if (verdict.Outcome is not Outcome.Error)
        {
            NextSteps.WritePart(html, verdict, links);
        }

        if (verdict.Backlogs.Length > 0)
        {
            OpenItemsTable.WritePart(html, OpenItem.Of(verdict), verdict, links);
        }

        NotEvaluatedPart.Write(html, verdict);
        PageHead.End(html, verdict.ToolVersion, verdict.AsOf, "This page runs no scripts and loads nothing.");
        HtmlPage.Write($"{VerdictText.Outcome(verdict)} – {PageText.Backlogs(verdict)}", html, stream);
    }

    private static (string, string)[] Parts(Verdict verdict) =>
        [
            .. Part(verdict.Outcome is not Outcome.Error, "next", "What to do next"),
            .. Part(verdict.Backlogs.Length > 0, "priorities", "Priorities"),
            .. Part(verdict.NotEvaluated.Length > 0, "missing", "Not evaluated"),
        ];

    private static (string, string)[] Part(bool exists, string id, string name) => exists ? [(id, name)] : [];
}
