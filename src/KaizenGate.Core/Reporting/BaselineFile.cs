using System.Text.Json.Serialization;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Reporting;

/// <summary>Writes baselines; docs/baseline.md describes the format.</summary>
internal static class BaselineFile
{
    /// <summary>Replaces the file.</summary>
    /// <exception cref="InputException">The file cannot be written; it is unchanged.</exception>
    public static void Write(Baseline baseline) =>
        ReportFile.Write(baseline.File.FullPath, baseline.File.Path, "baseline", stream => Write(baseline, stream));

    internal static void Write(Baseline baseline, Stream stream) =>
        JsonText.Write(stream, new BaselineJson(1, baseline.Entries), ReportJsonContext.Default.BaselineJson);
}

internal sealed record BaselineJson(int SchemaVersion, IEnumerable<BaselineEntry> Entries);
