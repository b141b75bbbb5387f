using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of a metric in <c>metrics</c>.</summary>
internal static class MetricKeys
{
    private static readonly ObjectType<MetricSettings> Metric = new([
        Key<MetricSettings>.Of(
            "better",
            "The direction of improvement.",
            JsonTypes.Choice(("lower", Better.Lower), ("higher", Better.Higher)),
            (metric, better) => metric with { Better = better }
        ) with
        {
            IsRequired = true,
        },
        Key<MetricSettings>.Of(
            "unit",
            "The unit of its values, for display.",
            JsonTypes.Text,
            (metric, unit) => metric with { Unit = unit }
        ),
        Key<MetricSettings>.Of(
            "source",
            "The file with its values (.csv, .jsonl or .ndjson), relative to the folder of the main settings file. Default: a table in the Metrics section of the backlog.",
            JsonTypes.Text,
            (metric, source) => metric with { Source = source }
        ),
    ]);

    /// <summary>The metrics by name.</summary>
    public static JsonType<ImmutableDictionary<string, MetricSettings>> Map { get; } =
        Metric.Type.Select(change => change(new(Better.Lower))).ToMap();
}
