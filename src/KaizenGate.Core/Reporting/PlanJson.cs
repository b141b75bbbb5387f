using System.Text.Json.Serialization;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting;

/// <summary>The plan of a week for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal sealed class PlanJson(string toolVersion) : PlanFieldsJson
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(toolVersion);
    public DateOnly AsOf => Source.AsOf;

    public static void Write(Plan plan, string toolVersion, Stream stream) =>
        JsonText.Write(stream, new PlanJson(toolVersion) { Source = plan }, ReportJsonContext.Default.PlanJson);
}

/// <summary>The plan as part of another object.</summary>
internal class PlanFieldsJson : JsonView<Plan>
{
    public Week Week => Source.Week;
    public CapacityJson Capacity => new() { Source = Source };
    public JsonNumber StartedScore => Source.StartedScore;
    public JsonNumber ChosenScore => Source.ChosenScore;
    public IEnumerable<PlannedItemJson> Started => Source.Started.Select(item => new PlannedItemJson { Source = item });
    public IEnumerable<PlannedItemJson> Chosen => Source.Chosen.Select(item => new PlannedItemJson { Source = item });
    public IEnumerable<NearMissJson> JustMissed =>
        Source.JustMissed.Select(miss => new NearMissJson { Source = miss.Missed, Miss = miss });
    public int NotChosen => Source.NotChosen;
    public int TooLong => Source.TooLong;
    public IEnumerable<LeftOutJson> LeftOut => Source.LeftOut.Select(one => new LeftOutJson { Source = one });
    public IEnumerable<PlannedNameJson>? Committed =>
        Source.Committed?.Select(item => new PlannedNameJson { Source = item });
}

internal sealed class CapacityJson : JsonView<Plan>
{
    public JsonNumber Hours => Source.Capacity.Hours;
    public JsonNumber Share => Source.Capacity.Named is null ? Capacity.Share : null;
    public int People => Source.Capacity.People;
    public JsonNumber HoursPerWeek => Source.Capacity.HoursPerWeek;
    public JsonNumber StartedHours => Source.StartedHours;
    public JsonNumber FreeHours => Source.FreeHours;
    public JsonNumber ChosenHours => Source.ChosenHours;
}

/// <summary>The properties that identify an improvement.</summary>
internal class PlannedNameJson : JsonView<PlannedItem>
{
    public string Path => Source.File.Path;
    public string Key => Source.Item.Key;
    public string? Id => Source.Item.Id;
    public string Title => Source.Item.Title;
    public int Line => Source.Item.Span.Line;
}

internal class PlannedItemJson : PlannedNameJson
{
    [JsonPropertyOrder(1)]
    public JsonNumber Score => Source.Item.Score;

    [JsonPropertyOrder(1)]
    public JsonNumber Hours => Source.Time?.Hours;

    [JsonPropertyOrder(1)]
    public string? HoursFrom => JsonWord.OrNull(Source.Time?.Basis);

    [JsonPropertyOrder(1)]
    public JsonNumber ScorePerHour => Source.ScorePerHour;

    [JsonPropertyOrder(1)]
    public string? Cell => JsonWord.OrNull(Source.Cell);

    [JsonPropertyOrder(1)]
    public DateOnly? TargetDate => Source.Item.TargetDate?.Value;
}

internal sealed class NearMissJson : PlannedItemJson
{
    [JsonIgnore]
    public required NearMiss Miss { get; init; }

    [JsonPropertyOrder(2)]
    public JsonNumber Total => Miss.Total;

    [JsonPropertyOrder(2)]
    public JsonNumber Loss => Miss.Loss;

    [JsonPropertyOrder(2)]
    public bool TakesLonger => Miss.TakesLonger;

    [JsonPropertyOrder(2)]
    public IEnumerable<PlannedNameJson> Displaced =>
        Miss.Displaced.Select(item => new PlannedNameJson { Source = item });

    [JsonPropertyOrder(2)]
    [JsonPropertyName("beside")]
    public IEnumerable<PlannedNameJson> Replaces => Miss.Replaces.Select(item => new PlannedNameJson { Source = item });
}

internal sealed class LeftOutJson : JsonView<ExcludedItems>
{
    public string Reason => JsonWord.Of(Source.Reason);
    public int Count => Source.Items.Length;
    public IEnumerable<PlannedNameJson> Items =>
        Source.Reason is ExclusionReason.Deferred or ExclusionReason.Done or ExclusionReason.Rejected
            ? []
            : Source.Items.Select(item => new PlannedNameJson { Source = item });
}
