using System.Globalization;

namespace KaizenGate.Core.Metrics;

/// <summary>A value as it is written.</summary>
internal static class MetricValue
{
    /// <summary>A finite number with a decimal point and no signs between thousands; null when the text is none.</summary>
    public static double? Parse(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : null;
}
