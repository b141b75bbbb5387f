using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of a metric in <c>metrics</c>.</summary>
internal static class MetricKeys
{
    private static MetricSettings Unset { get; } = new(Better.Lower);

    private static readonly ObjectType<MetricSettings?> Metric = new([
        Key<MetricSettings?>.Of(
            "better",
            "The direction of improvement.",
            new ChoiceType<Better>(("lower", Better.Lower), ("higher", Better.Higher)),
            (metric, better) => (metric ?? Unset) with { Better = better }
        ) with
        {
            IsRequired = true,
        },
        Key<MetricSettings?>.Of(
            "unit",
            "The unit of its values, for display.",
            SettingsKeys.Text,
            (metric, unit) => (metric ?? Unset) with { Unit = unit }
        ),
        Key<MetricSettings?>.Of(
            "source",
            "The file with its values (.csv, .jsonl or .ndjson), relative to the folder of the main settings file. Default: a table in the Metrics section of the backlog.",
            SettingsKeys.Text,
            (metric, source) => (metric ?? Unset) with { Source = source }
        ),
    ]);

    /// <summary>The metrics by their name.</summary>
    public static MapType<MetricSettings> Map { get; } =
        new(new ConvertedType<Func<MetricSettings?, MetricSettings?>, MetricSettings>(Metric, read => read(null)!));
}
