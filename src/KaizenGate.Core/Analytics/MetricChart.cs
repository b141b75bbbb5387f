using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>A declared metric as a process behaviour chart (XmR). The limits come from all values up to the last day of the period.</summary>
internal sealed record MetricChart(string Name, Better Better)
{
    /// <summary>The file with its values; null when there are none.</summary>
    public SourceFile? File { get; init; }

    /// <summary>The unit in the settings, else the one recorded last.</summary>
    public string? Unit { get; init; }

    /// <summary>The oldest first.</summary>
    public ImmutableArray<ChartedPoint> Points { get; init; } = [];

    /// <summary>Null with too few values; see <see cref="Missing"/>.</summary>
    public double? Mean { get; init; }

    /// <summary>The mean of the absolute differences between neighbours.</summary>
    public double? MovingRange { get; init; }

    /// <summary>Mean + 2.66 × mean moving range.</summary>
    public double? Upper { get; init; }

    /// <summary>Mean − 2.66 × mean moving range.</summary>
    public double? Lower { get; init; }

    /// <summary>The message of KZ405; null without a finding.</summary>
    public string? Signal { get; init; }

    /// <summary>Why there are no limits; null when there are.</summary>
    public string? Missing { get; init; }

    public static ImmutableArray<MetricChart> Of(
        ImmutableArray<Evidence> evidence,
        GateSettings settings,
        DateOnly to
    ) =>
        [
            .. settings
                .Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal)
                .SelectMany(metric => Of(evidence, settings, metric.Key, metric.Value, to)),
        ];

    /// <summary>Returns the chart of the metric's file, or one for each backlog with a column for it; an empty chart without either.</summary>
    private static List<MetricChart> Of(
        ImmutableArray<Evidence> evidence,
        GateSettings settings,
        string name,
        MetricSettings metric,
        DateOnly to
    )
    {
        var isRecorded = metric.Source is not null;
        var charts = (isRecorded ? evidence.Take(1) : evidence)
            .Select(one => (one.Backlog, Series: SystemDegrading.Series(one.Backlog, one.Recorded, name, isRecorded)))
            .Where(one => one.Series.Count > 0)
            .Select(one => Of(one.Backlog, one.Series, settings, name, metric, to))
            .ToList();
        return charts.Count > 0
            ? charts
            :
            [
                new MetricChart(name, metric.Better)
                {
                    Unit = metric.Unit,
                    Missing = isRecorded ? "it has no value yet" : "no backlog has a column for it",
                },
            ];
    }

    private static MetricChart Of(
        Backlog backlog,
        List<MetricSeries> series,
        GateSettings settings,
        string name,
        MetricSettings metric,
        DateOnly to
    )
    {
        var points = SystemDegrading.Points(series, to);
        var context = new RuleContext
        {
            Rule = SystemDegrading.Rule,
            Backlog = backlog,
            Settings = settings,
            AsOf = to,
        };
        var minPoints = (int)context.Number("minPoints");
        var chart = new MetricChart(name, metric.Better)
        {
            File = series[0].File ?? backlog.File,
            Unit = metric.Unit ?? points.LastOrDefault(point => point.Unit is not null)?.Unit,
            Points = [.. points.Select(point => new ChartedPoint(point.Date, point.Value, false, point.Note))],
        };
        if (points.Length < minPoints)
        {
            return chart with { Missing = $"{points.Length} of {minPoints} values that the limits need" };
        }

        var limits = XmrLimits.Of([.. points.Select(point => point.Value)]);
        // Ignores rounding errors, like the rule.
        var noise = 1e-9 * points.Max(point => Math.Abs(point.Value));
        return chart with
        {
            Mean = limits.Mean,
            MovingRange = limits.MovingRange,
            Upper = limits.Upper,
            Lower = limits.Lower,
            Signal = SystemDegrading.Signal(name, points, metric.Better, (int)context.Number("run")),
            Points =
            [
                .. chart.Points.Select(point =>
                    point with
                    {
                        IsBeyond = point.Value > limits.Upper + noise || point.Value < limits.Lower - noise,
                    }
                ),
            ],
        };
    }
}

/// <summary>A value of a metric.</summary>
/// <param name="Day">The day of the measurement.</param>
/// <param name="Value">The value.</param>
/// <param name="IsBeyond">Whether it is outside the limits.</param>
/// <param name="Note">The recorded note; null without one.</param>
internal sealed record ChartedPoint(DateOnly Day, double Value, bool IsBeyond, string? Note);
