using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Metrics;

/// <summary>A declared metric with its values, which provide the baseline value and the result of improvements.</summary>
/// <param name="Name">The name in the settings.</param>
/// <param name="Unit">The unit of values without their own; null for none.</param>
/// <param name="Points">By day, and within a day in the order of recording.</param>
/// <param name="File">The file with the values.</param>
/// <param name="Today">Later values are ignored.</param>
internal sealed record RecordedMetric(
    string Name,
    string? Unit,
    ImmutableArray<MetricPoint> Points,
    SourceFile File,
    DateOnly Today
)
{
    /// <summary>Reads a metric; null when the settings do not declare it.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="loaded">The settings.</param>
    /// <param name="backlog">The backlog with the values of a metric without a file.</param>
    /// <param name="workspace">Provides the displayed path.</param>
    /// <param name="today">Later values are ignored.</param>
    /// <exception cref="InputException">The file is unreadable or invalid.</exception>
    public static RecordedMetric? Read(
        string name,
        LoadedSettings loaded,
        Backlog backlog,
        Workspace workspace,
        DateOnly today
    )
    {
        if (MetricSource.DeclaredName(loaded.Settings, name) is not { } known)
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

    /// <summary>Returns the baseline value of work that starts today: the last value.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public MetricPoint Baseline() => Points.IsEmpty ? throw NoValue("--baseline") : Points[^1];

    /// <summary>Returns the result of an improvement: the last value.</summary>
    /// <exception cref="InputException">There is none, or it was recorded before the work started.</exception>
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
                    ? $"the last value of {Quote.Of(Name)} is of {last.Date:yyyy-MM-dd}, before the work started on {item.Started!.Value:yyyy-MM-dd}"
                    : $"the last value of {Quote.Of(Name)} is the baseline value of the improvement",
                "--measured"
            )
            : last;
    }

    /// <summary>Returns the last value if it was certainly recorded after the work started: on a later day, or on the same day after the baseline value. Null otherwise.</summary>
    public MetricPoint? Since(Improvement item)
    {
        if (Points.IsEmpty || item.Started is not { } started)
        {
            return null;
        }

        var last = Points[^1];
        var isAfterBaseline = BaselineAt(item) is >= 0 and var at && at < Points.Length - 1;
        return last.Date > started.Value || (last.Date == started.Value && isAfterBaseline) ? last : null;
    }

    /// <summary>Returns the last value before the day on which the work started; null when there is none.</summary>
    public MetricPoint? Before(Improvement item) =>
        item.Started is { } started ? Points.LastOrDefault(point => point.Date < started.Value) : null;

    /// <summary>Returns the unit of a value; null for none.</summary>
    public string? UnitOf(MetricPoint point) => point.Unit ?? Unit;

    /// <summary>Whether two values are equal, except for digits that a written number omits.</summary>
    internal static bool IsSame(double one, double other) => Math.Abs(one - other) <= 1e-12 * Math.Abs(other);

    /// <summary>Returns the index of the last value that equals the baseline value of an improvement; -1 when there is none.</summary>
    private int BaselineAt(Improvement item)
    {
        if (item.MeasuredImpact?.Value is not { Before: { } before })
        {
            return -1;
        }

        var lastDay = item.Started?.Value ?? Today;
        return Points.ToList().FindLastIndex(point => IsSame(before, point.Value) && point.Date <= lastDay);
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
