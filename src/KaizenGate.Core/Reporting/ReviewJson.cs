using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Escaping;
using KaizenGate.Planning;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Reporting;

/// <summary>The review of a week for programs; docs/json.md describes every field. A change that breaks a reader raises the schema version.</summary>
internal static class ReviewJson
{
    private const int SchemaVersion = 1;

    public static void Write(Review review, string toolVersion, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                JsonHead.Write(json, SchemaVersion, toolVersion, review.AsOf);
                JsonHead.Write(json, "lastWeek", review.LastWeek);
                WriteUsed(json, review);
                json.Array("backlogs", review.Backlogs, Write);
                json.WriteStartObject("plan");
                PlanJson.WriteFields(json, review.Plan);
                json.WriteEndObject();
                json.WriteEndObject();
            }
        );

    private static void WriteUsed(Utf8JsonWriter json, Review review)
    {
        var capacity = review.Plan.Capacity;
        json.WriteStartObject("used");
        json.FiniteOrNull("loggedHours", review.LoggedHours);
        json.FiniteOrNull("capacityHours", capacity.Hours);
        json.FiniteOrNull("workingHours", capacity.WorkingHours);
        json.FiniteOrNull("share", review.LoggedHours is { } hours ? capacity.ShareOf(hours) : null);
        json.NumberOrNull(
            "withoutHours",
            review.LoggedHours is null ? null : review.Completed.Count(one => one.Hours is null)
        );
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReviewedBacklog backlog)
    {
        json.WriteString("path", backlog.File.Path);
        json.WriteString("notKnown", backlog.Unknown);
        json.WriteString("limit", backlog.Limit);
        json.Array("completed", backlog.Completed, Write);
        json.Array("captured", backlog.Captured, Write);
        json.Array("moved", backlog.Moved, Write);
        json.Array("unscored", backlog.Unscored, WriteUnscored);
        json.Array("stale", backlog.Stale, Write);
        json.WriteString("staleNotJudged", backlog.StaleUnknown);
    }

    private static void Write(Utf8JsonWriter json, ReviewedEvent happened)
    {
        json.WriteString("date", $"{happened.Day:yyyy-MM-dd}");
        json.WriteString("kind", HistoryWords.Of(happened.Kind));
        json.WriteString("key", happened.Key);
        json.WriteString("id", happened.Id);
        json.WriteString("title", happened.Title);
        json.FiniteOrNull("score", happened.Item?.Score);
    }

    private static void Write(Utf8JsonWriter json, ReviewedCompletion one)
    {
        Write(json, one.Event);
        if (one.IsMeasured is { } isMeasured)
        {
            json.WriteBoolean("measured", isMeasured);
        }
        else
        {
            json.WriteNull("measured");
        }

        json.WriteString("measuredImpact", one.Event.Item?.MeasuredImpact?.Text);
        json.FiniteOrNull("hoursSaved", one.Event.Item?.HoursSaved?.Value);
        json.FiniteOrNull("timeSpent", one.Hours);
    }

    private static void WriteReference(Utf8JsonWriter json, Improvement item)
    {
        json.WriteString("key", item.Key);
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Title);
        json.WriteNumber("line", item.Span.Line);
    }

    private static void WriteUnscored(Utf8JsonWriter json, Improvement item)
    {
        WriteReference(json, item);
        json.WriteStartArray("missing");
        foreach (var name in item.MissingForScore)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, StaleItem one)
    {
        WriteReference(json, one.Item);
        json.WriteString("reason", one.Reason);
    }
}
