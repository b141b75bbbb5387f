using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Analytics;
using KaizenGate.Escaping;
using KaizenGate.Settings;

namespace KaizenGate.Reporting;

/// <summary>The declared metrics for programs; docs/report.md describes every field.</summary>
internal static class MetricJson
{
    private const int SchemaVersion = 1;

    public static void Write(ImmutableArray<MetricChart> charts, DateOnly asOf, string version, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schemaVersion", SchemaVersion);
                json.WriteStartObject("tool");
                json.WriteString("name", "KaizenGate");
                json.WriteString("version", version);
                json.WriteEndObject();
                json.WriteString("asOf", $"{asOf:yyyy-MM-dd}");
                Write(json, charts);
                json.WriteEndObject();
            }
        );

    /// <summary>Writes the array <c>metrics</c>.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<MetricChart> charts)
    {
        json.WriteStartArray("metrics");
        foreach (var chart in charts)
        {
            json.WriteStartObject();
            json.WriteString("name", chart.Name);
            json.WriteString("better", chart.Better is Better.Lower ? "lower" : "higher");
            json.WriteString("unit", chart.Unit);
            json.WriteString("path", chart.File?.Path);
            json.FiniteOrNull("mean", chart.Mean);
            json.FiniteOrNull("meanMovingRange", chart.MovingRange);
            json.FiniteOrNull("upperLimit", chart.Upper);
            json.FiniteOrNull("lowerLimit", chart.Lower);
            json.WriteString("signal", chart.Signal);
            json.WriteString("missing", chart.Missing);
            json.WriteStartArray("points");
            foreach (var point in chart.Points)
            {
                json.WriteStartObject();
                json.WriteString("date", $"{point.Day:yyyy-MM-dd}");
                json.WriteNumber("value", point.Value);
                json.WriteBoolean("beyondLimits", point.IsBeyond);
                json.WriteString("note", point.Note);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
