using KaizenGate.Core.Checking;
using KaizenGate.Core.Journaling;

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
    /// <param name="baseline">Its new content.</param>
    /// <param name="journal">Records the change.</param>
    /// <exception cref="InputException">The file cannot be written; it is unchanged.</exception>
    public static void Write(Baseline baseline, Journal journal) =>
        ReportFile.Try("baseline", baseline.File.Path, () => journal.Write(baseline.File.FullPath, Content(baseline)));

    /// <summary>Returns what <see cref="Write(Baseline, Journal)"/> writes.</summary>
    public static byte[] Content(Baseline baseline)
    {
        using var content = new MemoryStream();
        Write(baseline, content);
        return content.ToArray();
    }

    internal static void Write(Baseline baseline, Stream stream) => Contract.Write(stream, baseline);
}
