using KaizenGate.Core.Agents;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>
/// The report for programs; docs/report.md describes it. A breaking change raises the schema version. All figures in all
/// formats can be recomputed from it.
/// </summary>
internal static class PeriodReportJson
{
    private static readonly JsonContract<ReportPeriod> Period = new()
    {
        { "from", period => period.From },
        { "to", period => period.To },
        { "wantedFrom", period => period.Requested },
        { "days", period => period.Days },
        { "weeks", period => period.Weeks },
        { "cutShortBy", period => period.CutShortBy },
        { "unknown", period => period.Unknown },
    };

    private static readonly JsonContract<StockFigures> Stock = new()
    {
        { "open", stock => stock.Open },
        { "inProgress", stock => stock.InProgress },
        { "deferred", stock => stock.Deferred },
        { "identified", stock => stock.Identified },
        { "executed", stock => stock.Executed },
        { "executionRate", stock => stock.ExecutionRate },
    };

    private static readonly JsonContract<FlowFigures> Flow = new()
    {
        { "captured", flow => flow.Captured },
        { "identified", flow => flow.Identified },
        { "executed", flow => flow.Executed },
        { "rejected", flow => flow.Rejected },
        { "dropped", flow => flow.Dropped },
        { "executionRate", flow => flow.ExecutionRate },
        { "arrivalsPerWeek", flow => flow.ArrivalsPerWeek },
        { "departuresPerWeek", flow => flow.DeparturesPerWeek },
    };

    private static readonly JsonContract<Investment> Investment = new()
    {
        { "hoursSpent", one => one.HoursSpent },
        { "logged", one => one.Logged },
        { "completed", one => one.Completed },
        { "workingHours", one => one.WorkingHours },
        { "capacityHours", one => one.CapacityHours },
        { "shareOfWorkingTime", one => one.ShareOfWorkingTime },
        { "shareOfCapacity", one => one.ShareOfCapacity },
        { "planningHours", one => one.PlanningHours },
    };

    private static readonly JsonContract<Return> Return = new()
    {
        { "hoursSaved", one => one.HoursSaved },
        { "measured", one => one.Measured },
        { "gross", one => one.Gross },
        { "net", one => one.Net },
        { "grossWithPlanning", one => one.GrossWithPlanning },
        { "netWithPlanning", one => one.NetWithPlanning },
    };

    private static readonly JsonContract<Spread> Spread = new()
    {
        { "count", days => days.Count },
        { "median", days => days.Median },
        { "percentile85", days => days.Percentile85 },
        { "percentile95", days => days.Percentile95 },
    };

    private static readonly JsonContract<SpanFigures> Span = new()
    {
        { "from", span => span.From },
        { "to", span => span.To },
        { "captured", span => span.Captured },
        { "completed", span => span.Completed },
        { "departed", span => span.Departed },
        { "open", span => span.Open },
        { "cycleDays", span => span.CycleDays, Spread },
        { "hoursSpent", span => span.HoursSpent },
        { "hoursSaved", span => span.HoursSaved },
    };

    private static readonly JsonContract<PeriodComparison> Comparison = new()
    {
        { "now", comparison => comparison.Now, Span },
        { "before", comparison => comparison.Before, Span },
        { "missing", comparison => comparison.Missing },
    };

    private static readonly JsonContract<BacklogProgress> Backlog = new()
    {
        { "path", one => one.File.Path },
        { "verdict", one => JsonText.Word(one.Outcome) },
        { "open", one => one.Open },
        { "drainWeeks", one => one.DrainWeeks },
        { "comparison", one => one.Comparison, Comparison },
    };

    private static readonly JsonContract<SummaryText> Sentence = new()
    {
        { "answer", sentence => sentence.Answer },
        { "facts", sentence => sentence.Facts },
    };

    private static readonly JsonContract<DrainChance> Chance = new()
    {
        { "probability", chance => chance.Probability },
        { "weeks", chance => chance.Weeks },
        { "date", chance => chance.Day },
    };

