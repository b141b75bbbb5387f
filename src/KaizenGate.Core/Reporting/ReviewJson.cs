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

    private static readonly JsonContract<SecondLook> SecondLook = new()
    {
        { look => look.Item, Item },
        { "completedOn", look => look.Completed },
        { "measuredImpact", look => look.Item.MeasuredImpact?.Text },
        { "expectedOutcome", look => look.Item.ExpectedOutcome?.Text },
    };

    private static readonly JsonContract<ReviewedBacklog> Backlog = new()
    {
        { "path", backlog => backlog.File.Path },
        { "notKnown", backlog => backlog.Unknown },
        { "limit", backlog => backlog.Limit },
        { backlog => backlog.LastWeek, Events },
        { "thisWeek", backlog => backlog.ThisWeek, Events },
        { "unscored", backlog => backlog.Unscored, Unscored },
        { "stale", backlog => backlog.Stale, Stale },
        { "staleNotEvaluated", backlog => backlog.StaleNotEvaluated },
        { "secondLooks", backlog => backlog.SecondLooks, SecondLook },
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
}
