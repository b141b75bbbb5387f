using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

/// <summary>A metric compared with its base period, for KZ405 and for the reports.</summary>
internal sealed record MetricEvaluation
{
    /// <summary>All values up to a day, in the order of their dates.</summary>
    public required ImmutableArray<MetricPoint> Points { get; init; }

    /// <summary>The day of the last rebase: earlier values are history. Null without one.</summary>
    public DateOnly? Rebased { get; init; }

    /// <summary>The values that the limits come from; empty with too few values.</summary>
    public ImmutableArray<MetricPoint> Base { get; init; } = [];

    /// <summary>Null with too few values; see <see cref="Missing"/>.</summary>
    public NaturalLimits? Limits { get; init; }

    /// <summary>What KZ405 reports about the latest values; null when they are in order.</summary>
    public (Severity Severity, string Message)? Signal { get; init; }

    /// <summary>Why there are no limits; null when there are.</summary>
    public NotEvaluated? Missing { get; init; }

    /// <summary>Differences up to this are rounding errors.</summary>
    public double Noise { get; private init; }

    /// <summary>Evaluates the latest value.</summary>
    /// <param name="context">The thresholds of KZ405, and the day.</param>
    /// <param name="name">The name in the settings.</param>
    /// <param name="metric">Its settings.</param>
    /// <param name="series">Its columns, or the series of its file.</param>
    public static MetricEvaluation Of(
        RuleContext context,
        string name,
        MetricSettings metric,
        IReadOnlyCollection<MetricSeries> series
    )
    {
        var points = SystemDegrading.Points(series, context.AsOf);
        var rebases = series.SelectMany(one => one.Rebases).Where(day => day <= context.AsOf).ToList();
        var evaluation = new MetricEvaluation
        {
            Points = points,
            Noise = points.IsEmpty ? 0 : 1e-9 * points.Max(point => Math.Abs(point.Value)),
            Rebased = rebases.Count > 0 ? rebases.Max() : null,
        };
        MetricPoint[] current = [.. points.Where(point => !(point.Date < evaluation.Rebased))];

        var since = evaluation.Rebased is { } rebased ? $" since the rebase on {Wording.Day(rebased)}" : "";
        var which = $" of {Quote.Of(name)} before the latest{since}";
        var before = Math.Max(0, current.Length - 1);
        if (NotEnoughData.Few(context, "minPoints", before, "dated value", which) is { } few)
        {
            return evaluation with { Missing = few };
        }

        // The first values; the latest ones, which are compared with them, are not among them unless there are very few.
        var run = (int)context.Number("run");
        var least = (int)context.Number("minPointsForError");
        var most = Math.Max(least, (int)context.Number("basePoints"));
        var period = current[..Math.Min(before, Math.Clamp(current.Length - run, least, most))];
        evaluation = evaluation with
        {
            Base = [.. period],
            Limits = NaturalLimits.Of(metric.Kind, [.. period.Select(point => point.Value)], Whole(metric, points)),
        };
        var hasLevel = period.Length >= least && current.Length - period.Length >= run;
        return evaluation with
        {
            Signal = evaluation.SignalOf(context, name, metric, hasLevel ? current[^run..] : [], current[^1]),
        };
    }

    private (Severity, string)? SignalOf(
        RuleContext context,
        string name,
        MetricSettings metric,
        MetricPoint[] run,
        MetricPoint latest
    )
    {
        var isLower = metric.Better is Better.Lower;
        var expected = $"; {(isLower ? "lower" : "higher")} is better";
        var period = $"{Base.Length} values from {Wording.Day(Base[0].Date)} to {Wording.Day(Base[^1].Date)}";
        var errors = run.Length == 0 ? 0 : (isLower ? 1 : -1) * LevelShift.StandardErrors(Values(Base), Values(run));
        var atLeast = context.Number("errorDeviations");
        var median = Percentile.Of([.. Values(Base)], 0.5)!.Value;
        var isError = errors >= atLeast && run[^Math.Min(2, run.Length)..].All(point => IsWorse(point, median));
        var limit = isLower ? Limits!.Upper : Limits!.Lower;
        if (!isError && IsWorse(latest, limit))
        {
            return (
                Severity.Warning,
                $"{name} is {Wording.Number(latest.Value)} on {Wording.Day(latest.Date)}, {(isLower ? "above" : "below")} its natural limit "
                    + $"of {Wording.Number(limit)} ({(metric.Kind is MetricKind.Duration ? "geometric mean" : "mean")} {Wording.Number(Limits.Center)} of {period}){expected}"
            );
        }

        return isError || errors >= context.Number("warningDeviations")
            ? (
                isError ? Severity.Error : Severity.Warning,
                $"the last {run.Length} values of {name} are {(isLower ? "higher" : "lower")} than those of its base period by "
                    + $"{Wording.Number(errors)} standard errors (mean {Wording.Number(Values(run).Average())}, was "
                    + $"{Wording.Number(Values(Base).Average())} in {period}); an error from {Wording.Number(atLeast)}, while the latest two are {(isLower ? "above" : "below")} its median{expected}"
            )
            : null;

        bool IsWorse(MetricPoint point, double line) => (isLower ? point.Value - line : line - point.Value) > Noise;
    }

    private static double[] Values(IEnumerable<MetricPoint> points) => [.. points.Select(point => point.Value)];

    /// <summary>Shares are fractions of 1, unless their unit or a greater value shows that they are percentages.</summary>
    private static double Whole(MetricSettings metric, ImmutableArray<MetricPoint> points) =>
        (metric.Unit ?? points[^1].Unit)?.Contains('%', StringComparison.Ordinal) is true
        || points.Any(point => point.Value > 1)
            ? 100
            : 1;
}
