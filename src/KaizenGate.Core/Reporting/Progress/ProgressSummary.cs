using KaizenGate.Planning.Progress;
using KaizenGate.Reporting.Escaping;
using KaizenGate.Settings;

namespace KaizenGate.Reporting.Progress;

/// <summary>
/// One line of JSON a run, for a file or a store that holds the runs of many repositories; docs/fleet.md describes and queries
/// it. All fields are there in every record, flat and of one type each, so that any engine reads them as columns.
/// </summary>
internal sealed class ProgressSummary(ImprovementReport report, DateTimeOffset? at)
{
    public static ProgressFormat Format { get; } =
        new(
            "ndjson",
            "for fleets: one record of figures a run, on one line",
            (report, options, stream) =>
                JsonText.WriteLine(
                    stream,
                    new ProgressSummary(report, options.At),
                    ReportJsonContext.Default.ProgressSummary
                )
        );

    public int SchemaVersion { get; } = 1;
    public string ToolVersion => report.Verdict.ToolVersion;
    public string? RunAt => at is { } moment ? $"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : null;
    public string? Repository => report.Name;
    public DateOnly AsOf => report.Verdict.AsOf;
    public string Verdict => JsonWord.Of(report.Verdict.Outcome);
    public int Errors => report.Verdict.Count(Severity.Error);
    public int Warnings => report.Verdict.Count(Severity.Warning);
    public int Infos => report.Verdict.Count(Severity.Info);
    public int RulesNotEvaluated => NotEvaluatedText.CountRules(report.Verdict);
    public DateOnly From => report.Period.From;
    public DateOnly To => report.Period.To;
    public JsonNumber Weeks => report.Period.Weeks;
    public int Open => report.Stock.Open;
    public int IdentifiedInAll => report.Stock.Identified;
    public int ExecutedInAll => report.Stock.Executed;
    public JsonNumber ExecutionRateInAll => report.Stock.ExecutionRate.Value;
    public JsonNumber Captured => report.Flow.Captured;
    public JsonNumber Identified => report.Flow.Identified;
    public JsonNumber Executed => report.Flow.Executed;
    public JsonNumber Rejected => report.Flow.Rejected;
    public JsonNumber Dropped => report.Flow.Dropped;
    public JsonNumber ExecutionRate => report.Flow.ExecutionRate.Value;
    public JsonNumber ExecutionRateLow => report.Flow.ExecutionRate.Low;
    public JsonNumber ExecutionRateHigh => report.Flow.ExecutionRate.High;
    public JsonNumber ArrivalsPerWeek => report.Flow.ArrivalsPerWeek;
    public JsonNumber DeparturesPerWeek => report.Flow.DeparturesPerWeek;
    public JsonNumber CycleDaysMedian => report.CycleDays.Median;
    public JsonNumber CycleDays85 => report.CycleDays.Percentile85;
    public JsonNumber AgeDaysMedian => report.AgeDays.Median;
    public JsonNumber AgeDays85 => report.AgeDays.Percentile85;
    public JsonNumber HoursSpent => report.Investment.HoursSpent;
    public JsonNumber CapacityHours => report.Investment.CapacityHours;
    public JsonNumber WorkingHours => report.Investment.WorkingHours;
    public JsonNumber PlanningHours => report.Investment.PlanningHours;
    public JsonNumber HoursSaved => report.Accrued.HoursSaved;
    public JsonNumber Roi => report.Accrued.Gross;
    public JsonNumber RoiWithPlanning => report.Accrued.GrossWithPlanning;
    public JsonNumber RoiAtFullPace => report.AtFullPace.Gross;
    public string Drain => JsonWord.Of(report.Drain.Outcome);
    public int? DrainWeeks50 => WeeksOf(report.Drain, 0);
    public int? DrainWeeks85 => WeeksOf(report.Drain, 1);
    public int? DrainWeeks95 => WeeksOf(report.Drain, 2);
    public int? TodaysOpenWeeks85 => WeeksOf(report.TodaysOpen, 1);
    public int MetricsDegrading => report.Metrics.Count(metric => metric.Signal is not null);

    private static int? WeeksOf(DrainForecast forecast, int chance) =>
        chance < forecast.Chances.Length ? forecast.Chances[chance].Weeks : null;
}
