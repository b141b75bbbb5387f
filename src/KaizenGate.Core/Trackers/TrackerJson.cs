using System.Text.Json;

namespace KaizenGate.Core.Trackers;

/// <summary>Reads members of JSON from a server; a member of another type than expected is missing.</summary>
internal static class TrackerJson
{
    public static long? NumberIn(JsonElement? json, string name) =>
        Of(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) && value > 0
            ? value
            : null;

    public static int Count(JsonElement? json, string name) =>
        Of(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? Math.Clamp(value, 0, 1_000)
            : 0;

    /// <summary>The elements of a list; none of another document.</summary>
    public static IEnumerable<JsonElement> Elements(JsonDocument? json) =>
        json is { RootElement: { ValueKind: JsonValueKind.Array } list } ? list.EnumerateArray() : [];

    /// <summary>A text; one with half of a surrogate pair, which is not Unicode, is a replacement character.</summary>
    public static string? TextIn(JsonElement? json, string name)
    {
        if (Of(json, name) is not { ValueKind: JsonValueKind.String } text)
        {
            return null;
        }

        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    public static DateTimeOffset? TimeIn(JsonElement? json, string name) =>
        Of(json, name) is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var time)
            ? time
            : null;

    public static JsonElement? ObjectIn(JsonElement? json, string name) =>
        Of(json, name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    public static IEnumerable<JsonElement> ListIn(JsonElement json, string name) =>
        Of(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static JsonElement? Of(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;
}
