using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Metrics;

/// <summary>Reads the files that the settings name for metrics.</summary>
internal static class MetricFiles
{
    /// <summary>The series of all metrics that have a file, by the order of their names. A file that does not exist yet has no values.</summary>
    /// <param name="loaded">The settings.</param>
    /// <param name="workspace">Names the files.</param>
    /// <param name="inputs">Receives the absolute paths of the files.</param>
    /// <exception cref="InputException">A file cannot be read or understood; the error names the place.</exception>
    public static ImmutableArray<MetricSeries> Read(
        LoadedSettings loaded,
        Workspace workspace,
        ICollection<string>? inputs = null
    )
    {
        if (loaded.Settings.Metrics.IsEmpty)
        {
            return [];
        }

        var sources = loaded
            .Settings.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal)
            .Select(metric =>
                (metric.Key, Source: MetricSource.Of(metric.Key, metric.Value, loaded.BaseFolder, workspace))
            )
            .Where(one => one.Source is not null)
            .ToList();
        var series = new Dictionary<string, MetricSeries>(StringComparer.Ordinal);
        foreach (var group in sources.GroupBy(one => one.Source!))
        {
            inputs?.Add(group.Key.File.FullPath);
            foreach (var one in Read(group.Key, [.. group.Select(one => one.Key)], loaded.Settings.MaxFileBytes))
            {
                series.Add(one.Name, one);
            }
        }

        return [.. sources.Select(one => series[one.Key])];
    }

    /// <summary>The series of some metrics in one file.</summary>
    public static ImmutableArray<MetricSeries> Read(MetricSource source, ImmutableArray<string> names, long maxBytes)
    {
        var file = source.File;
        var text = File.Exists(file.FullPath) ? TextFile.Read(file, maxBytes) : new TextFile("", null);
        if (text.InvalidAt is { } invalid)
        {
            throw MetricFault.At(
                file,
                new LineMap(text.Text).Span(invalid, 1),
                "the bytes here are no valid text",
                "Save the file as UTF-8"
            );
        }

        var rows =
            source.Notation is MetricNotation.Csv
                ? MetricCsv.Read(file, text.Text, names)
                : MetricJsonLines.Read(file, text.Text, names);
        var points = rows.ToLookup(row => row.Name, row => row.Point, StringComparer.Ordinal);
        return
        [
            .. names.Select(name => new MetricSeries(name, [.. points[name].OrderBy(point => point.Date)])
            {
                File = file,
            }),
        ];
    }
}
