using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Metrics;

/// <summary>How a file of metrics is written.</summary>
internal enum MetricNotation
{
    /// <summary>Comma-separated values below a header.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}

/// <summary>The file that <c>metrics[NAME].source</c> names.</summary>
/// <param name="File">The file; it need not exist yet.</param>
/// <param name="Notation">By its extension.</param>
internal sealed record MetricSource(SourceFile File, MetricNotation Notation)
{
    /// <summary>Finds the file of a metric; null when its values stand in the backlog.</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="metric">Its settings.</param>
    /// <param name="baseFolder">The folder that paths in the settings are relative to; absolute.</param>
    /// <param name="workspace">Names the file.</param>
    /// <exception cref="InputException">It has no known extension, is a folder, or lies outside of the folder of the settings, be it by a link.</exception>
    public static MetricSource? Of(string name, MetricSettings metric, string baseFolder, Workspace workspace)
    {
        if (metric.Source is not { } source)
        {
            return null;
        }

        var setting = $"metrics[{Quote.Of(name)}].source";
        if (source.Contains('\0', StringComparison.Ordinal))
        {
            throw Wrong($"{setting} is {Quote.Of(source)}, which is no path", "Name a file.");
        }

        var path = Path.GetFullPath(source, baseFolder);
        MetricNotation? notation = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => MetricNotation.Csv,
            ".jsonl" or ".ndjson" => MetricNotation.JsonLines,
            _ => null,
        };
        if (notation is null)
        {
            throw Wrong(
                $"{setting} is {Quote.Of(source)}; its extension tells no notation",
                "Name a file that ends with .csv, .jsonl or .ndjson."
            );
        }

        // What is recorded is appended to this file: settings from elsewhere must not name any other on the machine.
        var root = RealPath.Of(baseFolder);
        if (
            !RealPath
                .Of(path)
                .StartsWith(
                    Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
        )
        {
            throw Wrong(
                $"{setting} is {Quote.Of(source)}, which lies outside of the folder of the settings",
                "Name a file in it."
            );
        }

        return Directory.Exists(path)
            ? throw Wrong($"{setting} is {Quote.Of(source)}, which is a folder", "Name a file in it.")
            : new(workspace.Name(path), notation.Value);
    }

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}
