using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>
/// One line of JSON per run, for a file or a store with the runs of many repositories; docs/fleet.md describes it. Every record
/// has all fields, flat and of one type each, so that any database can read them as columns.
/// </summary>
internal static class PeriodReportSummary
{
    public static JsonContract<(ImprovementReport Report, string? RunAt)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "toolVersion", one => one.Report.Verdict.ToolVersion },
            { "runAt", one => one.RunAt },
            { "repository", one => one.Report.Name },
            { "asOf", one => one.Report.Verdict.AsOf },
            { "verdict", one => JsonText.Word(one.Report.Verdict.Outcome) },
            { "errors", one => one.Report.Verdict.Count(Severity.Error) },
            { "warnings", one => one.Report.Verdict.Count(Severity.Warning) },
            { "infos", one => one.Report.Verdict.Count(Severity.Info) },
            { "rulesNotEvaluated", one => VerdictText.NotEvaluated(one.Report.Verdict) },
            { "from", one => one.Report.Period.From },
            { "to", one => one.Report.Period.To },
            { "weeks", one => one.Report.Period.Weeks },
            { "open", one => one.Report.Stock.Open },
            { "identifiedInAll", one => one.Report.Stock.Identified },
            { "executedInAll", one => one.Report.Stock.Executed },
            { "executionRateInAll", one => one.Report.Stock.ExecutionRate.Value },
            { "captured", one => one.Report.Flow.Captured.Value },
            { "identified", one => one.Report.Flow.Identified.Value },
            { "executed", one => one.Report.Flow.Executed.Value },
            { "rejected", one => one.Report.Flow.Rejected.Value },
            { "dropped", one => one.Report.Flow.Dropped.Value },
            { "seenAgain", one => one.Report.SeenAgain },
            { "executionRate", one => one.Report.Flow.ExecutionRate.Value },
            { "executionRateLow", one => one.Report.Flow.ExecutionRate.Low },
            { "executionRateHigh", one => one.Report.Flow.ExecutionRate.High },
            { "arrivalsPerWeek", one => one.Report.Flow.ArrivalsPerWeek.Value },
            { "departuresPerWeek", one => one.Report.Flow.DeparturesPerWeek.Value },
            { "cycleDaysMedian", one => one.Report.CycleDays.Median },
            { "cycleDays85", one => one.Report.CycleDays.Percentile85 },
            { "ageDaysMedian", one => one.Report.AgeDays.Median },
            { "ageDays85", one => one.Report.AgeDays.Percentile85 },
            { "hoursSpent", one => one.Report.Investment.HoursSpent.Value },
            { "capacityHours", one => one.Report.Investment.CapacityHours },
            { "workingHours", one => one.Report.Investment.WorkingHours },
            { "planningHours", one => one.Report.Investment.PlanningHours },
            { "hoursSaved", one => one.Report.Accrued.HoursSaved.Value },
            { "roi", one => one.Report.Accrued.Gross.Value },
            { "roiWithPlanning", one => one.Report.Accrued.GrossWithPlanning.Value },
            { "roiAtFullPace", one => one.Report.AtFullPace.Gross.Value },
            { "drain", one => JsonText.Word(one.Report.Drain.Outcome) },
            { "drainWeeks50", one => WeeksOf(one.Report.Drain, 0) },
            { "drainWeeks85", one => WeeksOf(one.Report.Drain, 1) },
            { "drainWeeks95", one => WeeksOf(one.Report.Drain, 2) },
            { "todaysOpenWeeks85", one => WeeksOf(one.Report.TodaysOpen, 1) },
            { "metricsDegrading", one => one.Report.Metrics.Count(metric => metric.Signal is not null) },
        };

    public static ReportFormat<ImprovementReport> Format { get; } =
        new(
            "ndjson",
            "one line of figures per run, to collect from many repositories",
            (report, options, stream) =>
                Contract.Write(
                    stream,
                    (report, options.At is { } at ? $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : null),
                    isIndented: false
                )
        );

    private static int? WeeksOf(DrainForecast forecast, int chance) =>
        chance < forecast.Chances.Length ? forecast.Chances[chance].Weeks : null;
}
