using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Metrics;

/// <summary>The file that <c>metrics[NAME].source</c> names.</summary>
/// <param name="File">The file, which may not exist yet.</param>
/// <param name="IsCsv">Whether it contains comma-separated values with a header; else one JSON object per line. Derived from the extension.</param>
internal sealed record MetricSource(SourceFile File, bool IsCsv)
{
    /// <summary>Returns the file of a metric; null when its values are in the backlog.</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="metric">Its settings.</param>
    /// <param name="baseFolder">The absolute folder to which paths in the settings are relative.</param>
    /// <param name="workspace">Provides the displayed path.</param>
    /// <exception cref="InputException">It has an unknown extension, is a folder, or is outside the folder of the settings, even through a link.</exception>
    public static MetricSource? Of(string name, MetricSettings metric, string baseFolder, Workspace workspace)
    {
        if (metric.Source is not { } source)
        {
            return null;
        }

        var setting = $"metrics[{Quote.Of(name)}].source";
        if (source.Contains('\0', StringComparison.Ordinal))
        {
            throw Wrong($"{setting} is {Quote.Of(source)}, which is not a path", "Name a file.");
        }

        var path = Path.GetFullPath(source, baseFolder);
        bool? isCsv = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => true,
            ".jsonl" or ".ndjson" => false,
            _ => null,
        };
        if (isCsv is null)
        {
            throw Wrong(
                $"{setting} is {Quote.Of(source)}, which has an unknown extension",
                "Name a file that ends with .csv, .jsonl or .ndjson."
            );
        }

        workspace.Contained.Supplied(path, baseFolder, setting, workspace.Shown(path));
        return Directory.Exists(path)
            ? throw Wrong($"{setting} is {Quote.Of(source)}, which is a folder", "Name a file in it.")
            : new(workspace.Name(path), isCsv.Value);
    }

    /// <summary>Returns the declared name of a metric, which may be given in any case; null when it is not declared.</summary>
    public static string? DeclaredName(GateSettings settings, string name) =>
        settings.Metrics.Keys.FirstOrDefault(known =>
            known.AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
        );

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}
