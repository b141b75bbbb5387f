using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Measuring;

/// <summary>Appends a row to the source file of a metric, and prints it.</summary>
internal static class MetricRow
{
    /// <exception cref="InputException">The metric has no source file, or it cannot be written.</exception>
    public static void Append(Host host, FileAnswer answer, LoadedSettings loaded, string name, MetricPoint point)
    {
        var source =
            MetricSource.Of(name, loaded.Settings.Metrics[name], loaded.BaseFolder, new Workspace(host.WorkingFolder))
            ?? throw new InputException(
                $"the metric {Quote.Of(name)} has no source file; its values are in the backlog",
                $"""Set its "source" in kaizen.json, for example "metrics.csv", or add a row to the table{(point.IsRebase ? $", with {MetricPoint.RebaseWord} instead of a value" : "")}."""
            );
        var (before, after) = MetricRecorder.Append(source, name, point, loaded.Settings.MaxFileBytes, answer.IsDryRun);
        var said = MetricText.Recorded(name, point, source.File);
        if (answer.IsJson || answer.IsDryRun)
        {
            answer.Add(FileAnswer.Wrote, source.File.Path, said, before, after);
        }
        else
        {
            host.Text.WriteLine(said);
        }
    }
}
