using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Metrics;

/// <summary>The metrics that the settings declare.</summary>
internal static class DeclaredMetrics
{
    /// <summary>The name under which a metric is declared; null when it is not.</summary>
    public static string? Find(GateSettings settings, string name) =>
        settings.Metrics.Keys.FirstOrDefault(known =>
            known.AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
        );
}
