using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Backlogs;

namespace KaizenGate.Settings.Shapes;

/// <summary>An object whose keys are free.</summary>
internal sealed class MapShape<T>(Shape<T> value) : Shape<ImmutableDictionary<string, T>>
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
                throw cursor.Place(setting).Error($"{setting} has the key {Quote.Of(key)} twice", "Keep one of them.");
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
