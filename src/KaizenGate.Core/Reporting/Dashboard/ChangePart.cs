using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The last weeks next to those before, and each of several backlogs.</summary>
internal static class ChangePart
{
    private const int MaxRows = 100;
    private const int LongestPath = 60;

    /// <summary>Whether there is anything to write.</summary>
    public static bool Exists(ImprovementReport report) =>
        report.Comparison?.Before is not null || report.Backlogs.Length > 1;

    public static void Write(Markup html, ImprovementReport report, SourceLinks links)
    {
        if (!Exists(report))
        {
            return;
        }

        PageHead.Part(html, "change", "Change", ComparisonText.Spans(report.Comparison));
        html.Add($"<div class=\"panels\">\n");
        if (report.Comparison is { Before: not null } comparison)
        {
            Compare(html, comparison);
        }

        if (report.Backlogs.Length > 1)
        {
            Backlogs(html, report, links);
        }

        html.Add($"</div></section>\n");
    }

    private static void Compare(Markup html, PeriodComparison comparison)
    {
        html.Add(
            $"<div class=\"panel wide\"><h3 id=\"compared-name\">This period and the one before</h3><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"compared-name\"><table><thead><tr>"
        );
        html.Add(
            $"<th scope=\"col\">Figure</th><th scope=\"col\">Now</th><th scope=\"col\">Before</th><th scope=\"col\">Change</th></tr></thead><tbody>"
        );
        foreach (var (name, better, now, before) in ComparisonText.Rows(comparison))
        {
            html.Add(
                $"<tr><th scope=\"row\" class=\"name\">{name}</th><td>{PlotNumber.OrDash(now)}</td><td>{PlotNumber.OrDash(before)}</td><td>"
            );
            Change(html, now - before, better);
            html.Add($"</td></tr>");
        }

        html.Add($"</tbody></table></div></div>\n");
    }

    /// <summary>A difference, green when it is an improvement, even downwards, and red when it is not.</summary>
    private static void Change(Markup html, double? by, int better)
    {
        var sign = by is { } known ? Math.Sign(Math.Round(known, 2)) : 0;
        var shown =
            by is null ? "–"
            : sign == 0 ? "0"
            : $"{(sign > 0 ? "+" : "−")}{PlotNumber.Short(Math.Abs(by.Value))}";
        _ = (sign * better) switch
        {
            > 0 => html.Add($"<span class=\"chip first\">{shown}, better</span>"),
            < 0 => html.Add($"<span class=\"chip never\">{shown}, worse</span>"),
            _ => html.Add($"{shown}"),
        };
    }

    private static void Backlogs(Markup html, ImprovementReport report, SourceLinks links)
    {
        html.Add(
            $"<div class=\"panel wide\"><h3 id=\"backlogs-name\">Backlogs</h3><div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-labelledby=\"backlogs-name\"><table><thead><tr>"
        );
        html.Add(
            $"<th scope=\"col\" class=\"words\">Backlog</th><th scope=\"col\">Open</th><th scope=\"col\">Before</th><th scope=\"col\">Executed</th><th scope=\"col\">Before</th><th scope=\"col\">Drain time</th><th scope=\"col\">Saved</th><th scope=\"col\">Before</th><th scope=\"col\" class=\"left\">Gate</th></tr></thead><tbody>"
        );
        foreach (var one in report.Backlogs.Take(MaxRows))
        {
            var (now, before) = (one.Comparison?.Now, one.Comparison?.Before);
            html.Add($"<tr><th scope=\"row\" class=\"words\">");
            links.Write(html, one.File, null, VisibleText.Cut(one.File.Path, LongestPath));
            html.Add($"</th><td>{one.Open}</td><td>{Wording.NumberOrDash(before?.Open)}</td>");
            html.Add(
                $"<td>{Wording.NumberOrDash(now?.Completed)}</td><td>{Wording.NumberOrDash(before?.Completed)}</td>"
            );
            html.Add($"<td>{FiguresText.Drain(one.DrainWeeks)}</td>");
            html.Add(
                $"<td>{PageText.Hours(now?.HoursSaved.Value)}</td><td>{PageText.Hours(before?.HoursSaved.Value)}</td>"
            );
            _ =
                one.Outcome is Outcome.Fail
                    ? html.Add($"<td class=\"left\"><span class=\"chip error\">failed</span></td></tr>")
                    : html.Add($"<td class=\"left\"><span class=\"chip first\">passed</span></td></tr>");
        }

        html.Add($"</tbody></table></div>");
        if (report.Backlogs.Length > MaxRows)
        {
            html.Add($"<p class=\"note\">{report.Backlogs.Length - MaxRows} more are in the JSON report.</p>");
        }

        html.Add($"</div>\n");
    }
}
