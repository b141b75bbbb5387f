using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting;

/// <summary>Writes baselines; docs/baseline.md describes the format.</summary>
internal static class BaselineFile
{
    private static readonly JsonContract<BaselineEntry> Entry = new(omitsNull: true)
    {
        { "rule", entry => entry.RuleId },
        // Null for a finding about the backlog.
        (json, entry) => json.WriteString("item", entry.Item),
        { "path", entry => entry.Path },
        { "commit", entry => entry.Commit },
        { "date", entry => entry.Date },
        { "since", entry => entry.FirstDate },
        { "expires", entry => entry.Expires },
        { "reason", entry => entry.Reason },
    };

    private static readonly JsonContract<Baseline> Contract = new()
    {
        { "schemaVersion", _ => 1 },
        { "entries", baseline => baseline.Entries, Entry },
    };

    /// <summary>Replaces the file.</summary>
    /// <exception cref="InputException">The file cannot be written; it is unchanged.</exception>
    public static void Write(Baseline baseline) =>
        ReportFile.Write(baseline.File.FullPath, baseline.File.Path, "baseline", stream => Write(baseline, stream));

    internal static void Write(Baseline baseline, Stream stream) => Contract.Write(stream, baseline);
}
