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
                "The latest value of a declared metric is outside its natural limits on the bad side, or its last 8 values are worse "
                + "than those of its base period (warning); significantly worse, up to the latest two (error).",
            Rationale =
                "A team may complete improvement after improvement while the system as a whole gets worse. The limits of a "
                + "base period separate such a change from the normal variation of every metric.",
            Remedy =
                "Find out what changed when the metric did, capture an improvement that brings it back, and put it first. If "
                + "the new level is right, freeze new limits with `dotnet kaizen metric rebase`.",
            Guard = "a metric declared in the settings with 7 dated values; 20 for an error",
            Parameters =
            [
                new(
                    "minPoints",
                    6,
                    3,
                    10_000,
                    "points",
                    "The minimum number of values before the latest, for natural limits."
                ),
                new(
                    "minPointsForError",
                    12,
                    3,
                    10_000,
                    "points",
                    "The minimum number of values in the base period, for comparing the latest values with it."
                ),
                new(
                    "basePoints",
                    24,
                    3,
                    10_000,
                    "points",
                    "The number of values after which the base period ends and its limits are frozen."
                ),
                new(
                    "run",
                    8,
                    3,
                    1_000,
                    "points",
                    "The number of latest values that are compared with the base period."
                ),
                new(
                    "warningDeviations",
                    2.5,
                    0,
                    100,
                    "standard errors",
                    "The distance of the latest values from the base period that is a warning."
                ),
                new(
                    "errorDeviations",
                    3,
                    0,
                    100,
                    "standard errors",
                    "The distance that is an error, if the latest two values are also worse than the median of the base period."
                ),
            ],
            Next = "metric list",
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
            .Select(metric => Evaluate(context, metric.Key, metric.Value))
            .OfType<RuleResult>();
    }

    private static RuleResult? Evaluate(RuleContext context, string name, MetricSettings metric)
    {
        var isRecorded = metric.Source is not null;
        var series = Series(context.Backlog, context.Recorded, name, isRecorded);
        if (series.Count == 0)
        {
            return new NotEvaluated(
                isRecorded && context.Recorded.IsDefault ? $"the file of the metric {Quote.Of(name)} was not read"
                : isRecorded ? $"the metric {Quote.Of(name)} has no values; add one with `dotnet kaizen metric record`"
                : $"the metric {Quote.Of(name)} has no column; add a table with the columns Date and {name} to a Metrics section"
            );
        }

        var evaluation = MetricEvaluation.Of(context, name, metric, series);
        return evaluation switch
        {
            { Missing: { } missing } => missing,
            { Signal: { } signal } => new Violation(evaluation.Points[^1].Span, signal.Message)
            {
                Severity = signal.Severity,
                File = series[0].File,
            },
            _ => null,
        };
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

    private static bool IsNamed(MetricSeries series, string name) =>
        series.Name.AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
