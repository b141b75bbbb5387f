using System.Text.Json;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;
using KaizenGate.Timelines;

namespace KaizenGate.Reporting;

/// <summary>What happened, for programs; docs/json.md describes every field. A change that breaks a reader raises the schema version.</summary>
internal static class HistoryJson
{
    private const int SchemaVersion = 1;

    public static void Write(HistoryReport report, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schemaVersion", SchemaVersion);
                json.WriteStartObject("tool");
                json.WriteString("name", "KaizenGate");
                json.WriteString("version", report.ToolVersion);
                json.WriteEndObject();
                json.WriteString("asOf", $"{report.AsOf:yyyy-MM-dd}");
                json.WriteStartArray("backlogs");
                foreach (var backlog in report.Backlogs)
                {
                    Write(json, backlog);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static void Write(Utf8JsonWriter json, BacklogHistory backlog)
    {
        var timeline = backlog.Past as Timeline;
        json.WriteStartObject();
        json.WriteString("path", backlog.File.Path);
        json.WriteString("start", timeline is null ? null : $"{timeline.Start:yyyy-MM-dd}");
        json.WriteString("cutShortBy", timeline?.CutShortBy);
        json.WriteString("notKnown", (backlog.Past as NoTimeline)?.Reason);
        json.WriteStartArray("events");
        foreach (var entry in backlog.Shown)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HistoryEntry entry)
    {
        var happened = entry.Event;
        json.WriteStartObject();
        json.WriteString("date", $"{happened.Date:yyyy-MM-dd}");
        json.WriteString("commit", happened.Commit);
        json.WriteString("kind", HistoryWords.Of(happened.Kind));
        json.WriteString("key", happened.Key);
        json.WriteString("title", entry.Title);
        json.FiniteOrNull("score", happened.Score);
        json.WriteBoolean("fromStart", happened.IsFromStart);
        json.WriteEndObject();
    }
}
