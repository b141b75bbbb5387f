using KaizenGate.Settings.Shapes;

namespace KaizenGate.Settings;

/// <summary>The keys of a metric in <c>metrics</c>.</summary>
internal static class MetricKeys
{
    private static readonly ObjectShape<MetricSettings?> Metric = new([
        Key<MetricSettings?>.Of(
            "better",
            "Which way the metric gets better.",
            new ChoiceShape<Better>(("lower", Better.Lower), ("higher", Better.Higher)),
            (_, better) => new MetricSettings(better)
        ) with
        {
            IsRequired = true,
        },
    ]);

    /// <summary>The metrics by the header of their column.</summary>
    public static MapShape<MetricSettings> Map { get; } =
        new(new ConvertedShape<Func<MetricSettings?, MetricSettings?>, MetricSettings>(Metric, read => read(null)!));
}
