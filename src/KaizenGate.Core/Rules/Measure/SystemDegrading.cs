using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

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
                "A declared metric is outside its natural limits on the bad side, or its last 8 values are all on the bad side of "
                + "its mean.",
            Rationale =
                "A team may complete improvement after improvement while the system as a whole gets worse. The limits of an XmR "
                + "chart separate such a change from the normal variation of every metric.",
            Remedy =
                "Find out what changed when the metric did, capture an improvement that brings it back, and put it first.",
            Guard = "a metric declared in the settings with 6 dated values; 12 for an error",
            Parameters =
            [
                new("minPoints", 6, 3, 10_000, "points", "The minimum number of values, for a warning."),
                new("minPointsForError", 12, 3, 10_000, "points", "The minimum number of values for an error."),
                new(
                    "run",
                    8,
                    3,
                    1_000,
                    "points",
                    "The number of latest values that must not all be on the bad side of the mean."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Settings.Metrics.IsEmpty)
        {
            return [new NotEvaluated("needs a metric; add the columns to watch to `metrics` in kaizen.json", 0, 1)];
        }

        return context
            .Settings.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal)
            // The file of a metric is checked once, not with each backlog.
            .Where(metric => metric.Value.Source is null || context.IsFirst)
            .Select(metric => Evaluate(context, metric.Key, metric.Value.Better, metric.Value.Source is not null))
            .OfType<RuleResult>();
    }

    private static RuleResult? Evaluate(RuleContext context, string name, Better better, bool isRecorded)
    {
        var series = Series(context.Backlog, context.Recorded, name, isRecorded);
        if (series.Count == 0)
        {
            return new NotEvaluated(
                isRecorded && context.Recorded.IsDefault ? $"the file of the metric {Quote.Of(name)} was not read"
                : isRecorded ? $"the metric {Quote.Of(name)} has no values; add one with `dotnet kaizen metric record`"
                : $"the metric {Quote.Of(name)} has no column; add a table with the columns Date and {name} to a Metrics section"
            );
        }

        var points = Points(series, context.AsOf);
        var of = $" of {Quote.Of(name)}";
        if (NotEnoughData.Few(context, "minPoints", points.Length, "dated value", of) is { } few)
        {
            return few;
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

    /// <summary>The finite values up to a day, in the order of their dates.</summary>
    internal static ImmutableArray<MetricPoint> Points(IEnumerable<MetricSeries> series, DateOnly asOf) =>
        [
            .. series
                .SelectMany(column => column.Points)
                .Where(point => point.Date <= asOf && double.IsFinite(point.Value))
                .OrderBy(point => point.Date),
        ];

    /// <summary>The finding for the latest values in one sentence; null when they are in order.</summary>
    internal static string? Signal(string name, ImmutableArray<MetricPoint> points, Better better, int run)
    {
        var limits = XmrLimits.Of([.. points.Select(point => point.Value)]);
        var limit = better is Better.Lower ? limits.Upper : limits.Lower;
        var side = better is Better.Lower ? "above" : "below";
        var expected = $"; {(better is Better.Lower ? "lower" : "higher")} is better";

        // The mean of equal values may differ from them in its last bit.
        var noise = 1e-9 * points.Max(point => Math.Abs(point.Value));

        bool IsBeyond(MetricPoint point, double line) =>
            (better is Better.Lower ? point.Value - line : line - point.Value) > noise;

        var latest = points[^1];
        if (IsBeyond(latest, limit))
        {
            return $"{name} is {Wording.Number(latest.Value)} on {Wording.Day(latest.Date)}, {side} its natural limit "
                + $"of {Wording.Number(limit)} (mean {Wording.Number(limits.Mean)} of {points.Length} values){expected}";
        }

        return points.Length >= run && points[^run..].All(point => IsBeyond(point, limits.Mean))
            ? $"the last {run} values of {name} are all {side} its mean of {Wording.Number(limits.Mean)} "
                + $"({points.Length} values){expected}"
            : null;
    }

    private static bool IsNamed(MetricSeries series, string name) =>
        series.Name.AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
