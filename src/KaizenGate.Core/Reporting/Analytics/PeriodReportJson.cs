using System.Text.Json.Serialization;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>
/// The report for programs; docs/report.md describes it. A breaking change raises the schema version. All figures in all
/// formats can be recomputed from it.
/// </summary>
internal sealed class PeriodReportJson : JsonView<ImprovementReport>
{
    public static PeriodReportFormat Format { get; } =
        new(
            "json",
            "for programs: every figure, and all that it is computed from",
            (report, _, stream) =>
                JsonText.Write(
                    stream,
                    new PeriodReportJson { Source = report },
                    PeriodReportJsonContext.Default.PeriodReportJson
                )
        );

    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(Source.Verdict.ToolVersion);
    public string? Name => Source.Name;
    public DateOnly AsOf => Source.Verdict.AsOf;
    public string Verdict => JsonWord.Of(Source.Verdict.Outcome);
    public PeriodJson Period => new() { Source = Source.Period };
    public IEnumerable<ReportedBacklogJson> Backlogs =>
        Source.Backlogs.Select(backlog => new ReportedBacklogJson { Source = backlog });

    public StockJson Stock => new() { Source = Source.Stock };
    public FlowJson Flow => new() { Source = Source.Flow };
    public InvestmentJson Investment => new() { Source = Source.Investment };
    public ReturnJson Accrued => new() { Source = Source.Accrued };
    public ReturnJson AtFullPace => new() { Source = Source.AtFullPace };
    public Spread CycleDays => Source.CycleDays;
    public Spread LeadDays => Source.LeadDays;
    public Spread AgeDays => Source.AgeDays;
    public ForecastJson TodaysOpenForecast => new() { Source = Source.TodaysOpen };
    public ForecastJson DrainForecast => new() { Source = Source.Drain };

    public IEnumerable<CategoryJson> Categories => Source.Categories.Select(one => new CategoryJson { Source = one });
    public IEnumerable<ReportWeekJson> Weeks => Source.Weeks.Select(week => new ReportWeekJson { Source = week });
    public IEnumerable<CompoundingJson> Compounding =>
        Source.Compounding.Select(point => new CompoundingJson { Source = point });
    public IEnumerable<CompletionJson> Completions =>
        Source.Completions.Select(one => new CompletionJson { Source = one });
    public IEnumerable<OpenJson> Open => Source.Open.Select(one => new OpenJson { Source = one });
    public IEnumerable<AgeBand> AgeBands => Source.AgeBands;
    public IEnumerable<MetricJson> Metrics => Source.Metrics.Select(chart => new MetricJson { Source = chart });
    public IEnumerable<ReportFindingJson> Findings =>
        Source.Verdict.Findings.Select(finding => new ReportFindingJson { Source = finding });
    public IEnumerable<NotEvaluatedJson> NotEvaluated =>
        Source.Verdict.NotEvaluated.Select(missing => new NotEvaluatedJson { Source = missing });
}

internal sealed class PeriodJson : JsonView<ReportPeriod>
{
    public DateOnly From => Source.From;
    public DateOnly To => Source.To;
    public DateOnly WantedFrom => Source.Requested;
    public int Days => Source.Days;
    public JsonNumber Weeks => Source.Weeks;
    public string? CutShortBy => Source.CutShortBy;
    public string? Unknown => Source.Unknown;
}

internal sealed class ReportedBacklogJson : JsonView<ReportedBacklog>
{
    public string Path => Source.File.Path;
}

internal sealed class ReportFindingJson : JsonView<Finding>
{
    public string RuleId => Source.Rule.Id;
    public string Name => Source.Rule.Name;
    public string Severity => SeverityText.Of(Source.Severity);
    public string Message => Source.Message;
    public string Path => Source.File.Path;
    public int Line => Source.Span.Line;
    public int Column => Source.Span.Column;
    public bool Counts => Source.Counts;
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(PeriodReportJson))]
[JsonSerializable(typeof(PeriodReportSummary))]
[JsonSerializable(typeof(OtlpRequest))]
internal sealed partial class PeriodReportJsonContext : JsonSerializerContext;
