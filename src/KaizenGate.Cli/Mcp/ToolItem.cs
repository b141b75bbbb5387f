using System.Text.Json;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Mcp;

/// <summary>An improvement in the answers of tools: the part of its JSON that an agent needs.</summary>
internal static class ToolItem
{
    /// <summary>An improvement after an edit.</summary>
    public static JsonContract<JsonElement> Edited { get; } =
        new(omitsNull: true)
        {
            { "reference", item => Text(item, "reference") },
            { "title", item => Text(item, "title") },
            { "status", item => Text(item, "status") },
            { "score", item => Number(item, "score") },
            { "priority", item => Text(item, "priority") },
            { "seenAgain", item => item.GetProperty("sightings").GetArrayLength() },
            { "measuredImpact", item => Text(item, "measuredImpact") },
            { "line", item => Whole(item, "line") },
            { "address", item => Text(item, "address") },
        };

    /// <summary>An improvement of the plan.</summary>
    public static JsonContract<JsonElement> Planned { get; } =
        new(omitsNull: true)
        {
            { "reference", item => Text(item, "reference") },
            { "title", item => Text(item, "title") },
            { "score", item => Number(item, "score") },
            { "hours", item => Number(item, "hours") },
            { "seenAgain", item => Whole(item, "sightings") },
            { "targetDate", item => Text(item, "targetDate") },
            { "path", item => Text(item, "path") },
            { "line", item => Whole(item, "line") },
        };

    public static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public static double? Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;

    public static int Whole(JsonElement item, string name) => (int)(Number(item, name) ?? 0);
}
