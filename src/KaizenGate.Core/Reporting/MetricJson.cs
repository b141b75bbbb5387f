using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>The declared metrics for programs; docs/report.md describes them.</summary>
internal sealed class MetricsJson(DateOnly asOf, string version) : JsonView<ImmutableArray<MetricChart>>
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(version);
    public DateOnly AsOf => asOf;
    public IEnumerable<MetricJson> Metrics => Source.Select(chart => new MetricJson { Source = chart });
}

internal sealed class MetricJson : JsonView<MetricChart>
{
    public string Name => Source.Name;
    public string Better => JsonWord.Of(Source.Better);
    public string? Unit => Source.Unit;
    public string? Path => Source.File?.Path;
    public JsonNumber Mean => Source.Mean;
    public JsonNumber MeanMovingRange => Source.MovingRange;
    public JsonNumber UpperLimit => Source.Upper;
    public JsonNumber LowerLimit => Source.Lower;
    public string? Signal => Source.Signal;
    public string? Missing => Source.Missing;
    public IEnumerable<ChartedPoint> Points => Source.Points;

    public static void Write(ImmutableArray<MetricChart> charts, DateOnly asOf, string version, Stream stream) =>
        JsonText.Write(
            stream,
            new MetricsJson(asOf, version) { Source = charts },
            ReportJsonContext.Default.MetricsJson
        );
}
