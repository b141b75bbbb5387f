using System.Globalization;
using System.Text.Json;
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

    /// <summary>Returns the body of a request, in UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="resource">The attributes of the resource.</param>
    /// <param name="at">The time of the run.</param>
    public static ReadOnlyMemory<byte> Request(
        ImprovementReport report,
        IReadOnlyDictionary<string, string> resource,
        DateTimeOffset at
    )
    {
        var nanoseconds = ((at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100).ToString(CultureInfo.InvariantCulture);
        var scope = new OtlpScopeMetrics(new(report.Verdict.ToolVersion), Metrics(report, nanoseconds));
        var attributes = resource.Select(one => new OtlpAttribute(one.Key, new(one.Value)));
        return JsonSerializer.SerializeToUtf8Bytes(
            new OtlpRequest([new(new(attributes), [scope])]),
            PeriodReportJsonContext.Default.OtlpRequest
        );
    }

    private static IEnumerable<OtlpMetric> Metrics(ImprovementReport report, string nanoseconds)
    {
        var (flow, stock, spent) = (report.Flow, report.Stock, report.Investment);
        OtlpMetric[] metrics =
        [
            Gauge(
                "kaizen.gate.open",
                "1",
                "1 if the gate passed, 0 if it failed.",
                One(report.Verdict.Outcome is Outcome.Pass ? 1 : 0)
            ),
            Gauge("kaizen.backlog.open", Items, "Neither done nor rejected.", One(stock.Open)),
            Gauge(
                "kaizen.backlog.identified",
                Items,
                "All ever identified, without the rejected ones.",
                One(stock.Identified)
            ),
            Gauge("kaizen.backlog.executed", Items, "All ever executed.", One(stock.Executed)),
            Gauge("kaizen.period.identified", Items, "Identified in the period.", One(flow.Identified.Value)),
            Gauge("kaizen.period.executed", Items, "Executed in the period.", One(flow.Executed.Value)),
            Gauge(
                "kaizen.period.execution_rate",
                "1",
                "Executed for each identified in the period.",
                One(flow.ExecutionRate.Value)
            ),
            Gauge("kaizen.period.arrivals", ItemsPerWeek, "Captured a week.", One(flow.ArrivalsPerWeek.Value)),
            Gauge(
                "kaizen.period.departures",
                ItemsPerWeek,
                "Completed, rejected and dropped a week.",
                One(flow.DeparturesPerWeek.Value)
            ),
            Gauge(
                "kaizen.period.hours_spent",
                "h",
                "Hours logged on the completions of the period.",
                One(spent.HoursSpent.Value)
            ),
            Gauge("kaizen.period.hours_saved", "h", "Hours saved by them since.", One(report.Accrued.HoursSaved.Value)),
            Gauge("kaizen.period.capacity", "h", "Hours set aside for improvements.", One(spent.CapacityHours)),
            Gauge("kaizen.period.roi", "1", "Hours saved for each hour spent.", One(report.Accrued.Gross.Value)),
            Gauge("kaizen.cycle_time", "d", "Days from start to completion.", Quantiles(report.CycleDays)),
            Gauge("kaizen.age", "d", "Days since capture of the open ones.", Quantiles(report.AgeDays)),
            Gauge(
                "kaizen.drain",
                "wk",
                "Weeks until today's open ones are gone.",
                report.TodaysOpen.Chances.Select(one => Point(one.Weeks, "probability", $"{one.Probability:0.##}"))
            ),
            Gauge(
                "kaizen.metric",
                "1",
                "The latest value of each declared metric, in its own unit.",
                report.Metrics.Select(chart => Point(chart.Points.LastOrDefault()?.Value, "metric", chart.Name))
            ),
        ];
        return metrics.Where(metric => metric.Gauge.DataPoints.Any());

        static OtlpMetric Gauge(string name, string unit, string description, IEnumerable<OtlpPoint?> points) =>
            new(name, unit, description, new(points.OfType<OtlpPoint>()));

        OtlpPoint? Point(double? value, params ReadOnlySpan<string> attribute) =>
            value is { } number
                ? new(nanoseconds, number, attribute is [var key, var word] ? [new(key, new(word))] : [])
                : null;

        OtlpPoint?[] One(double? value) => [Point(value)];

        OtlpPoint?[] Quantiles(Spread spread) =>
            [Point(spread.Median, "quantile", "0.5"), Point(spread.Percentile85, "quantile", "0.85")];
    }
}

internal sealed record OtlpRequest(IEnumerable<OtlpResourceMetrics> ResourceMetrics);

internal sealed record OtlpResourceMetrics(OtlpResource Resource, IEnumerable<OtlpScopeMetrics> ScopeMetrics);

internal sealed record OtlpResource(IEnumerable<OtlpAttribute> Attributes);

internal sealed record OtlpScopeMetrics(ToolJson Scope, IEnumerable<OtlpMetric> Metrics);

internal sealed record OtlpMetric(string Name, string Unit, string Description, OtlpGauge Gauge);

internal sealed record OtlpGauge(IEnumerable<OtlpPoint> DataPoints);

internal sealed record OtlpPoint(string TimeUnixNano, double AsDouble, IEnumerable<OtlpAttribute> Attributes);

internal sealed record OtlpAttribute(string Key, OtlpValue Value);

internal sealed record OtlpValue(string StringValue);
