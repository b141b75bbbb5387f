using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Metrics;

/// <summary>A declared metric with the values up to a day, from which improvements take what was measured before and after them.</summary>
/// <param name="Name">As the settings declare it.</param>
/// <param name="Unit">The unit of values that have none of their own; null when there is none.</param>
/// <param name="Points">In the order of their days, those of one day as they were recorded.</param>
/// <param name="File">Where they stand.</param>
/// <param name="Today">The last day that counts.</param>
internal sealed record RecordedMetric(
    string Name,
    string? Unit,
    ImmutableArray<MetricPoint> Points,
    SourceFile File,
    DateOnly Today
)
{
    /// <summary>Reads the metric of a name, which may be written in any case; null when the settings declare none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="loaded">The settings.</param>
    /// <param name="backlog">Holds the values of a metric without a file.</param>
    /// <param name="workspace">Names the file.</param>
    /// <param name="today">Values of later days are left out.</param>
    /// <exception cref="InputException">The file cannot be read or understood; the error names the place.</exception>
    public static RecordedMetric? Read(
        string name,
        LoadedSettings loaded,
        Backlog backlog,
        Workspace workspace,
        DateOnly today
    )
    {
        if (DeclaredMetrics.Find(loaded.Settings, name) is not { } known)
        {
            return null;
        }

        var metric = loaded.Settings.Metrics[known];
        var source = MetricSource.Of(known, metric, loaded.BaseFolder, workspace);
        var recorded = source is null ? [] : MetricFiles.Read(source, [known], loaded.Settings.MaxFileBytes);
        var series = SystemDegrading.Series(backlog, recorded, known, source is not null);
        return new(
            known,
            metric.Unit,
            SystemDegrading.Points(series, today),
            source is null ? backlog.File : source.File,
            today
        );
    }

    /// <summary>What work that begins today is compared with: the last value.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public MetricPoint Baseline() => Points.IsEmpty ? throw NoValue("--baseline") : Points[^1];

    /// <summary>What was measured after the work: the last value, which a person vouches for by naming the metric.</summary>
    /// <param name="item">The improvement.</param>
    /// <exception cref="InputException">There is none, or it was there before the work began.</exception>
    public MetricPoint Result(Improvement item)
    {
        if (Points.IsEmpty)
        {
            throw NoValue("--measured");
        }

        var last = Points[^1];
        var isBefore = item.Started is { } started && last.Date < started.Value;
        return isBefore || BaselineAt(item) == Points.Length - 1
            ? throw Wrong(
                isBefore
                    ? $"the last value of {Quote.Of(Name)} is of {last.Date:yyyy-MM-dd}, before the work began on {item.Started!.Value:yyyy-MM-dd}"
                    : $"the last value of {Quote.Of(Name)} is the one that the work began with",
                "--measured"
            )
            : last;
    }

    /// <summary>What was surely measured after the work began: the last value if it is of a later day, or of the same day and behind the baseline. Null when there is none.</summary>
    /// <param name="item">The improvement.</param>
    public MetricPoint? Since(Improvement item)
    {
        if (Points.IsEmpty || item.Started is not { } started)
        {
            return null;
        }

        var last = Points[^1];
        var isBehindBaseline = BaselineAt(item) is >= 0 and var at && at < Points.Length - 1;
        return last.Date > started.Value || (last.Date == started.Value && isBehindBaseline) ? last : null;
    }

    /// <summary>The last value before the day on which the work began; null when there is none.</summary>
    /// <param name="item">The improvement.</param>
    public MetricPoint? Before(Improvement item) =>
        item.Started is { } started ? Points.LastOrDefault(point => point.Date < started.Value) : null;

    /// <summary>The unit of a value; null when there is none.</summary>
    public string? UnitOf(MetricPoint point) => point.Unit ?? Unit;

    /// <summary>Whether two values are the same but for their last digits, which a text leaves out.</summary>
    internal static bool IsSame(double one, double other) => Math.Abs(one - other) <= 1e-12 * Math.Abs(other);

    /// <summary>The latest value that may be the baseline of an improvement; -1 when there is none.</summary>
    private int BaselineAt(Improvement item)
    {
        if (item.MeasuredImpact?.Value is not { Before: { } before })
        {
            return -1;
        }

        var at = Points.Length - 1;
        while (at >= 0 && (!IsSame(before, Points[at].Value) || Points[at].Date > (item.Started?.Value ?? Today)))
        {
            at--;
        }

        return at;
    }

    private InputException NoValue(string option) =>
        Wrong($"the metric {Quote.Of(Name)} has no value up to {Today:yyyy-MM-dd}", option);

    private InputException Wrong(string message, string option) =>
        new(
            new InputError(
                message,
                $"Record one with `metric record`, or give it by hand: {option} \"{Name}=VALUE\".",
                File.Path
            )
        );
}
