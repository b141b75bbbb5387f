using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>A declared metric as a process behaviour chart, with the limits of its base period.</summary>
internal sealed record MetricChart(string Name, MetricSettings Settings)
{
    public Better Better => Settings.Better;

    /// <summary>The file with its values; null when there are none.</summary>
    public SourceFile? File { get; init; }

    /// <summary>The unit in the settings, else the one recorded last.</summary>
    public string? Unit { get; init; }

    /// <summary>The oldest first.</summary>
    public ImmutableArray<ChartedPoint> Points { get; init; } = [];

    /// <summary>Null with too few values; see <see cref="Missing"/>. Points before the base period are not compared with them.</summary>
    public double? Mean { get; init; }

    /// <summary>The upper natural limit; null without limits.</summary>
    public double? Upper { get; init; }

    /// <summary>The lower natural limit; null without limits.</summary>
    public double? Lower { get; init; }

    /// <summary>The first and last day of the values that the limits come from, and their number; null without limits.</summary>
    public (DateOnly From, DateOnly To, int Count)? Base { get; init; }

    /// <summary>The day of the last rebase; null without one.</summary>
    public DateOnly? Rebased { get; init; }

    /// <summary>The message of KZ405; null without a finding.</summary>
    public string? Signal { get; init; }

    /// <summary>Whether the last value is beyond a limit on the side that is better.</summary>
    public bool HasImproved => Points is [.., var last] && IsBetter(last);

    /// <summary>Whether a value is beyond a limit on the side that is better.</summary>
    public bool IsBetter(ChartedPoint point) =>
        point.IsBeyond && (Better is Better.Higher ? point.Value > Upper : point.Value < Lower);

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
                new MetricChart(name, metric)
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
        var context = new RuleContext
        {
            Rule = SystemDegrading.Rule,
            Backlog = backlog,
            Settings = settings,
            AsOf = to,
        };
        var evaluation = MetricEvaluation.Of(context, name, metric, series);
        var points = evaluation.Points;
        return new MetricChart(name, metric)
        {
            File = series[0].File ?? backlog.File,
            Unit = metric.Unit ?? points.LastOrDefault(point => point.Unit is not null)?.Unit,
            Mean = evaluation.Limits?.Center,
            Upper = evaluation.Limits?.Upper,
            Lower = evaluation.Limits?.Lower,
            Base = evaluation.Base is [var first, .., var last]
                ? (first.Date, last.Date, evaluation.Base.Length)
                : null,
            Rebased = evaluation.Rebased,
            Signal = evaluation.Signal?.Message,
            Missing = evaluation.Missing?.Reason,
            Points =
            [
                .. points.Select(point => new ChartedPoint(
                    point.Date,
                    point.Value,
                    !(point.Date < evaluation.Rebased)
                        && evaluation.Limits is { } limits
                        && (
                            point.Value > limits.Upper + evaluation.Noise
                            || point.Value < limits.Lower - evaluation.Noise
                        ),
                    point.Note
                )),
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
