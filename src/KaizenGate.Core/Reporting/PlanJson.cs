using System.Text.Json.Serialization;
using KaizenGate.Planning;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>The plan of a week for programs, as docs/json.md describes it. A change that breaks a reader raises the schema version.</summary>
internal sealed class PlanJson(Plan plan, string toolVersion) : PlanFieldsJson(plan)
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(toolVersion);
    public DateOnly AsOf { get; } = plan.AsOf;

    public static void Write(Plan plan, string toolVersion, Stream stream) =>
        JsonText.Write(stream, new PlanJson(plan, toolVersion), ReportJsonContext.Default.PlanJson);
}

/// <summary>The plan as a part of another object.</summary>
internal class PlanFieldsJson(Plan plan)
{
    public WeekJson Week => new(plan.Week);
    public CapacityJson Capacity => new(plan);
    public JsonNumber StartedScore => plan.StartedScore;
    public JsonNumber ChosenScore => plan.ChosenScore;
    public IEnumerable<PlannedItemJson> Started => plan.Started.Select(item => new PlannedItemJson(item));
    public IEnumerable<PlannedItemJson> Chosen => plan.Chosen.Select(item => new PlannedItemJson(item));
    public IEnumerable<NearMissJson> JustMissed => plan.JustMissed.Select(miss => new NearMissJson(miss));
    public int NotChosen => plan.NotChosen;
    public int TooLong => plan.TooLong;
    public IEnumerable<LeftOutJson> LeftOut => plan.LeftOut.Select(one => new LeftOutJson(one));
    public IEnumerable<PlannedNameJson>? Committed => plan.Committed?.Select(item => new PlannedNameJson(item));
}

internal sealed class CapacityJson(Plan plan)
{
    public JsonNumber Hours => plan.Capacity.Hours;
    public JsonNumber Share => plan.Capacity.Named is null ? Capacity.Share : null;
    public int People => plan.Capacity.People;
    public JsonNumber HoursPerWeek => plan.Capacity.HoursPerWeek;
    public JsonNumber StartedHours => plan.StartedHours;
    public JsonNumber FreeHours => plan.FreeHours;
    public JsonNumber ChosenHours => plan.ChosenHours;
}

/// <summary>What tells an improvement from all others.</summary>
internal class PlannedNameJson(PlannedItem item)
{
    public string Path => item.File.Path;
    public string Key => item.Item.Key;
    public string? Id => item.Item.Id;
    public string Title => item.Item.Title;
    public int Line => item.Item.Span.Line;
}

internal class PlannedItemJson(PlannedItem item) : PlannedNameJson(item)
{
    [JsonPropertyOrder(1)]
    public JsonNumber Score { get; } = item.Item.Score;

    [JsonPropertyOrder(1)]
    public JsonNumber Hours { get; } = item.Time?.Hours;

    [JsonPropertyOrder(1)]
    public string? HoursFrom { get; } = JsonWord.OrNull(item.Time?.Basis);

    [JsonPropertyOrder(1)]
    public JsonNumber ScorePerHour { get; } = item.ScorePerHour;

    [JsonPropertyOrder(1)]
    public string? Cell { get; } = JsonWord.OrNull(item.Cell);

    [JsonPropertyOrder(1)]
    public DateOnly? TargetDate { get; } = item.Item.TargetDate?.Value;
}

internal sealed class NearMissJson(NearMiss miss) : PlannedItemJson(miss.Missed)
{
    [JsonPropertyOrder(2)]
    public JsonNumber Total => miss.Total;

    [JsonPropertyOrder(2)]
    public JsonNumber Loss => miss.Loss;

    [JsonPropertyOrder(2)]
    public bool TakesLonger => miss.TakesLonger;

    [JsonPropertyOrder(2)]
    public IEnumerable<PlannedNameJson> Displaced => miss.Displaced.Select(item => new PlannedNameJson(item));

    [JsonPropertyOrder(2)]
    public IEnumerable<PlannedNameJson> Beside => miss.Beside.Select(item => new PlannedNameJson(item));
}

internal sealed class LeftOutJson(LeftOut one)
{
    private readonly bool isToMend = one.Reason is not (OutReason.Deferred or OutReason.Done or OutReason.Rejected);

    public string Reason => JsonWord.Of(one.Reason);
    public int Count => one.Items.Length;
    public IEnumerable<PlannedNameJson> Items => isToMend ? one.Items.Select(item => new PlannedNameJson(item)) : [];
}
