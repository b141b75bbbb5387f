using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>Parts of a JSON schema.</summary>
internal static class JsonSchemaWriter
{
    public static void WriteObject(this Utf8JsonWriter schema, string name, Action<Utf8JsonWriter> describe)
    {
        schema.WriteStartObject(name);
        describe(schema);
        schema.WriteEndObject();
    }

    public static void WriteAnyOf(this Utf8JsonWriter schema, params ReadOnlySpan<Action<Utf8JsonWriter>> choices)
    {
        schema.WriteStartArray("anyOf");
        foreach (var describe in choices)
        {
            schema.WriteStartObject();
            describe(schema);
            schema.WriteEndObject();
        }

        schema.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter schema, string name, IEnumerable<string> values)
    {
        schema.WriteStartArray(name);
        foreach (var value in values)
        {
            schema.WriteStringValue(value);
        }

        schema.WriteEndArray();
    }
}
