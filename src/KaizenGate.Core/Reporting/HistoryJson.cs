using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting;

/// <summary>The event log for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal sealed class HistoryJson : JsonView<HistoryReport>
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(Source.ToolVersion);
    public DateOnly AsOf => Source.AsOf;
    public IEnumerable<BacklogHistoryJson> Backlogs =>
        Source.Backlogs.Select(backlog => new BacklogHistoryJson { Source = backlog });

    public static void Write(HistoryReport report, Stream stream) =>
        JsonText.Write(stream, new HistoryJson { Source = report }, ReportJsonContext.Default.HistoryJson);
}

internal sealed class BacklogHistoryJson : JsonView<BacklogHistory>
{
    public string Path => Source.File.Path;
    public DateOnly? Start => (Source.History as Timeline)?.Start;
    public string? CutShortBy => (Source.History as Timeline)?.CutShortBy;
    public string? NotKnown => (Source.History as NoHistory)?.Reason;
    public IEnumerable<HistoryEntryJson> Events =>
        Source.Shown.Select(entry => new HistoryEntryJson { Source = entry });
}

internal sealed class HistoryEntryJson : JsonView<HistoryEntry>
{
    public DateOnly Date => Source.Event.Date;
    public string? Commit => Source.Event.Commit;
    public string Kind => HistoryWords.Of(Source.Event.Kind);
    public string Key => Source.Event.Key;
    public string? Title => Source.Title;
    public JsonNumber Score => Source.Event.Score;
    public bool FromStart => Source.Event.IsFromStart;
}
