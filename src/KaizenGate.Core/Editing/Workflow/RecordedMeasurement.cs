using System.Globalization;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>A value of a recorded metric, as text "p95=5 s", or "p95=30 s → 5 s" with the value before the work.</summary>
internal sealed record RecordedMeasurement(string Text, RecordedMetric Metric, MetricPoint Point)
{
    /// <exception cref="InputException">There is no value, or it cannot be written.</exception>
    public static RecordedMeasurement Baseline(RecordedMetric metric) => Of(metric, metric.Baseline());

    /// <summary>Returns the value after the work, with the value before it when the improvement has no baseline.</summary>
    /// <exception cref="InputException">There is no value since the start of the work, or it cannot be written.</exception>
    public static RecordedMeasurement Result(RecordedMetric metric, Improvement item)
    {
        var after = Of(metric, metric.Result(item));
        if (
            item.MeasuredImpact?.Value is { Before: not null }
            || metric.Before(item) is not { } before
            || metric.UnitOf(before) != metric.UnitOf(after.Point)
        )
        {
            return after;
        }

        var value = after.Text[(after.Text.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return after with { Text = $"{Of(metric, before).Text} → {value}" };
    }

    /// <summary>Returns the value since the start of the work; null when there is none in the unit of the baseline.</summary>
    public static RecordedMeasurement? Since(RecordedMetric metric, Improvement item)
    {
        if (
            item.MeasuredImpact?.Value is not { Before: not null, After: null } baseline
            || metric.Since(item) is not { } point
        )
        {
            return null;
        }

        var found = Of(metric, point);
        var unit = MeasurementText.Read($"{MeasurementWriter.Spaced(found.Text)} → ?").Unit;
        return unit is null || baseline.Unit is null || unit == baseline.Unit ? found : null;
    }

    private static RecordedMeasurement Of(RecordedMetric metric, MetricPoint point)
    {
        // With digits in the unit, or an equals sign in the name, another number would be read.
        var unit = metric.UnitOf(point);
        var bare = $"{metric.Name}={Number(point.Value)}";
        var full = unit is null ? bare : $"{bare} {unit}";
        var text = ReadsAs(full, metric.Name, point.Value) ? full : bare;
        return ReadsAs(text, metric.Name, point.Value)
            ? new(text, metric, point)
            : throw new InputException(
                $"{Quote.Of(bare)} would not be read as it is meant",
                "Give the metric another name in the settings, or the value by hand.",
                metric.File.Path
            );
    }

    private static bool ReadsAs(string text, string name, double value)
    {
        var read = MeasurementText.Read($"{MeasurementWriter.Spaced(text)} → ?");
        return read.Before is { } before
            && RecordedMetric.IsSame(before, value)
            && read.Metric is { } metric
            && TextNormalizer.Normalize(metric) == TextNormalizer.Normalize(name);
    }

    /// <summary>Returns all digits, without an exponent.</summary>
    private static string Number(double value) =>
        Math.Abs(value) < 1e15
            ? ((decimal)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("F0", CultureInfo.InvariantCulture);
}
