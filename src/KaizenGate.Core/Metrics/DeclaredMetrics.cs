using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Rules.Measure;
using KaizenGate.Settings;

namespace KaizenGate.Metrics;

/// <summary>The values of the declared metrics, wherever they stand.</summary>
public static class DeclaredMetrics
{
    /// <summary>
    /// The last value of a metric before a day: what an improvement that is started on that day begins with. Null when the metric
    /// is not declared, or has no value before.
    /// </summary>
    /// <param name="evidence">The backlog, with the metrics that were recorded.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="name">The metric, in any case.</param>
    /// <param name="day">The day; values of the day itself are left out.</param>
    public static MetricPoint? LastBefore(Evidence evidence, GateSettings settings, string name, DateOnly day) =>
        Find(settings, name) is { } found
            ? SystemDegrading
                .Points(
                    SystemDegrading.Series(
                        evidence.Backlog,
                        evidence.Recorded,
                        found,
                        settings.Metrics[found].Source is not null
                    ),
                    day.AddDays(-1)
                )
                .LastOrDefault()
            : null;

    /// <summary>The name under which a metric is declared; null when it is not.</summary>
    public static string? Find(GateSettings settings, string name) =>
        settings.Metrics.Keys.FirstOrDefault(known =>
            known.AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
        );
}
