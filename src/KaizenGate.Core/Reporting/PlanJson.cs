using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting;

/// <summary>The plan of a week for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal static class PlanJson
{
    public static JsonContract<Week> Week { get; } =
        new()
        {
            { "monday", week => week.Monday },
            { "friday", week => week.Friday },
            { "sunday", week => week.Sunday },
        };

    private static readonly JsonContract<Plan> Hours = new()
    {
        { "hours", plan => plan.Capacity.Hours },
        { "share", plan => plan.Capacity.Named is null ? Capacity.Share : null },
        { "people", plan => plan.Capacity.People },
        { "hoursPerWeek", plan => plan.Capacity.HoursPerWeek },
        { "startedHours", plan => plan.StartedHours },
        { "freeHours", plan => plan.FreeHours },
        { "chosenHours", plan => plan.ChosenHours },
    };

    /// <summary>What identifies an improvement.</summary>
    private static readonly JsonContract<PlannedItem> Name = new()
    {
        { "path", one => one.File.Path },
        { "key", one => one.Item.Key },
        { "id", one => one.Item.Id },
        { "reference", one => ItemReference.Of(one.Item) },
        { "title", one => one.Item.Title },
        { "line", one => one.Item.Span.Line },
    };

    private static readonly JsonContract<PlannedItem> Item = new()
    {
        { one => one, Name },
        { "score", one => one.Item.Score },
        { "hours", one => one.Time?.Hours },
        { "hoursFrom", one => JsonText.WordOrNull(one.Time?.Basis) },
        { "scorePerHour", one => one.ScorePerHour },
        { "cell", one => JsonText.WordOrNull(one.Cell) },
        { "targetDate", one => one.Item.TargetDate?.Value },
        { "sightings", one => one.Item.Sightings.Length },
    };

    private static readonly JsonContract<NearMiss> Miss = new()
    {
        { miss => miss.Missed, Item },
        { "total", miss => miss.Total },
        { "loss", miss => miss.Loss },
        { "takesLonger", miss => miss.TakesLonger },
        { "displaced", miss => miss.Displaced, Name },
        { "beside", miss => miss.Replaces, Name },
    };

    private static readonly JsonContract<(ExclusionReason Reason, ImmutableArray<PlannedItem> Items)> LeftOut = new()
    {
        { "reason", one => JsonText.Word(one.Reason) },
        { "count", one => one.Items.Length },
        {
            "items",
            one =>
                one.Reason is ExclusionReason.Deferred or ExclusionReason.Done or ExclusionReason.Rejected
                    ? []
                    : one.Items,
            Name
        },
    };

    /// <summary>The plan as part of another object.</summary>
    public static JsonContract<Plan> Part { get; } =
        new()
        {
            { "week", plan => plan.Week, Week },
            { "capacity", plan => plan, Hours },
            { "startedScore", plan => plan.StartedScore },
            { "chosenScore", plan => plan.ChosenScore },
            { "started", plan => plan.Started, Item },
            { "chosen", plan => plan.Chosen, Item },
            { "justMissed", plan => plan.JustMissed, Miss },
            { "notChosen", plan => plan.NotChosen },
            { "tooLong", plan => plan.TooLong },
            { "leftOut", plan => plan.LeftOut, LeftOut },
            { "calibration", plan => plan.Calibration, CalibrationJson.Contract },
            { "committed", plan => plan.Committed, Name },
            { "diff", plan => plan.Diff },
        };

    public static JsonContract<(Plan Plan, string ToolVersion)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", one => one.ToolVersion, JsonReport.Tool },
            { "asOf", one => one.Plan.AsOf },
            { one => one.Plan, Part },
        };
}
