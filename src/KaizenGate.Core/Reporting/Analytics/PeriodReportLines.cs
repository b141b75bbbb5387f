using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The figures of a report in words, by group.</summary>
internal static class PeriodReportLines
{
    /// <summary>The period, and what is unknown about it.</summary>
    public static string Period(ImprovementReport report)
    {
        var period = report.Period;
        var weeks = Wording.Count(Math.Round(period.Weeks, 1), "week");
        var text = $"{PeriodReportWording.Day(period.From)} to {PeriodReportWording.Day(period.To)}, {weeks}";
        return (period.Unknown, period.CutShortBy) switch
        {
            ({ } unknown, _) => $"{text}; history unknown: {unknown}",
            (_, { } cut) => $"{text}; unknown before: {cut}",
            _ => text,
        };
    }

    /// <summary>The groups with their figures: the label, and the value or why it is missing.</summary>
    public static IEnumerable<(string Title, (string Label, string Value)[] Lines)> Of(ImprovementReport report)
    {
        var (flow, stock) = (report.Flow, report.Stock);
        yield return (
            "Improvements",
            [
                (
                    "identified",
                    PeriodReportWording.OrReason(
                        $"{PeriodReportWording.Count(flow.Identified)} (arrivals {PerWeek(flow.ArrivalsPerWeek)})",
                        flow.Identified.Missing
                    )
                ),
                (
                    "executed",
                    PeriodReportWording.OrReason(
                        $"{PeriodReportWording.Count(flow.Executed)} (departures {PerWeek(flow.DeparturesPerWeek)})",
                        flow.Executed.Missing
                    )
                ),
                (
                    "execution rate",
                    PeriodReportWording.OrReason(
                        PeriodReportWording.Rate(flow.ExecutionRate),
                        flow.ExecutionRate.Missing
                    )
                ),
                (
                    "all time",
                    $"{stock.Identified} identified, {stock.Executed} executed, {PeriodReportWording.Rate(stock.ExecutionRate)}"
                ),
                ("open", $"{stock.Open}"),
            ]
        );
        yield return (
            "Time",
            [
                (
                    "cycle time in days",
                    PeriodReportWording.OrReason(PeriodReportWording.Days(report.CycleDays), report.CycleDays.Missing)
                ),
                (
                    "capture to completion",
                    PeriodReportWording.OrReason(PeriodReportWording.Days(report.LeadDays), report.LeadDays.Missing)
                ),
                (
                    "age of open items",
                    PeriodReportWording.OrReason(PeriodReportWording.Days(report.AgeDays), report.AgeDays.Missing)
                ),
                ("current backlog done", PeriodReportWording.Forecast(report.TodaysOpen)),
                ("backlog empty", PeriodReportWording.Forecast(report.Drain)),
            ]
        );
        var invested = report.Investment;
        yield return (
            "Return",
            [
                (
                    "hours spent",
                    PeriodReportWording.OrReason(
                        $"{PeriodReportWording.Hours(invested.HoursSpent)} of {PeriodReportWording.Hours(invested.CapacityHours)} planned"
                            + $" ({PeriodReportWording.Share(invested.ShareOfWorkingTime.Value)} of the working time; {Wording.Count(invested.Logged, "completion")})",
                        invested.HoursSpent.Missing
                    )
                ),
                (
                    "hours saved",
                    PeriodReportWording.OrReason(
                        $"{PeriodReportWording.Hours(report.Accrued.HoursSaved)} since completion ({Wording.Count(report.Accrued.Measured, "completion")})",
                        report.Accrued.HoursSaved.Missing
                    )
                ),
                ("return on investment", Return(report.Accrued)),
                ("incl. 40 min planning", ReturnWithPlanning(report.Accrued)),
                ("if all from day one", Return(report.AtFullPace)),
                ("day one incl. planning", ReturnWithPlanning(report.AtFullPace)),
            ]
        );
        if (!report.Compounding.IsEmpty)
        {
            var last = report.Compounding[^1];
            yield return (
                "Improvement since day one",
                [
                    ("1% per week would be", $"{last.OnePercent:0.00}×"),
                    (
                        "by hours saved",
                        PeriodReportWording.OrReason(PeriodReportWording.Ratio(last.ByHours), last.ByHours.Missing)
                    ),
                    (
                        "by metrics",
                        PeriodReportWording.OrReason(PeriodReportWording.Ratio(last.ByMetrics), last.ByMetrics.Missing)
                    ),
                ]
            );
        }

        if (!report.Metrics.IsEmpty)
        {
            yield return (
                "Metrics",
                [.. report.Metrics.Select(chart => (chart.Name, chart.Signal ?? MetricText.Line(chart)))]
            );
        }

        yield return (
            "Gate",
            [("verdict", $"{VerdictText.Outcome(report.Verdict)}: {VerdictText.Grounds(report.Verdict)}")]
        );
    }

    public static string Name(CompletedImprovement one) => one.Id is null ? one.Title : $"{one.Id} {one.Title}";

    public static string Payback(CompletedImprovement one) =>
        one.PaybackWeeks.Value is { } weeks ? Wording.Count(Math.Round(weeks, 1), "week") : "–";

    private static string PerWeek(Figure pace) => FiguresText.PerWeek(pace.Value);

    private static string Return(Return back) =>
        PeriodReportWording.OrReason(PeriodReportWording.Return(back.Gross, back.Net), back.Gross.Missing);

    private static string ReturnWithPlanning(Return back) =>
        PeriodReportWording.OrReason(
            PeriodReportWording.Return(back.GrossWithPlanning, back.NetWithPlanning),
            back.GrossWithPlanning.Missing
        );
}
