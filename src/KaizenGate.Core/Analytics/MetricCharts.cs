using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>Makes a process behaviour chart of each declared metric, by the thresholds of KZ405.</summary>
internal static class MetricCharts
{
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

    /// <summary>The chart of a metric's file, or one for each backlog that has a column of it; without any an empty one.</summary>
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
                    Missing = isRecorded ? "it has no value yet" : "no backlog has a column of it",
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
            return chart with { Missing = $"{points.Length} of {minPoints} values that limits take" };
        }

        var limits = XmrLimits.Of([.. points.Select(point => point.Value)]);
        // As in the rule: what differs in its last bit is the same.
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
