using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The report of a period as a web page.</summary>
internal static class DashboardPage
{
    /// <summary>Writes UTF-8 and leaves the stream open. For the source base see <see cref="ReportOptions.SourceBase"/>.</summary>
    public static void Write(ImprovementReport report, string? sourceBase, Stream stream)
    {
        var html = new Markup();
        var (verdict, period) = (report.Verdict, report.Period);
        var links = new SourceLinks(sourceBase);
        PageHead.Write(
            html,
            Title(report),
            PageText.Backlogs(verdict),
            $"{period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}",
            Parts(report)
        );
        SummaryPart.Write(html, report);
        VerdictBanner.Write(html, verdict);
        Tile.Write(html, Tile.Of(report));
        Remark(html, period);
        ChangePart.Write(html, report, links);
        Flow(html, report);
        Returns(html, report, links);
        Metrics(html, report);
        SignalsPart.Write(html, report, links);
        SessionsPart.Write(html, report.Sessions);
        OpenItemsTable.WritePart(html, OpenItem.Of(report.Open), verdict, links);
        NextSteps.WritePart(html, verdict, links);
        NotEvaluatedPart.Write(html, verdict);
        PageHead.End(
            html,
            verdict.ToolVersion,
            verdict.AsOf,
            "This page runs no scripts and loads nothing. All figures can be recomputed from the JSON report."
        );
        HtmlPage.Write($"{Title(report)} – {PageText.Backlogs(verdict)}", html, stream);
    }

    private static string Title(ImprovementReport report) =>
        report.Name is { Length: > 0 } name
            ? $"Improvement report of {VisibleText.Cut(name, 60)}"
            : "Improvement report";

    private static (string, string)[] Parts(ImprovementReport report) =>
        [
            .. Part(ChangePart.Exists(report), "change", "Change"),
            ("flow-part", "Flow"),
            ("return", "Return"),
            .. Part(!report.Metrics.IsEmpty, "metrics", "Metrics"),
            .. Part(!report.Signals.IsEmpty, SignalsPart.Id, SignalWords.Title),
            .. Part(report.Sessions is not null, SessionsPart.Id, SessionWords.Title),
            ("priorities", "Priorities"),
            ("next", "What to do next"),
            .. Part(!report.Verdict.NotEvaluated.IsEmpty, "missing", "Not evaluated"),
        ];

    private static (string, string)[] Part(bool exists, string id, string name) => exists ? [(id, name)] : [];

    /// <summary>Writes which part of the requested period is unknown.</summary>
    private static void Remark(Markup html, ReportPeriod period)
    {
        var words =
            period.Unknown is { } unknown ? PageText.Sentence(unknown)
            : period.CutShortBy is { } why
                ? $"The history starts on {period.From:yyyy-MM-dd}, not on {period.Requested:yyyy-MM-dd}: {PageText.Sentence(why)}"
            : null;
        if (words is not null)
        {
            html.Add($"<p class=\"remark\">{Markup.Message(words)}</p>\n");
        }
    }

    private static void Flow(Markup html, ImprovementReport report)
    {
        PageHead.Part(html, "flow-part", "Flow", "Improvements captured and completed, and how long they take.");
        html.Add($"<div class=\"panels\">\n");
        if (report.Period.Unknown is not { } missing)
        {
            CumulativeChart.Of(report.Weeks).WriteTo(html);
            FlowChart.Of(report.Weeks, report.Flow).WriteTo(html);
            RateChart.Of(report.Weeks).WriteTo(html);
            CycleChart.Of(report.Completions, report.CycleDays).WriteTo(html);
            ForecastChart.Of(report).WriteTo(html);
        }
        else
        {
            // One reason for five charts.
            html.Add(
                $"<div class=\"panel\"><h3>Captures and completions</h3><p class=\"missing\">{Markup.Message(PageText.Sentence(missing))}</p></div>"
            );
        }

        AgeChart.Of(report.AgeBands, report.AgeDays, report.Stock.Open).WriteTo(html);
        html.Add($"</div></section>\n");
    }

    private static void Returns(Markup html, ImprovementReport report, SourceLinks links)
    {
        PageHead.Part(html, "return", "Return", "Hours spent on improvements and hours saved by them.");
        html.Add($"<div class=\"panels\">\n");
        CompoundingChart.Of(report.Compounding, report.Period.Unknown).WriteTo(html);
        CategoriesTable.Write(html, report);
        FiguresPanel.Write(
            html,
            "second-looks",
            SecondLookText.Title,
            "Effects that were measured again months after the completion. One lasted if at least half of it is left.",
            SecondLookText.Lines(report.LastingEffects)
        );
        FiguresPanel.Write(
            html,
            "estimates",
            CalibrationText.Title,
            "Logged hours and measured effects of all completions, divided by what was expected: the median.",
            CalibrationText.Lines(report.Calibration)
        );
        CompletionsTable.Write(html, report, links);
        html.Add($"</div></section>\n");
    }

    private static void Metrics(Markup html, ImprovementReport report)
    {
        if (report.Metrics.IsEmpty)
        {
            return;
        }

        PageHead.Part(
            html,
            "metrics",
            "Metrics",
            "Each with its control limits. A value outside of them has a cause worth finding."
        );
        html.Add($"<div class=\"panels\">\n");
        for (var i = 0; i < report.Metrics.Length; i++)
        {
            BehaviourChart.Of(report.Metrics[i], i + 1).WriteTo(html);
        }

        html.Add($"</div></section>\n");
    }
}
