using System.Collections.Immutable;
using KaizenGate.Planning.Progress;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>The declared metrics for programs, as docs/report.md describes them.</summary>
internal sealed class MetricsJson(ImmutableArray<MetricChart> charts, DateOnly asOf, string version)
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(version);
    public DateOnly AsOf => asOf;
    public IEnumerable<MetricJson> Metrics => charts.Select(chart => new MetricJson(chart));
}

internal sealed class MetricJson(MetricChart chart)
{
    public string Name => chart.Name;
    public string Better => JsonWord.Of(chart.Better);
    public string? Unit => chart.Unit;
    public string? Path => chart.File?.Path;
    public JsonNumber Mean => chart.Mean;
    public JsonNumber MeanMovingRange => chart.MovingRange;
    public JsonNumber UpperLimit => chart.Upper;
    public JsonNumber LowerLimit => chart.Lower;
    public string? Signal => chart.Signal;
    public string? Missing => chart.Missing;
    public IEnumerable<MetricPointJson> Points => chart.Points.Select(point => new MetricPointJson(point));

    public static void Write(ImmutableArray<MetricChart> charts, DateOnly asOf, string version, Stream stream) =>
        JsonText.Write(stream, new MetricsJson(charts, asOf, version), ReportJsonContext.Default.MetricsJson);
}

internal sealed class MetricPointJson(ChartedPoint point)
{
    public DateOnly Date => point.Day;
    public JsonNumber Value => point.Value;
    public bool BeyondLimits => point.IsBeyond;
    public string? Note => point.Note;
}
