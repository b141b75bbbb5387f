using KaizenGate.History;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>What happened, for programs, as docs/json.md describes it. A change that breaks a reader raises the schema version.</summary>
internal sealed class HistoryJson(HistoryReport report)
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(report.ToolVersion);
    public DateOnly AsOf => report.AsOf;
    public IEnumerable<BacklogHistoryJson> Backlogs =>
        report.Backlogs.Select(backlog => new BacklogHistoryJson(backlog));

    public static void Write(HistoryReport report, Stream stream) =>
        JsonText.Write(stream, new HistoryJson(report), ReportJsonContext.Default.HistoryJson);
}

internal sealed class BacklogHistoryJson(BacklogHistory backlog)
{
    private readonly Timeline? timeline = backlog.Past as Timeline;

    public string Path => backlog.File.Path;
    public DateOnly? Start => timeline?.Start;
    public string? CutShortBy => timeline?.CutShortBy;
    public string? NotKnown => (backlog.Past as NoTimeline)?.Reason;
    public IEnumerable<HistoryEntryJson> Events => backlog.Shown.Select(entry => new HistoryEntryJson(entry));
}

internal sealed class HistoryEntryJson(HistoryEntry entry)
{
    public DateOnly Date => entry.Event.Date;
    public string? Commit => entry.Event.Commit;
    public string Kind => HistoryWords.Of(entry.Event.Kind);
    public string Key => entry.Event.Key;
    public string? Title => entry.Title;
    public JsonNumber Score => entry.Event.Score;
    public bool FromStart => entry.Event.IsFromStart;
}
