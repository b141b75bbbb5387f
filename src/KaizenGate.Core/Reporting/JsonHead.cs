using System.Text.Json;
using KaizenGate.Planning;

namespace KaizenGate.Reporting;

/// <summary>What the JSON objects of several commands have in common.</summary>
internal static class JsonHead
{
    /// <summary>The fields that each begins with.</summary>
    public static void Write(Utf8JsonWriter json, int schemaVersion, string toolVersion, DateOnly asOf)
    {
        json.WriteNumber("schemaVersion", schemaVersion);
        json.WriteStartObject("tool");
        json.WriteString("name", "KaizenGate");
        json.WriteString("version", toolVersion);
        json.WriteEndObject();
        json.WriteString("asOf", $"{asOf:yyyy-MM-dd}");
    }

    public static void Write(Utf8JsonWriter json, string name, Week week)
    {
        json.WriteStartObject(name);
        json.WriteString("monday", $"{week.Monday:yyyy-MM-dd}");
        json.WriteString("friday", $"{week.Friday:yyyy-MM-dd}");
        json.WriteString("sunday", $"{week.Sunday:yyyy-MM-dd}");
        json.WriteEndObject();
    }

    /// <summary>A list of objects.</summary>
    public static void Array<T>(
        this Utf8JsonWriter json,
        string name,
        IEnumerable<T> values,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
