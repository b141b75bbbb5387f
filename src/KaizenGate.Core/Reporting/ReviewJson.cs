using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The review of a week for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal static class ReviewJson
{
    private static readonly JsonContract<Review> Hours = new()
    {
        { "loggedHours", review => review.LoggedHours },
        { "capacityHours", review => review.Plan.Capacity.Hours },
        { "workingHours", review => review.Plan.Capacity.WorkingHours },
        { "share", review => review.LoggedHours is { } hours ? review.Plan.Capacity.ShareOf(hours) : null },
        {
            "withoutHours",
            review => review.LoggedHours is null ? null : review.Completed.Count(one => one.Hours is null)
        },
    };

    private static readonly JsonContract<ReviewedEvent> Event = new()
    {
        { "date", one => one.Day },
        { "kind", one => StatusText.Words(one.Kind) },
        { "key", one => one.Key },
        { "id", one => one.Id },
        { "title", one => one.Title },
        { "score", one => one.Item?.Score },
    };

    private static readonly JsonContract<ReviewedEvent> Completion = new()
    {
        { one => one, Event },
        { "measured", one => one.IsMeasured },
        { "measuredImpact", one => one.Item?.MeasuredImpact?.Text },
        { "hoursSaved", one => one.Item?.HoursSaved?.Value },
        { "hoursSavedPerWeek", one => one.Item?.SavedPerWeek?.Value },
        { "timeSpent", one => one.Hours },
    };

    private static readonly JsonContract<Improvement> Item = new()
    {
        { "key", item => item.Key },
        { "id", item => item.Id },
        { "title", item => item.Title },
        { "line", item => item.Span.Line },
    };

    private static readonly JsonContract<Improvement> Unscored = new()
    {
        { item => item, Item },
        { "missing", item => item.MissingForScore },
    };

    private static readonly JsonContract<(Improvement Item, string Reason)> Stale = new()
    {
        { one => one.Item, Item },
        { "reason", one => one.Reason },
    };

    private static readonly JsonContract<ReviewedBacklog> Backlog = new()
    {
        { "path", backlog => backlog.File.Path },
        { "notKnown", backlog => backlog.Unknown },
        { "limit", backlog => backlog.Limit },
        { "completed", backlog => backlog.Completed, Completion },
        { "captured", backlog => backlog.Captured, Event },
        { "moved", backlog => backlog.Moved, Event },
        { "unscored", backlog => backlog.Unscored, Unscored },
        { "stale", backlog => backlog.Stale, Stale },
        { "staleNotEvaluated", backlog => backlog.StaleNotEvaluated },
    };

    public static JsonContract<(Review Review, string ToolVersion)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", one => one.ToolVersion, JsonReport.Tool },
            { "asOf", one => one.Review.AsOf },
            { "lastWeek", one => one.Review.LastWeek, PlanJson.Week },
            { "used", one => one.Review, Hours },
            { "backlogs", one => one.Review.Backlogs, Backlog },
            { "plan", one => one.Review.Plan, PlanJson.Part },
        };
}
