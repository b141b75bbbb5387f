using System.Text.Json.Serialization;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The review of a week for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal sealed class ReviewJson(string toolVersion) : JsonView<Review>
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(toolVersion);
    public DateOnly AsOf => Source.AsOf;
    public Week LastWeek => Source.LastWeek;
    public UsedJson Used => new() { Source = Source };
    public IEnumerable<ReviewedBacklogJson> Backlogs =>
        Source.Backlogs.Select(backlog => new ReviewedBacklogJson { Source = backlog });
    public PlanFieldsJson Plan => new() { Source = Source.Plan };

    public static void Write(Review review, string toolVersion, Stream stream) =>
        JsonText.Write(stream, new ReviewJson(toolVersion) { Source = review }, ReportJsonContext.Default.ReviewJson);
}

/// <summary>The hours of the week.</summary>
internal sealed class UsedJson : JsonView<Review>
{
    public JsonNumber LoggedHours => Source.LoggedHours;
    public JsonNumber CapacityHours => Source.Plan.Capacity.Hours;
    public JsonNumber WorkingHours => Source.Plan.Capacity.WorkingHours;
    public JsonNumber Share => Source.LoggedHours is { } hours ? Source.Plan.Capacity.ShareOf(hours) : null;
    public int? WithoutHours => Source.LoggedHours is null ? null : Source.Completed.Count(one => one.Hours is null);
}

internal sealed class ReviewedBacklogJson : JsonView<ReviewedBacklog>
{
    public string Path => Source.File.Path;
    public string? NotKnown => Source.Unknown;
    public string? Limit => Source.Limit;
    public IEnumerable<ReviewedCompletionJson> Completed =>
        Source.Completed.Select(one => new ReviewedCompletionJson { Source = one.Event, Completion = one });
    public IEnumerable<ReviewedEventJson> Captured =>
        Source.Captured.Select(one => new ReviewedEventJson { Source = one });
    public IEnumerable<ReviewedEventJson> Moved => Source.Moved.Select(one => new ReviewedEventJson { Source = one });
    public IEnumerable<UnscoredItemJson> Unscored =>
        Source.Unscored.Select(item => new UnscoredItemJson { Source = item });
    public IEnumerable<StaleItemJson> Stale =>
        Source.Stale.Select(one => new StaleItemJson(one.Reason) { Source = one.Item });
    public string? StaleNotEvaluated => Source.StaleNotEvaluated;
}

internal class ReviewedEventJson : JsonView<ReviewedEvent>
{
    public DateOnly Date => Source.Day;
    public string Kind => HistoryWords.Of(Source.Kind);
    public string Key => Source.Key;
    public string? Id => Source.Id;
    public string? Title => Source.Title;
    public JsonNumber Score => Source.Item?.Score;
}

internal sealed class ReviewedCompletionJson : ReviewedEventJson
{
    [JsonIgnore]
    public required ReviewedCompletion Completion { get; init; }

    [JsonPropertyOrder(1)]
    public bool? Measured => Completion.IsMeasured;

    [JsonPropertyOrder(1)]
    public string? MeasuredImpact => Source.Item?.MeasuredImpact?.Text;

    [JsonPropertyOrder(1)]
    public JsonNumber HoursSaved => Source.Item?.HoursSaved?.Value;

    [JsonPropertyOrder(1)]
    public JsonNumber TimeSpent => Completion.Hours;
}

internal abstract class ReviewedItemJson : JsonView<Improvement>
{
    public string Key => Source.Key;
    public string? Id => Source.Id;
    public string Title => Source.Title;
    public int Line => Source.Span.Line;
}

internal sealed class UnscoredItemJson : ReviewedItemJson
{
    [JsonPropertyOrder(1)]
    public IEnumerable<string> Missing => Source.MissingForScore;
}

internal sealed class StaleItemJson(string reason) : ReviewedItemJson
{
    [JsonPropertyOrder(1)]
    public string Reason => reason;
}
