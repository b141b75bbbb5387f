using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A value, or null for none.</summary>
internal sealed class NullableType<T>(JsonType<T> shape) : JsonType<T?>
    where T : class
{
    public override T? Read(ref JsonCursor cursor, string setting) =>
        cursor.Kind == JsonTokenType.Null ? null : shape.Read(ref cursor, setting);

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        schema.WriteString("type", "null");
        schema.WriteEndObject();
        schema.WriteStartObject();
        shape.Describe(schema);
        schema.WriteEndObject();
        schema.WriteEndArray();
    }
}