    private static readonly JsonContract<DrainForecast> Forecast = new()
    {
        { "outcome", forecast => JsonText.Word(forecast.Outcome) },
        { "missing", forecast => forecast.Missing },
        { "open", forecast => forecast.Open },
        { "trials", forecast => forecast.Trials },
        { "arrivals", forecast => forecast.Arrivals },
        { "departures", forecast => forecast.Departures },
        { "assumesBalance", forecast => forecast.AssumesBalance },
        { "chances", forecast => forecast.Chances, Chance },
    };

    private static readonly JsonContract<LastingEffects> LastingEffects = new()
    {
        { "lasted", effects => effects.Lasted },
        { "compared", effects => effects.Compared },
        { "remeasured", effects => effects.MeasuredAgain },
        { "due", effects => effects.Due },
    };

    private static readonly JsonContract<CategoryFigures> Category = new()
    {
        { "category", one => JsonText.WordOrNull(one.Category) },
        { "completed", one => one.Completed },
        { "share", one => one.Share },
        { "hoursSpent", one => one.HoursSpent.Value },
        { "hoursSavedPerWeek", one => one.HoursSavedPerWeek.Value },
        { "hoursSaved", one => one.HoursSaved.Value },
    };

    private static readonly JsonContract<ReportWeek> Week = new()
    {
        { "first", week => week.First },
        { "last", week => week.Last },
        { "days", week => week.Days },
        { "captured", week => week.Captured },
        { "completed", week => week.Completed },
        { "rejected", week => week.Rejected },
        { "dropped", week => week.Dropped },
        { "departed", week => week.Departed },
        { "identifiedInAll", week => week.Identified },
        { "executedInAll", week => week.Executed },
        { "open", week => week.Open },
        { "hoursSpent", week => week.HoursSpent },
        { "hoursSavedPerWeek", week => week.HoursSavedPerWeek },
        { "hoursSavedInAll", week => week.HoursSaved },
        { "executionRate", week => week.ExecutionRate },
    };

    private static readonly JsonContract<CompoundingPoint> Compounding = new()
    {
        { "date", point => point.Day },
        { "weeks", point => point.Weeks },
        { "onePercent", point => point.OnePercent },
        { "byHours", point => point.ByHours },
        { "byMetrics", point => point.ByMetrics },
    };

    private static readonly JsonContract<CompletedImprovement> Completion = new()
    {
        { "date", one => one.Day },
        { "id", one => one.Id },
        { "title", one => one.Title },
        { "category", one => JsonText.WordOrNull(one.Category) },
        { "path", one => one.File.Path },
        { "line", one => one.Line },
        { "cycleDays", one => one.CycleDays },
        { "leadDays", one => one.LeadDays },
        { "hoursSpent", one => one.HoursSpent },
        { "hoursSavedPerWeek", one => one.HoursSavedPerWeek },
        { "hoursSaved", one => one.HoursSaved },
        { "roi", one => one.Roi },
        { "paybackWeeks", one => one.PaybackWeeks },
        { "measured", one => one.Measured },
    };

    private static readonly JsonContract<OpenImprovement> Open = new()
    {
        { "id", one => one.Id },
        { "title", one => one.Title },
        { "path", one => one.File.Path },
        { "line", one => one.Line },
        { "status", one => JsonText.WordOrNull(one.Status) },
        { "category", one => JsonText.WordOrNull(one.Category) },
        { "impact", one => one.Impact },
        { "effort", one => one.Effort },
        { "score", one => one.Score },
        { "ageDays", one => one.AgeDays },
        { "atLeastThatOld", one => one.IsAtLeastThatOld },
    };

    private static readonly JsonContract<AgeBand> AgeBand = new()
    {
        { "fromDays", band => band.FromDays },
        { "toDays", band => band.ToDays },
        { "count", band => band.Count },
    };

