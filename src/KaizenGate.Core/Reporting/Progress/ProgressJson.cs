using KaizenGate.Checking;
using KaizenGate.Planning.Progress;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting.Progress;

/// <summary>
/// The whole report for programs, as docs/report.md describes it. A change that breaks a reader raises the schema version.
/// Every figure of every format can be recomputed from it.
/// </summary>
internal sealed class ProgressJson(ImprovementReport report)
{
    public static ProgressFormat Format { get; } =
        new(
            "json",
            "for programs: every figure, and all that it is computed from",
            (report, _, stream) =>
                JsonText.Write(stream, new ProgressJson(report), ReportJsonContext.Default.ProgressJson)
        );

    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(report.Verdict.ToolVersion);
    public string? Name => report.Name;
    public DateOnly AsOf => report.Verdict.AsOf;
    public string Verdict => JsonWord.Of(report.Verdict.Outcome);
    public PeriodJson Period => new(report.Period);
    public IEnumerable<ReportedBacklogJson> Backlogs =>
        report.Backlogs.Select(backlog => new ReportedBacklogJson(backlog));

    public StockJson Stock => new(report.Stock);
    public FlowJson Flow => new(report.Flow);
    public InvestmentJson Investment => new(report.Investment);
    public ReturnJson Accrued => new(report.Accrued);
    public ReturnJson AtFullPace => new(report.AtFullPace);
    public SpreadJson CycleDays => new(report.CycleDays);
    public SpreadJson LeadDays => new(report.LeadDays);
    public SpreadJson AgeDays => new(report.AgeDays);
    public ForecastJson TodaysOpenForecast => new(report.TodaysOpen);
    public ForecastJson DrainForecast => new(report.Drain);

    public IEnumerable<CategoryJson> Categories => report.Categories.Select(one => new CategoryJson(one));
    public IEnumerable<ReportWeekJson> Weeks => report.Weeks.Select(week => new ReportWeekJson(week));
    public IEnumerable<CompoundingJson> Compounding => report.Compounding.Select(point => new CompoundingJson(point));
    public IEnumerable<CompletionJson> Completions => report.Completions.Select(one => new CompletionJson(one));
    public IEnumerable<OpenJson> Open => report.Open.Select(one => new OpenJson(one));
    public IEnumerable<AgeBandJson> AgeBands => report.AgeBands.Select(band => new AgeBandJson(band));
    public IEnumerable<MetricJson> Metrics => report.Metrics.Select(chart => new MetricJson(chart));
    public IEnumerable<ReportFindingJson> Findings =>
        report.Verdict.Findings.Select(finding => new ReportFindingJson(finding));
    public IEnumerable<NotEvaluatedJson> NotEvaluated =>
        report.Verdict.NotEvaluated.Select(missing => new NotEvaluatedJson(missing));
}

internal sealed class PeriodJson(ReportPeriod period)
{
    public DateOnly From => period.From;
    public DateOnly To => period.To;
    public DateOnly WantedFrom => period.Wanted;
    public int Days => period.Days;
    public JsonNumber Weeks => period.Weeks;
    public string? CutShortBy => period.CutShortBy;
    public string? Unknown => period.Unknown;
}

internal sealed class ReportedBacklogJson(ReportedBacklog backlog)
{
    public string Path => backlog.File.Path;
}

internal sealed class ReportFindingJson(Finding finding)
{
    public string RuleId => finding.Rule.Id;
    public string Name => finding.Rule.Name;
    public string Severity => SeverityText.Of(finding.Severity);
    public string Message => finding.Message;
    public string Path => finding.File.Path;
    public int Line => finding.Span.Line;
    public int Column => finding.Span.Column;
    public bool Counts => finding.Counts;
}
