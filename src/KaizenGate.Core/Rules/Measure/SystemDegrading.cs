using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Rules.Statistics;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Measure;

/// <summary>KZ405.</summary>
internal static class SystemDegrading
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ405",
            Name = "system-degrading",
            Stage = Stage.Measure,
            DefaultSeverity = Severity.Error,
            Summary =
                "A declared metric is beyond its natural limits on the bad side, or its last 8 values are all on the bad side of its mean.",
            Rationale =
                "A team may finish improvement after improvement while the system as a whole gets worse. "
                + "The limits of an XmR chart tell such a change from the ups and downs that every figure has.",
            Remedy =
                "Find what changed when the metric did, capture an improvement that brings it back, and put it first.",
            Guard = "a metric declared in the settings with 6 dated values; 12 for an error",
            Parameters =
            [
                new("minPoints", 6, 3, 10_000, "points", "The least number of values to judge by, as a warning."),
                new("minPointsForError", 12, 3, 10_000, "points", "The least number of values for an error."),
                new(
                    "run",
                    8,
                    3,
                    1_000,
                    "points",
                    "The number of last values that must not all lie on the bad side of the mean."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Settings.Metrics.IsEmpty)
        {
            return
            [
                new Unjudged("no metric is declared; name the columns to watch under `metrics` in the settings", 0, 1),
            ];
        }

        return context
            .Settings.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal)
            // A file of the repository is judged once, and not with each backlog.
            .Where(metric => metric.Value.Source is null || context.IsFirst)
            .Select(metric => Judge(context, metric.Key, metric.Value.Better, metric.Value.Source is not null))
            .OfType<RuleResult>();
    }

    private static RuleResult? Judge(RuleContext context, string name, Better better, bool isRecorded)
    {
        var series = Series(context.Backlog, context.Recorded, name, isRecorded);
        if (series.Count == 0)
        {
            return new Unjudged(
                isRecorded && context.Recorded.IsDefault ? $"the file of the metric \"{name}\" was not read"
                : isRecorded ? $"the metric \"{name}\" has no value yet; record one with `metric record`"
                : $"the metric \"{name}\" has no column; write a table with the columns Date and {name} in a Metrics section"
            );
        }

        var points = Points(series, context.AsOf);
        var minPoints = (int)context.Number("minPoints");
        if (points.Length < minPoints)
        {
            return new Unjudged(
                $"the metric \"{name}\" has {Wording.Count(points.Length, "dated value")}, too few for limits",
                points.Length,
                minPoints
            );
        }

        return Signal(name, points, better, (int)context.Number("run")) is { } message
            ? new Violation(points[^1].Span, message)
            {
                Severity = points.Length < context.Number("minPointsForError") ? Severity.Warning : Severity.Error,
                File = series[0].File,
            }
            : null;
    }

    /// <summary>The columns of a backlog that hold a metric, or the series of its file.</summary>
    internal static List<MetricSeries> Series(
        Backlog backlog,
        ImmutableArray<MetricSeries> recorded,
        string name,
        bool isRecorded
    ) =>
        isRecorded
            ?
            [
                .. (recorded.IsDefault ? [] : recorded).Where(series =>
                    series.Points.Length > 0 && IsNamed(series, name)
                ),
            ]
            : [.. backlog.Metrics.Where(series => IsNamed(series, name))];

    /// <summary>The values up to a day that limits can be computed from, in the order of their days.</summary>
    internal static ImmutableArray<MetricPoint> Points(IEnumerable<MetricSeries> series, DateOnly asOf) =>
        [
            .. series
                .SelectMany(column => column.Points)
                .Where(point => point.Date <= asOf && double.IsFinite(point.Value))
                .OrderBy(point => point.Date),
        ];

    /// <summary>What is wrong with the latest values, in a sentence; null when nothing is.</summary>
    internal static string? Signal(string name, ImmutableArray<MetricPoint> points, Better better, int run)
    {
        var limits = XmrLimits.Of([.. points.Select(point => point.Value)]);
        var limit = better is Better.Lower ? limits.Upper : limits.Lower;
        var side = better is Better.Lower ? "above" : "below";
        var expected = $"; {(better is Better.Lower ? "lower" : "higher")} is better";

        // The mean of equal values may differ from them in its last bit, which is no signal.
        var noise = 1e-9 * points.Max(point => Math.Abs(point.Value));

        bool IsBeyond(MetricPoint point, double line) =>
            (better is Better.Lower ? point.Value - line : line - point.Value) > noise;

        var latest = points[^1];
        if (IsBeyond(latest, limit))
        {
            return $"{name} is {Wording.Number(latest.Value)} on {Wording.Day(latest.Date)}, {side} its natural limit "
                + $"{Wording.Number(limit)} (mean {Wording.Number(limits.Mean)} of {points.Length} values){expected}";
        }

        return points.Length >= run && points[^run..].All(point => IsBeyond(point, limits.Mean))
            ? $"the last {run} values of {name} are all {side} its mean {Wording.Number(limits.Mean)} "
                + $"of {points.Length} values{expected}"
            : null;
    }

    private static bool IsNamed(MetricSeries series, string name) =>
        series.Name.AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
