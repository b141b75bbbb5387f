using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>
/// One line of JSON per run, for a file or a store with the runs of many repositories; docs/fleet.md describes it. Every record
/// has all fields, flat and of one type each, so that any database can read them as columns.
/// </summary>
internal sealed class PeriodReportSummary(string? runAt) : JsonView<ImprovementReport>
{
    public static PeriodReportFormat Format { get; } =
        new(
            "ndjson",
            "one line of figures per run, to collect from many repositories",
            (report, options, stream) =>
                JsonText.WriteLine(
                    stream,
                    new PeriodReportSummary(options.At is { } at ? $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : null)
                    {
                        Source = report,
                    },
                    PeriodReportJsonContext.Default.PeriodReportSummary
                )
        );

    public int SchemaVersion { get; } = 1;
    public string ToolVersion => Source.Verdict.ToolVersion;
    public string? RunAt => runAt;
    public string? Repository => Source.Name;
    public DateOnly AsOf => Source.Verdict.AsOf;
    public string Verdict => JsonWord.Of(Source.Verdict.Outcome);
    public int Errors => Source.Verdict.Count(Severity.Error);
    public int Warnings => Source.Verdict.Count(Severity.Warning);
    public int Infos => Source.Verdict.Count(Severity.Info);
    public int RulesNotEvaluated => NotEvaluatedText.CountRules(Source.Verdict);
    public DateOnly From => Source.Period.From;
    public DateOnly To => Source.Period.To;
    public JsonNumber Weeks => Source.Period.Weeks;
    public int Open => Source.Stock.Open;
    public int IdentifiedInAll => Source.Stock.Identified;
    public int ExecutedInAll => Source.Stock.Executed;
    public JsonNumber ExecutionRateInAll => Source.Stock.ExecutionRate.Value;
    public JsonNumber Captured => Source.Flow.Captured;
    public JsonNumber Identified => Source.Flow.Identified;
    public JsonNumber Executed => Source.Flow.Executed;
    public JsonNumber Rejected => Source.Flow.Rejected;
    public JsonNumber Dropped => Source.Flow.Dropped;
    public JsonNumber ExecutionRate => Source.Flow.ExecutionRate.Value;
    public JsonNumber ExecutionRateLow => Source.Flow.ExecutionRate.Low;
    public JsonNumber ExecutionRateHigh => Source.Flow.ExecutionRate.High;
    public JsonNumber ArrivalsPerWeek => Source.Flow.ArrivalsPerWeek;
    public JsonNumber DeparturesPerWeek => Source.Flow.DeparturesPerWeek;
    public JsonNumber CycleDaysMedian => Source.CycleDays.Median;
    public JsonNumber CycleDays85 => Source.CycleDays.Percentile85;
    public JsonNumber AgeDaysMedian => Source.AgeDays.Median;
    public JsonNumber AgeDays85 => Source.AgeDays.Percentile85;
    public JsonNumber HoursSpent => Source.Investment.HoursSpent;
    public JsonNumber CapacityHours => Source.Investment.CapacityHours;
    public JsonNumber WorkingHours => Source.Investment.WorkingHours;
    public JsonNumber PlanningHours => Source.Investment.PlanningHours;
    public JsonNumber HoursSaved => Source.Accrued.HoursSaved;
    public JsonNumber Roi => Source.Accrued.Gross;
    public JsonNumber RoiWithPlanning => Source.Accrued.GrossWithPlanning;
    public JsonNumber RoiAtFullPace => Source.AtFullPace.Gross;
    public string Drain => JsonWord.Of(Source.Drain.Outcome);
    public int? DrainWeeks50 => WeeksOf(Source.Drain, 0);
    public int? DrainWeeks85 => WeeksOf(Source.Drain, 1);
    public int? DrainWeeks95 => WeeksOf(Source.Drain, 2);
    public int? TodaysOpenWeeks85 => WeeksOf(Source.TodaysOpen, 1);
    public int MetricsDegrading => Source.Metrics.Count(metric => metric.Signal is not null);

    private static int? WeeksOf(DrainForecast forecast, int chance) =>
        chance < forecast.Chances.Length ? forecast.Chances[chance].Weeks : null;
}
