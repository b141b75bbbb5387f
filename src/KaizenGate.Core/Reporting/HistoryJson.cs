using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting;

/// <summary>The event log for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal static class HistoryJson
{
    private static readonly JsonContract<HistoryEntry> Entry = new()
    {
        { "date", entry => entry.Event.Date },
        { "commit", entry => entry.Event.Commit },
        { "kind", entry => StatusText.Words(entry.Event.Kind) },
        { "key", entry => entry.Event.Key },
        { "title", entry => entry.Title },
        { "score", entry => entry.Event.Score },
        { "fromStart", entry => entry.Event.IsFromStart },
    };

    private static readonly JsonContract<BacklogHistory> Backlog = new()
    {
        { "path", backlog => backlog.File.Path },
        { "start", backlog => (backlog.History as Timeline)?.Start },
        { "cutShortBy", backlog => (backlog.History as Timeline)?.CutShortBy },
        { "notKnown", backlog => (backlog.History as NoHistory)?.Reason },
        { "events", backlog => backlog.Shown, Entry },
    };

    public static JsonContract<HistoryReport> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", report => report.ToolVersion, JsonReport.Tool },
            { "asOf", report => report.AsOf },
            { "backlogs", report => report.Backlogs, Backlog },
        };
}
