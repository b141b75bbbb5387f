using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>An object whose keys are free.</summary>
internal sealed class MapType<T>(JsonType<T> value) : JsonType<ImmutableDictionary<string, T>>
{
    public override ImmutableDictionary<string, T> Read(ref JsonCursor cursor, string setting)
    {
        if (cursor.Kind != JsonTokenType.StartObject)
        {
            throw cursor.Mismatch(setting, "an object");
        }

        var values = ImmutableDictionary.CreateBuilder<string, T>();
        for (cursor.Advance(); cursor.Kind != JsonTokenType.EndObject; cursor.Advance())
        {
            var key = cursor.Text();
            if (values.ContainsKey(key))
            {
                throw cursor.Place(setting).Error($"duplicate key {Quote.Of(key)} in {setting}", "Remove one of them.");
            }

            cursor.Advance();
            values.Add(key, value.Read(ref cursor, $"{setting}[{Quote.Of(key)}]"));
        }

        return values.ToImmutable();
    }

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "object");
        schema.WriteStartObject("additionalProperties");
        value.Describe(schema);
        schema.WriteEndObject();
    }
}
