using System.Globalization;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Metrics;

/// <summary>Reads the files of the declared metrics.</summary>
internal static class MetricFiles
{
    /// <summary>Reads the series of all metrics with a file, ordered by name. A missing file has no values.</summary>
    /// <param name="loaded">The settings.</param>
    /// <param name="workspace">Provides the displayed paths.</param>
    /// <param name="inputs">Receives the absolute paths of the files.</param>
    /// <exception cref="InputException">A file is unreadable or invalid.</exception>
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

        var sources = Sources(loaded, workspace).ToList();
        var series = new Dictionary<string, MetricSeries>(StringComparer.Ordinal);
        foreach (var group in sources.GroupBy(one => one.Source))
        {
            inputs?.Add(group.Key.File.FullPath);
            foreach (var one in Read(group.Key, [.. group.Select(one => one.Key)], loaded.Settings.MaxFileBytes))
            {
                series.Add(one.Name, one);
            }
        }

        return [.. sources.Select(one => series[one.Key])];
    }

    /// <summary>Returns the files of the declared metrics, which may not exist.</summary>
    /// <inheritdoc cref="MetricSource.Of"/>
    public static IEnumerable<SourceFile> Of(LoadedSettings loaded, Workspace workspace) =>
        Sources(loaded, workspace).Select(one => one.Source.File).Distinct();

    private static IEnumerable<(string Key, MetricSource Source)> Sources(LoadedSettings loaded, Workspace workspace) =>
        from metric in loaded.Settings.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal)
        let source = MetricSource.Of(metric.Key, metric.Value, loaded.BaseFolder, workspace)
        where source is not null
        select (metric.Key, source);

    /// <summary>Reads the series of the named metrics from one file.</summary>
    public static ImmutableArray<MetricSeries> Read(MetricSource source, ImmutableArray<string> names, long maxBytes)
    {
        var file = source.File;
        var text = File.Exists(file.FullPath) ? TextFile.Read(file, maxBytes) : new TextFile("", null);
        if (text.InvalidAt is { } invalid)
        {
            throw MetricFiles.Error(
                file,
                new LineMap(text.Text).Span(invalid, 1),
                "invalid UTF-8",
                "Save the file as UTF-8"
            );
        }

        var rows = source.IsCsv ? MetricCsv.Read(file, text.Text, names) : MetricJsonLines.Read(file, text.Text, names);
        var points = rows.ToLookup(row => row.Name, row => row.Point, StringComparer.Ordinal);
        return [.. names.Select(name => MetricSeries.Of(name, points[name]) with { File = file })];
    }

    /// <summary>The error of a place in a file of metrics.</summary>
    public static InputException Error(SourceFile file, SourceSpan span, string message, string help) =>
        new(new InputError(message, help, file.Path, span.Line, span.Column));

    /// <summary>Parses a finite number with a decimal point and without thousands separators; null for anything else.</summary>
    public static double? Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : null;
}
