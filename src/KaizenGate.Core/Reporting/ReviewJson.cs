using System.Text.Json.Serialization;
using KaizenGate.Backlogs;
using KaizenGate.Planning;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>The review of a week for programs, as docs/json.md describes it. A change that breaks a reader raises the schema version.</summary>
internal sealed class ReviewJson(Review review, string toolVersion)
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(toolVersion);
    public DateOnly AsOf => review.AsOf;
    public WeekJson LastWeek => new(review.LastWeek);
    public UsedJson Used => new(review);
    public IEnumerable<ReviewedBacklogJson> Backlogs =>
        review.Backlogs.Select(backlog => new ReviewedBacklogJson(backlog));
    public PlanFieldsJson Plan => new(review.Plan);

    public static void Write(Review review, string toolVersion, Stream stream) =>
        JsonText.Write(stream, new ReviewJson(review, toolVersion), ReportJsonContext.Default.ReviewJson);
}

/// <summary>The hours of the week.</summary>
internal sealed class UsedJson(Review review)
{
    public JsonNumber LoggedHours => review.LoggedHours;
    public JsonNumber CapacityHours => review.Plan.Capacity.Hours;
    public JsonNumber WorkingHours => review.Plan.Capacity.WorkingHours;
    public JsonNumber Share => review.LoggedHours is { } hours ? review.Plan.Capacity.ShareOf(hours) : null;
    public int? WithoutHours => review.LoggedHours is null ? null : review.Completed.Count(one => one.Hours is null);
}

internal sealed class ReviewedBacklogJson(ReviewedBacklog backlog)
{
    public string Path => backlog.File.Path;
    public string? NotKnown => backlog.Unknown;
    public string? Limit => backlog.Limit;
    public IEnumerable<ReviewedCompletionJson> Completed =>
        backlog.Completed.Select(one => new ReviewedCompletionJson(one));
    public IEnumerable<ReviewedEventJson> Captured => backlog.Captured.Select(one => new ReviewedEventJson(one));
    public IEnumerable<ReviewedEventJson> Moved => backlog.Moved.Select(one => new ReviewedEventJson(one));
    public IEnumerable<UnscoredItemJson> Unscored => backlog.Unscored.Select(item => new UnscoredItemJson(item));
    public IEnumerable<StaleItemJson> Stale => backlog.Stale.Select(one => new StaleItemJson(one));
    public string? StaleNotJudged => backlog.StaleUnknown;
}

internal class ReviewedEventJson(ReviewedEvent happened)
{
    public DateOnly Date => happened.Day;
    public string Kind => HistoryWords.Of(happened.Kind);
    public string Key => happened.Key;
    public string? Id => happened.Id;
    public string? Title => happened.Title;
    public JsonNumber Score => happened.Item?.Score;
}

internal sealed class ReviewedCompletionJson(ReviewedCompletion one) : ReviewedEventJson(one.Event)
{
    [JsonPropertyOrder(1)]
    public bool? Measured => one.IsMeasured;

    [JsonPropertyOrder(1)]
    public string? MeasuredImpact => one.Event.Item?.MeasuredImpact?.Text;

    [JsonPropertyOrder(1)]
    public JsonNumber HoursSaved => one.Event.Item?.HoursSaved?.Value;

    [JsonPropertyOrder(1)]
    public JsonNumber TimeSpent => one.Hours;
}

internal abstract class ReviewedItemJson(Improvement item)
{
    public string Key => item.Key;
    public string? Id => item.Id;
    public string Title => item.Title;
    public int Line => item.Span.Line;
}

internal sealed class UnscoredItemJson(Improvement item) : ReviewedItemJson(item)
{
    [JsonPropertyOrder(1)]
    public IEnumerable<string> Missing { get; } = item.MissingForScore;
}

internal sealed class StaleItemJson(StaleItem one) : ReviewedItemJson(one.Item)
{
    [JsonPropertyOrder(1)]
    public string Reason => one.Reason;
}
