using System.Globalization;

namespace KaizenGate.Metrics;

/// <summary>A value as it is written.</summary>
public static class MetricValue
{
    /// <summary>A finite number with a decimal point and no signs between thousands; null when the text is none.</summary>
    public static double? Parse(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : null;
}
