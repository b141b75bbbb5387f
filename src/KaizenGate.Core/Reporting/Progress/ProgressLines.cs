using KaizenGate.Backlogs;
using KaizenGate.Planning.Progress;
using KaizenGate.Rules;

namespace KaizenGate.Reporting.Progress;

/// <summary>The figures of a report in words, in groups.</summary>
internal static class ProgressLines
{
    /// <summary>The days that it is about, and what is not known of them.</summary>
    public static string Period(ImprovementReport report)
    {
        var period = report.Period;
        var weeks = Wording.Count(Math.Round(period.Weeks, 1), "week");
        var text = $"{ProgressWords.Day(period.From)} to {ProgressWords.Day(period.To)}, {weeks}";
        return (period.Unknown, period.CutShortBy) switch
        {
            ({ } unknown, _) => $"{text}; what happened is not known: {unknown}",
            (_, { } cut) => $"{text}; not known before: {cut}",
            _ => text,
        };
    }

    /// <summary>The groups with their figures: what it is called, and the value or why there is none.</summary>
    public static IEnumerable<(string Title, (string Label, string Value)[] Lines)> Of(ImprovementReport report)
    {
        var (flow, stock) = (report.Flow, report.Stock);
        yield return (
            "Improvements",
            [
                (
                    "identified",
                    ProgressWords.OrReason(
                        $"{ProgressWords.Count(flow.Identified)} (arrivals {PerWeek(flow.ArrivalsPerWeek)})",
                        flow.Identified.Missing
                    )
                ),
                (
                    "executed",
                    ProgressWords.OrReason(
                        $"{ProgressWords.Count(flow.Executed)} (departures {PerWeek(flow.DeparturesPerWeek)})",
                        flow.Executed.Missing
                    )
                ),
                (
                    "execution rate",
                    ProgressWords.OrReason(ProgressWords.Rate(flow.ExecutionRate), flow.ExecutionRate.Missing)
                ),
                (
                    "all in all",
                    $"{stock.Identified} identified, {stock.Executed} executed, {ProgressWords.Rate(stock.ExecutionRate)}"
                ),
                ("open", $"{stock.Open}"),
            ]
        );
        yield return (
            "Time",
            [
                (
                    "cycle time in days",
                    ProgressWords.OrReason(ProgressWords.Days(report.CycleDays), report.CycleDays.Missing)
                ),
                (
                    "capture to completion",
                    ProgressWords.OrReason(ProgressWords.Days(report.LeadDays), report.LeadDays.Missing)
                ),
                (
                    "age of the open ones",
                    ProgressWords.OrReason(ProgressWords.Days(report.AgeDays), report.AgeDays.Missing)
                ),
                ("today's open are gone", ProgressWords.Forecast(report.TodaysOpen)),
                ("the backlog is empty", ProgressWords.Forecast(report.Drain)),
            ]
        );
        var invested = report.Investment;
        yield return (
            "Return",
            [
                (
                    "hours spent",
                    ProgressWords.OrReason(
                        $"{ProgressWords.Hours(invested.HoursSpent)} of {ProgressWords.Hours(invested.CapacityHours)} set aside"
                            + $" ({ProgressWords.Share(invested.ShareOfWorkingTime.Value)} of the working time; on {Wording.Count(invested.Logged, "completion")})",
                        invested.HoursSpent.Missing
                    )
                ),
                (
                    "hours saved",
                    ProgressWords.OrReason(
                        $"{ProgressWords.Hours(report.Accrued.HoursSaved)} since the days of completion (by {Wording.Count(report.Accrued.Measured, "completion")})",
                        report.Accrued.HoursSaved.Missing
                    )
                ),
                ("return on investment", Return(report.Accrued)),
                ("with 40 minutes of planning a week", ReturnWithPlanning(report.Accrued)),
                ("at full pace from the first day", Return(report.AtFullPace)),
                ("at full pace, with planning", ReturnWithPlanning(report.AtFullPace)),
            ]
        );
        if (!report.Compounding.IsEmpty)
        {
            var last = report.Compounding[^1];
            yield return (
                "Better than on the first day",
                [
                    ("1% a week would be", $"{last.OnePercent:0.00}×"),
                    (
                        "by the hours saved",
                        ProgressWords.OrReason(ProgressWords.Ratio(last.ByHours), last.ByHours.Missing)
                    ),
                    (
                        "by the metrics",
                        ProgressWords.OrReason(ProgressWords.Ratio(last.ByMetrics), last.ByMetrics.Missing)
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
        ProgressWords.OrReason(ProgressWords.Return(back.Gross, back.Net), back.Gross.Missing);

    private static string ReturnWithPlanning(Return back) =>
        ProgressWords.OrReason(
            ProgressWords.Return(back.GrossWithPlanning, back.NetWithPlanning),
            back.GrossWithPlanning.Missing
        );
}
