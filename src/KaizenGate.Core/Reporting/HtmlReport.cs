using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>A page of findings that needs nothing but a browser.</summary>
internal static class HtmlReport
{
    public static ReportFormat Format { get; } = new("html", "a web page in one file", Write);

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
            Tile.Write(html, FigureTiles.Of(verdict.Figures));
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
            .. verdict.Outcome is Outcome.Error ? ((string, string)[])[] : [("next", "What to do next")],
            .. verdict.Backlogs.Length > 0 ? ((string, string)[])[("priorities", "Priorities")] : [],
            .. verdict.NotEvaluated.Length > 0 ? ((string, string)[])[("missing", "Not evaluated")] : [],
        ];
}
