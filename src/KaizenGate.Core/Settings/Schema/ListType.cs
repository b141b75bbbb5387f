using System.Collections.Immutable;
using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A list of values; one value may stand without the brackets.</summary>
internal sealed class ListType<T>(JsonType<T> element) : JsonType<ImmutableArray<T>>
{
    public override ImmutableArray<T> Read(ref JsonCursor cursor, string setting)
    {
        if (cursor.Kind != JsonTokenType.StartArray)
        {
            return [element.Read(ref cursor, setting)];
        }

        var values = ImmutableArray.CreateBuilder<T>();
        for (cursor.Advance(); cursor.Kind != JsonTokenType.EndArray; cursor.Advance())
        {
            values.Add(element.Read(ref cursor, $"{setting}[{values.Count}]"));
        }

        return values.DrainToImmutable();
    }

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        element.Describe(schema);
        schema.WriteEndObject();
        schema.WriteStartObject();
        schema.WriteString("type", "array");
        schema.WriteStartObject("items");
        element.Describe(schema);
        schema.WriteEndObject();
        schema.WriteEndObject();
        schema.WriteEndArray();
    }
}
