using System.Globalization;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>
/// The figures of a report as OpenTelemetry metrics in the JSON encoding of OTLP; docs/fleet.md lists them. All are gauges.
/// A figure that is missing has no point, and a gauge without points is omitted.
/// </summary>
internal static class OtlpMetrics
{
    private const string Items = "{improvement}";
    private const string ItemsPerWeek = "{improvement}/wk";

    private static readonly JsonContract<KeyValuePair<string, string>> Attribute = new()
    {
        { "key", one => one.Key },
        {
            "value",
            one => one.Value,
            new() { { "stringValue", text => text } }
        },
    };

    private static readonly JsonContract<Point> DataPoint = new()
    {
        { "timeUnixNano", point => point.Time },
        { "asDouble", point => point.Value },
        { "attributes", point => point.Attributes, Attribute },
    };

    private static readonly JsonContract<Gauge> Metric = new()
    {
        { "name", gauge => gauge.Name },
        { "unit", gauge => gauge.Unit },
        { "description", gauge => gauge.Description },
        {
            "gauge",
            gauge => gauge,
            new() { { "dataPoints", gauge => gauge.Points, DataPoint } }
        },
    };

    private static readonly JsonContract<(ImprovementReport Report, string Time)> ScopeMetrics = new()
    {
        { "scope", one => one.Report.Verdict.ToolVersion, JsonReport.Tool },
        { "metrics", one => Gauges(one.Report, one.Time), Metric },
    };

    private static readonly JsonContract<Export> ResourceMetrics = new()
    {
        {
            "resource",
            export => export.Resource,
            new() { { "attributes", resource => resource, Attribute } }
        },
        { "scopeMetrics", export => [(export.Report, export.Time)], ScopeMetrics },
    };

    private static readonly JsonContract<Export> Request = new()
    {
        { "resourceMetrics", export => [export], ResourceMetrics },
    };

    /// <summary>Returns the body of a request, in UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="resource">The attributes of the resource.</param>
    /// <param name="at">The time of the run.</param>
    public static ReadOnlyMemory<byte> RequestOf(
        ImprovementReport report,
        IReadOnlyDictionary<string, string> resource,
        DateTimeOffset at
    )
    {
        var nanoseconds = ((at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100).ToString(CultureInfo.InvariantCulture);
        using var body = new MemoryStream();
        Request.Write(body, new(report, resource, nanoseconds), isIndented: false);
        return body.ToArray();
    }

    private static IEnumerable<Gauge> Gauges(ImprovementReport report, string time)
    {
        var (flow, stock, spent) = (report.Flow, report.Stock, report.Investment);
        Gauge[] gauges =
        [
            new(
                "kaizen.gate.open",
                "1",
                "1 if the gate passed, 0 if it failed.",
                One(report.Verdict.Outcome is Outcome.Pass ? 1 : 0)
            ),
            new("kaizen.backlog.open", Items, "Neither done nor rejected.", One(stock.Open)),
            new(
                "kaizen.backlog.identified",
                Items,
                "All ever identified, without the rejected ones.",
                One(stock.Identified)
            ),
            new("kaizen.backlog.executed", Items, "All ever executed.", One(stock.Executed)),
            new("kaizen.period.identified", Items, "Identified in the period.", One(flow.Identified.Value)),
            new("kaizen.period.executed", Items, "Executed in the period.", One(flow.Executed.Value)),
            new(
                "kaizen.period.execution_rate",
                "1",
                "Executed for each identified in the period.",
                One(flow.ExecutionRate.Value)
            ),
            new("kaizen.period.arrivals", ItemsPerWeek, "Captured a week.", One(flow.ArrivalsPerWeek.Value)),
            new(
                "kaizen.period.departures",
                ItemsPerWeek,
                "Completed, rejected and dropped a week.",
                One(flow.DeparturesPerWeek.Value)
            ),
            new(
                "kaizen.period.hours_spent",
                "h",
                "Hours logged on the completions of the period.",
                One(spent.HoursSpent.Value)
            ),
            new("kaizen.period.hours_saved", "h", "Hours saved by them since.", One(report.Accrued.HoursSaved.Value)),
            new("kaizen.period.capacity", "h", "Hours set aside for improvements.", One(spent.CapacityHours)),
            new("kaizen.period.roi", "1", "Hours saved for each hour spent.", One(report.Accrued.Gross.Value)),
            new("kaizen.cycle_time", "d", "Days from start to completion.", Quantiles(report.CycleDays)),
            new("kaizen.age", "d", "Days since capture of the open ones.", Quantiles(report.AgeDays)),
            new(
                "kaizen.drain",
                "wk",
                "Weeks until today's open ones are gone.",
                report.TodaysOpen.Chances.SelectMany(one => One(one.Weeks, "probability", $"{one.Probability:0.##}"))
            ),
            new(
                "kaizen.metric",
                "1",
                "The latest value of each declared metric, in its own unit.",
                report.Metrics.SelectMany(chart => One(chart.Points.LastOrDefault()?.Value, "metric", chart.Name))
            ),
        ];
        return gauges.Where(gauge => gauge.Points.Any());

        Point[] One(double? value, string? key = null, string word = "") =>
            value is { } number ? [new(time, number, key is null ? [] : [new(key, word)])] : [];

        IEnumerable<Point> Quantiles(Spread spread) =>
            [.. One(spread.Median, "quantile", "0.5"), .. One(spread.Percentile85, "quantile", "0.85")];
    }

    private sealed record Export(ImprovementReport Report, IReadOnlyDictionary<string, string> Resource, string Time);

    private sealed record Gauge(string Name, string Unit, string Description, IEnumerable<Point> Points);

    private sealed record Point(string Time, double Value, KeyValuePair<string, string>[] Attributes);
}