    private static readonly JsonContract<SessionFigures> Sessions = new()
    {
        { "sessions", one => one.Sessions },
        { "asked", one => one.Asked },
        { "answered", one => one.Answered },
        { "captured", one => one.Delta.Captured },
        { "seen", one => one.Delta.Seen },
        { "completed", one => one.Delta.Completed },
        { "reasons", one => one.Reasons },
        { "failed", one => one.Failed },
    };

    private static readonly JsonContract<MeasuredSignal> Signal = new()
    {
        { "key", one => one.Effect.Key.Text },
        { "id", one => one.Item.Id },
        { "title", one => one.Item.Title },
        { "path", one => one.File.Path },
        { "line", one => one.Item.Span.Line },
        { "date", one => one.Completed },
        { "outcome", one => JsonText.Word(one.Effect.Outcome) },
        { "countBefore", one => one.Effect.Before },
        { "weeksBefore", one => (double?)one.Effect.WeeksBefore },
        { "perWeekBefore", one => one.Effect.PerWeekBefore },
        { "countAfter", one => one.Effect.After },
        { "weeksAfter", one => (double?)one.Effect.WeeksAfter },
        { "perWeekAfter", one => one.Effect.PerWeekAfter },
        { "ratio", one => one.Effect.Ratio?.Value },
        { "ratioLow", one => one.Effect.Ratio?.Low },
        { "ratioHigh", one => one.Effect.Ratio?.High },
        { "missing", one => one.Effect.Missing },
    };

    public static JsonContract<Finding> Finding { get; } =
        new()
        {
            { "ruleId", finding => finding.Rule.Id },
            { "name", finding => finding.Rule.Name },
            { "severity", finding => StatusText.Words(finding.Severity) },
            { "message", finding => finding.Message },
            { "path", finding => finding.File.Path },
            { "line", finding => finding.Span.Line },
            { "column", finding => finding.Span.Column },
            { "counts", finding => finding.Counts },
        };

    public static JsonContract<ImprovementReport> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", report => report.Verdict.ToolVersion, JsonReport.Tool },
            { "name", report => report.Name },
            { "asOf", report => report.Verdict.AsOf },
            { "verdict", report => JsonText.Word(report.Verdict.Outcome) },
            { "period", report => report.Period, Period },
            { "trend", report => JsonText.Word(report.Trend) },
            { "summary", report => SummaryText.Of(report), Sentence },
            { "comparison", report => report.Comparison, Comparison },
            { "backlogs", report => report.Backlogs, Backlog },
            { "stock", report => report.Stock, Stock },
            { "flow", report => report.Flow, Flow },
            { "seenAgain", report => report.SeenAgain },
            { "sessions", report => report.Sessions, Sessions },
            { "investment", report => report.Investment, Investment },
            { "accrued", report => report.Accrued, Return },
            { "atFullPace", report => report.AtFullPace, Return },
            { "cycleDays", report => report.CycleDays, Spread },
            { "leadDays", report => report.LeadDays, Spread },
            { "ageDays", report => report.AgeDays, Spread },
            { "highestScoresForecast", report => report.HighestScores, Forecast },
            { "todaysOpenForecast", report => report.TodaysOpen, Forecast },
            { "drainForecast", report => report.Drain, Forecast },
            { "calibration", report => report.Calibration, CalibrationJson.Contract },
            { "lastingEffects", report => report.LastingEffects, LastingEffects },
            { "categories", report => report.Categories, Category },
            { "weeks", report => report.Weeks, Week },
            { "compounding", report => report.Compounding, Compounding },
            { "completions", report => report.Completions, Completion },
            { "open", report => report.Open, Open },
            { "ageBands", report => report.AgeBands, AgeBand },
            { "metrics", report => report.Metrics, MetricJson.Chart },
            { "signals", report => report.Signals, Signal },
            { "findings", report => report.Verdict.Findings, Finding },
            { "notEvaluated", report => report.Verdict.NotEvaluated, JsonReport.NotEvaluated },
        };

    public static ReportFormat<ImprovementReport> Format { get; } =
        new(
            "json",
            "for programs: every figure, and all that it is computed from",
            (report, _, stream) => Contract.Write(stream, report)
        );
}
