using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
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
        var text = $"{PeriodText.Day(period.From)} to {PeriodText.Day(period.To)}, {weeks}";
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
        var (flow, stock, spent, accrued) = (report.Flow, report.Stock, report.Investment, report.Accrued);
        var identified = $"{PeriodText.Count(flow.Identified)} (arrivals {PerWeek(flow.ArrivalsPerWeek)})";
        var executed = $"{PeriodText.Count(flow.Executed)} (departures {PerWeek(flow.DeparturesPerWeek)})";
        yield return (
            "Improvements",
            [
                ("identified", PeriodText.OrReason(identified, flow.Identified.Missing)),
                ("executed", PeriodText.OrReason(executed, flow.Executed.Missing)),
                (
                    "execution rate",
                    PeriodText.OrReason(PeriodText.Rate(flow.ExecutionRate), flow.ExecutionRate.Missing)
                ),
                (
                    "all time",
                    $"{stock.Identified} identified, {stock.Executed} executed, {PeriodText.Rate(stock.ExecutionRate)}"
                ),
                ("open", $"{stock.Open}"),
            ]
        );
        yield return (
            "Time",
            [
                ("cycle time in days", Days(report.CycleDays)),
                ("capture to completion", Days(report.LeadDays)),
                ("age of open items", Days(report.AgeDays)),
                ("current backlog done", PeriodText.Forecast(report.TodaysOpen)),
                ("backlog empty", PeriodText.Forecast(report.Drain)),
            ]
        );
        var hoursSpent =
            $"{PeriodText.Hours(spent.HoursSpent)} of {PeriodText.Hours(spent.CapacityHours)} planned"
            + $" ({PeriodText.Share(spent.ShareOfWorkingTime.Value)} of the working time; {Wording.Count(spent.Logged, "completion")})";
        var hoursSaved =
            $"{PeriodText.Hours(accrued.HoursSaved)} since completion ({Wording.Count(accrued.Measured, "completion")})";
        yield return (
            "Return",
            [
                ("hours spent", PeriodText.OrReason(hoursSpent, spent.HoursSpent.Missing)),
                ("hours saved", PeriodText.OrReason(hoursSaved, accrued.HoursSaved.Missing)),
                ("return on investment", Return(accrued.Gross, accrued.Net)),
                ("incl. 40 min planning", Return(accrued.GrossWithPlanning, accrued.NetWithPlanning)),
                ("if all from day one", Return(report.AtFullPace.Gross, report.AtFullPace.Net)),
                (
                    "day one incl. planning",
                    Return(report.AtFullPace.GrossWithPlanning, report.AtFullPace.NetWithPlanning)
                ),
            ]
        );
        if (!report.Compounding.IsEmpty)
        {
            var last = report.Compounding[^1];
            yield return (
                "Improvement since day one",
                [
                    ("1% per week would be", $"{last.OnePercent:0.00}×"),
                    ("by hours saved", Ratio(last.ByHours)),
                    ("by metrics", Ratio(last.ByMetrics)),
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

        yield return ("Gate", [("verdict", VerdictText.Line(report.Verdict))]);
    }

    public static string Name(CompletedImprovement one) => one.Id is null ? one.Title : $"{one.Id} {one.Title}";

    public static string Payback(CompletedImprovement one) =>
        one.PaybackWeeks.Value is { } weeks ? Wording.Count(Math.Round(weeks, 1), "week") : "–";

    private static string PerWeek(Figure rate) => FiguresText.PerWeek(rate.Value);

    private static string Days(Spread spread) => PeriodText.OrReason(PeriodText.Days(spread), spread.Missing);

    private static string Ratio(Figure ratio) => PeriodText.OrReason(PeriodText.Ratio(ratio), ratio.Missing);

    private static string Return(Figure gross, Figure net) =>
        PeriodText.OrReason(PeriodText.Return(gross, net), gross.Missing);
}
