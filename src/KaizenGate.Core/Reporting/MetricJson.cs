using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>The declared metrics for programs; docs/report.md describes them.</summary>
internal static class MetricJson
{
    private static readonly JsonContract<ChartedPoint> Point = new()
    {
        { "date", point => point.Day },
        { "value", point => point.Value },
        { "beyondLimits", point => point.IsBeyond },
        { "note", point => point.Note },
    };

    public static JsonContract<MetricChart> Chart { get; } =
        new()
        {
            { "name", chart => chart.Name },
            { "better", chart => JsonText.Word(chart.Better) },
            { "unit", chart => chart.Unit },
            { "path", chart => chart.File?.Path },
            { "kind", chart => JsonText.Word(chart.Settings.Kind) },
            { "mean", chart => chart.Mean },
            { "upperLimit", chart => chart.Upper },
            { "lowerLimit", chart => chart.Lower },
            { "baseFrom", chart => chart.Base?.From },
            { "baseTo", chart => chart.Base?.To },
            { "baseValues", chart => chart.Base?.Count },
            { "rebased", chart => chart.Rebased },
            { "signal", chart => chart.Signal },
            { "missing", chart => chart.Missing },
            { "points", chart => chart.Points, Point },
        };

    public static JsonContract<(
        ImmutableArray<MetricChart> Charts,
        DateOnly AsOf,
        string ToolVersion
    )> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", one => one.ToolVersion, JsonReport.Tool },
            { "asOf", one => one.AsOf },
            { "metrics", one => one.Charts, Chart },
        };
}
