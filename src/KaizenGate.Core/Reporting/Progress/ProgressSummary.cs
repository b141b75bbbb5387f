using System.Text.Json;
using KaizenGate.Planning.Progress;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting.Progress;

/// <summary>
/// One line of JSON a run, for a file or a store that holds the runs of many repositories; docs/fleet.md describes and queries
/// it. All fields are there in every record, flat and of one type each, so that any engine reads them as columns.
/// </summary>
internal static class ProgressSummary
{
    public const int SchemaVersion = 1;

    public static ProgressFormat Format { get; } =
        new("ndjson", "one line of figures per run, to collect from many repositories", Write);

    private static void Write(ImprovementReport report, ProgressOptions options, Stream stream) =>
        JsonText.WriteLine(stream, json => Write(json, report, options));

    private static void Write(Utf8JsonWriter json, ImprovementReport report, ProgressOptions options)
    {
        var (flow, invested) = (report.Flow, report.Investment);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("toolVersion", report.Verdict.ToolVersion);
        json.WriteString("runAt", options.At is { } at ? $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : null);
        json.WriteString("repository", report.Name);
        json.WriteString("asOf", ProgressWords.Day(report.Verdict.AsOf));
        json.WriteString("verdict", ProgressWords.OutcomeKey(report.Verdict.Outcome));
        json.WriteNumber("errors", report.Verdict.Count(Settings.Severity.Error));
        json.WriteNumber("warnings", report.Verdict.Count(Settings.Severity.Warning));
        json.WriteNumber("infos", report.Verdict.Count(Settings.Severity.Info));
        json.WriteNumber("rulesNotEvaluated", NotEvaluatedText.CountRules(report.Verdict));
        json.WriteString("from", ProgressWords.Day(report.Period.From));
        json.WriteString("to", ProgressWords.Day(report.Period.To));
        json.WriteNumber("weeks", report.Period.Weeks);
        json.WriteNumber("open", report.Stock.Open);
        json.WriteNumber("identifiedInAll", report.Stock.Identified);
        json.WriteNumber("executedInAll", report.Stock.Executed);
        json.FiniteOrNull("executionRateInAll", report.Stock.ExecutionRate.Value);
        json.Figure("captured", flow.Captured);
        json.Figure("identified", flow.Identified);
        json.Figure("executed", flow.Executed);
        json.Figure("rejected", flow.Rejected);
        json.Figure("dropped", flow.Dropped);
        json.FiniteOrNull("executionRate", flow.ExecutionRate.Value);
        json.FiniteOrNull("executionRateLow", flow.ExecutionRate.Low);
        json.FiniteOrNull("executionRateHigh", flow.ExecutionRate.High);
        json.Figure("arrivalsPerWeek", flow.ArrivalsPerWeek);
        json.Figure("departuresPerWeek", flow.DeparturesPerWeek);
        json.FiniteOrNull("cycleDaysMedian", report.CycleDays.Median);
        json.FiniteOrNull("cycleDays85", report.CycleDays.Percentile85);
        json.FiniteOrNull("ageDaysMedian", report.AgeDays.Median);
        json.FiniteOrNull("ageDays85", report.AgeDays.Percentile85);
        json.Figure("hoursSpent", invested.HoursSpent);
        json.WriteNumber("capacityHours", invested.CapacityHours);
        json.WriteNumber("workingHours", invested.WorkingHours);
        json.WriteNumber("planningHours", invested.PlanningHours);
        json.Figure("hoursSaved", report.Accrued.HoursSaved);
        json.Figure("roi", report.Accrued.Gross);
        json.Figure("roiWithPlanning", report.Accrued.GrossWithPlanning);
        json.Figure("roiAtFullPace", report.AtFullPace.Gross);
        json.WriteString("drain", ProgressWords.OutcomeKey(report.Drain.Outcome));
        json.NumberOrNull("drainWeeks50", WeeksOf(report.Drain, 0));
        json.NumberOrNull("drainWeeks85", WeeksOf(report.Drain, 1));
        json.NumberOrNull("drainWeeks95", WeeksOf(report.Drain, 2));
        json.NumberOrNull("todaysOpenWeeks85", WeeksOf(report.TodaysOpen, 1));
        json.WriteNumber("metricsDegrading", report.Metrics.Count(metric => metric.Signal is not null));
        json.WriteEndObject();
    }

    private static int? WeeksOf(DrainForecast forecast, int chance) =>
        chance < forecast.Chances.Length ? forecast.Chances[chance].Weeks : null;
}
