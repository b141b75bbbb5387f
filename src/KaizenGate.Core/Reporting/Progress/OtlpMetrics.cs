using System.Buffers;
using System.Globalization;
using System.Text.Json;
using KaizenGate.Checking;
using KaizenGate.Planning.Progress;

namespace KaizenGate.Reporting.Progress;

/// <summary>
/// The figures of a report as OpenTelemetry metrics, in the JSON encoding of OTLP. All are gauges: each run says how things stand.
/// A figure that is missing has no point.
/// </summary>
internal static class OtlpMetrics
{
    /// <param name="report">The report.</param>
    /// <param name="resource">Attributes of the resource; those of the report do not replace them.</param>
    /// <param name="at">The moment of the run.</param>
    public static ReadOnlyMemory<byte> Request(
        ImprovementReport report,
        IReadOnlyDictionary<string, string> resource,
        DateTimeOffset at
    )
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("resourceMetrics");
        json.WriteStartObject();
        json.WriteStartObject("resource");
        Attributes(json, resource);
        json.WriteEndObject();
        json.WriteStartArray("scopeMetrics");
        json.WriteStartObject();
        json.WriteStartObject("scope");
        json.WriteString("name", "KaizenGate");
        json.WriteString("version", report.Verdict.ToolVersion);
        json.WriteEndObject();
        json.WriteStartArray("metrics");
        var nanoseconds = ((at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100).ToString(CultureInfo.InvariantCulture);
        foreach (var gauge in Gauges(report))
        {
            Write(json, gauge, nanoseconds);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>A metric with its points.</summary>
    internal sealed record Gauge(
        string Name,
        string Unit,
        string Description,
        params (double? Value, string? Key, string? Is)[] Points
    );

    internal static IEnumerable<Gauge> Gauges(ImprovementReport report)
    {
        const string items = "{improvement}";
        var (flow, stock, spent) = (report.Flow, report.Stock, report.Investment);
        yield return new(
            "kaizen.gate.open",
            "1",
            "1 if the gate passed, 0 if it failed.",
            (report.Verdict.Outcome is Outcome.Pass ? 1 : 0, null, null)
        );
        yield return new("kaizen.backlog.open", items, "Neither done nor rejected.", (stock.Open, null, null));
        yield return new(
            "kaizen.backlog.identified",
            items,
            "All ever identified, without the rejected ones.",
            (stock.Identified, null, null)
        );
        yield return new("kaizen.backlog.executed", items, "All ever executed.", (stock.Executed, null, null));
        yield return new(
            "kaizen.period.identified",
            items,
            "Identified in the period.",
            (flow.Identified.Value, null, null)
        );
        yield return new("kaizen.period.executed", items, "Executed in the period.", (flow.Executed.Value, null, null));
        yield return new(
            "kaizen.period.execution_rate",
            "1",
            "Executed for each identified in the period.",
            (flow.ExecutionRate.Value, null, null)
        );
        yield return new(
            "kaizen.period.arrivals",
            "{improvement}/wk",
            "Captured a week.",
            (flow.ArrivalsPerWeek.Value, null, null)
        );
        yield return new(
            "kaizen.period.departures",
            "{improvement}/wk",
            "Completed, rejected and dropped a week.",
            (flow.DeparturesPerWeek.Value, null, null)
        );
        yield return new(
            "kaizen.period.hours_spent",
            "h",
            "Hours logged on the completions of the period.",
            (spent.HoursSpent.Value, null, null)
        );
        yield return new(
            "kaizen.period.hours_saved",
            "h",
            "Hours saved by them since.",
            (report.Accrued.HoursSaved.Value, null, null)
        );
        yield return new(
            "kaizen.period.capacity",
            "h",
            "Hours set aside for improvements.",
            (spent.CapacityHours, null, null)
        );
        yield return new(
            "kaizen.period.roi",
            "1",
            "Hours saved for each hour spent.",
            (report.Accrued.Gross.Value, null, null)
        );
        yield return new(
            "kaizen.cycle_time",
            "d",
            "Days from start to completion.",
            (report.CycleDays.Median, "quantile", "0.5"),
            (report.CycleDays.Percentile85, "quantile", "0.85")
        );
        yield return new(
            "kaizen.age",
            "d",
            "Days since capture of the open ones.",
            (report.AgeDays.Median, "quantile", "0.5"),
            (report.AgeDays.Percentile85, "quantile", "0.85")
        );
        yield return new(
            "kaizen.drain",
            "wk",
            "Weeks until today's open ones are gone.",
            [
                .. report.TodaysOpen.Chances.Select(chance =>
                    ((double?)chance.Weeks, (string?)"probability", (string?)$"{chance.Probability:0.##}")
                ),
            ]
        );
        yield return new(
            "kaizen.metric",
            "1",
            "The latest value of each declared metric, in its own unit.",
            [
                .. report.Metrics.Select(chart =>
                    (chart.Points.LastOrDefault()?.Value, (string?)"metric", (string?)chart.Name)
                ),
            ]
        );
    }

    private static void Write(Utf8JsonWriter json, Gauge gauge, string nanoseconds)
    {
        if (!gauge.Points.Any(point => point.Value is not null))
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", gauge.Name);
        json.WriteString("unit", gauge.Unit);
        json.WriteString("description", gauge.Description);
        json.WriteStartObject("gauge");
        json.WriteStartArray("dataPoints");
        foreach (var (value, key, word) in gauge.Points)
        {
            if (value is not { } number)
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("timeUnixNano", nanoseconds);
            json.WriteNumber("asDouble", number);
            Attributes(json, key is null ? [] : [new(key, word!)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Attributes(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> attributes)
    {
        json.WriteStartArray("attributes");
        foreach (var (key, value) in attributes)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteStartObject("value");
            json.WriteString("stringValue", value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
