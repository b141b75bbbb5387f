using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Measuring;

/// <summary>Records all metrics that can be measured.</summary>
/// <param name="allowsCommands">See <see cref="MetricMeasurement"/>.</param>
internal sealed class MeasuredMetrics(bool allowsCommands)
{
    /// <summary>Records each metric that has a measure; one that fails does not stop the others.</summary>
    /// <returns>The exit code: that of an input error when one failed.</returns>
    /// <exception cref="InputException">No metric has a measure.</exception>
    public int Record(Host host, FileAnswer answer, LoadedSettings loaded, DateOnly day, string? note)
    {
        var measured = loaded
            .Settings.Metrics.Where(metric => metric.Value.Measure is not null)
            .OrderBy(metric => metric.Key, StringComparer.Ordinal)
            .ToList();
        if (measured.Count == 0)
        {
            throw new InputException(
                "no metric says how it is measured",
                """Set its "measure" in kaizen.json, for example "junit:artifacts/**/*.xml#total"."""
            );
        }

        var measurement = new MetricMeasurement(host, loaded, allowsCommands);
        var code = ExitCode.Passed;
        foreach (var (name, metric) in measured)
        {
            try
            {
                var value = measurement.Of(MetricMeasure.Parse(metric.Measure!)!);
                MetricRow.Append(
                    host,
                    answer,
                    loaded,
                    name,
                    new MetricPoint(day, value, SourceSpan.FileStart) { Unit = metric.Unit, Note = note }
                );
            }
            catch (InputException failed)
            {
                host.WriteError(
                    failed.Error with
                    {
                        Message = $"{Quote.Of(name)} is not recorded: {failed.Error.Message}",
                    }
                );
                code = ExitCode.InputError;
            }
        }

        answer.End();
        return code;
    }
}
