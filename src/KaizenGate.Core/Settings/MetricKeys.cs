using KaizenGate.Settings.Schema;

namespace KaizenGate.Settings;

/// <summary>The keys of a metric in <c>metrics</c>.</summary>
internal static class MetricKeys
{
    private static MetricSettings Unset { get; } = new(Better.Lower);

    private static readonly ObjectShape<MetricSettings?> Metric = new([
        Key<MetricSettings?>.Of(
            "better",
            "Which way the metric gets better.",
            new ChoiceShape<Better>(("lower", Better.Lower), ("higher", Better.Higher)),
            (metric, better) => (metric ?? Unset) with { Better = better }
        ) with
        {
            IsRequired = true,
        },
        Key<MetricSettings?>.Of(
            "unit",
            "The unit of its values, for people to read.",
            SettingsKeys.Text,
            (metric, unit) => (metric ?? Unset) with { Unit = unit }
        ),
        Key<MetricSettings?>.Of(
            "source",
            "The file that its values are recorded in, .csv, .jsonl or .ndjson, relative to the folder of the main settings file. Without it they stand in a table of the Metrics section.",
            SettingsKeys.Text,
            (metric, source) => (metric ?? Unset) with { Source = source }
        ),
    ]);

    /// <summary>The metrics by their name.</summary>
    public static MapShape<MetricSettings> Map { get; } =
        new(new ConvertedShape<Func<MetricSettings?, MetricSettings?>, MetricSettings>(Metric, read => read(null)!));
}
