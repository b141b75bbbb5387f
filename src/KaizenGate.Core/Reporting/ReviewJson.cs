using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The review of a week for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal static class ReviewJson
{
    private static readonly JsonContract<(Review Review, ReviewedWeek Week)> Hours = new()
    {
        { "loggedHours", one => one.Review.LoggedHours(one.Week) },
        { "capacityHours", one => one.Review.Plan.Capacity.Hours },
        { "workingHours", one => one.Review.Plan.Capacity.WorkingHours },
        {
            "share",
            one => one.Review.LoggedHours(one.Week) is { } hours ? one.Review.Plan.Capacity.ShareOf(hours) : null
        },
        {
            "withoutHours",
            one => one.Review.IsKnown ? one.Week.Completed.Count(completion => completion.Hours is null) : null
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

    private static readonly JsonContract<ReviewedWeek> Events = new()
    {
        { "completed", week => week.Completed, Completion },
        { "captured", week => week.Captured, Event },
        { "moved", week => week.Moved, Event },
    };

    private static readonly JsonContract<ReviewedItem> Item = new()
    {
        { "key", one => one.Item.Key },
        { "id", one => one.Item.Id },
        { "title", one => one.Item.Title },
        { "path", one => one.Backlog.FileOf(one.Item).Path },
        { "line", one => one.Item.Span.Line },
    };

    private static readonly JsonContract<ReviewedItem> Unscored = new()
    {
        { one => one, Item },
        { "missing", one => one.Item.MissingForScore },
    };

    private static readonly JsonContract<ReviewedItem> Stale = new()
    {
        { one => one, Item },
        { "reason", one => one.Reason },
    };

    private static readonly JsonContract<ReviewedItem> SecondLook = new()
    {
        { one => one, Item },
        { "completedOn", one => one.Completed },
        { "measuredImpact", one => one.Item.MeasuredImpact?.Text },
        { "expectedOutcome", one => one.Item.ExpectedOutcome?.Text },
    };

    private static readonly JsonContract<ReviewedBacklog> Backlog = new()
    {
        { "path", backlog => backlog.File.Path },
        { "notKnown", backlog => backlog.Unknown },
        { "limit", backlog => backlog.Limit },
        { backlog => backlog.LastWeek, Events },
        { "thisWeek", backlog => backlog.ThisWeek, Events },
        { "unscored", one => one.Unscored.Select(item => new ReviewedItem(one.Backlog, item)), Unscored },
        { "stale", one => one.Stale.Select(stale => new ReviewedItem(one.Backlog, stale.Item, stale.Reason)), Stale },
        { "staleNotEvaluated", backlog => backlog.StaleNotEvaluated },
        {
            "secondLooks",
            one => one.SecondLooks.Select(look => new ReviewedItem(one.Backlog, look.Item, null, look.Completed)),
            SecondLook
        },
    };

    public static JsonContract<(Review Review, string ToolVersion)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", one => one.ToolVersion, JsonReport.Tool },
            { "asOf", one => one.Review.AsOf },
            { "lastWeek", one => one.Review.LastWeek, PlanJson.Week },
            { "used", one => (one.Review, one.Review.Last), Hours },
            { "thisWeek", one => one.Review.ThisWeek, PlanJson.Week },
            { "usedThisWeek", one => (one.Review, one.Review.Current), Hours },
            { "backlogs", one => one.Review.Backlogs, Backlog },
            { "plan", one => one.Review.Plan, PlanJson.Part },
        };

    /// <param name="Backlog">The backlog.</param>
    /// <param name="Item">One of its improvements, or of its archive.</param>
    /// <param name="Reason">Why it is listed; null when that is plain.</param>
    /// <param name="Completed">The day of its completion; null when that does not matter.</param>
    private sealed record ReviewedItem(
        Backlog Backlog,
        Improvement Item,
        string? Reason = null,
        DateOnly? Completed = null
    );
}
