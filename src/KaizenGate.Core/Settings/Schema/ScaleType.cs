using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>The scale of impact and effort by its top value: 10 or 5.</summary>
internal sealed class ScaleType : JsonType<int>
{
    public override int Read(ref JsonCursor cursor, string setting)
    {
        var top =
            cursor.Kind == JsonTokenType.String
                ? cursor.Text() switch
                {
                    "1-10" => 10,
                    "1-5" => 5,
                    _ => 0,
                }
                : cursor.Number();
        return top is 10 or 5 ? (int)top : throw cursor.Mismatch(setting, "\"1-10\" or \"1-5\"");
    }

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("enum");
        schema.WriteStringValue("1-10");
        schema.WriteStringValue("1-5");
        schema.WriteNumberValue(10);
        schema.WriteNumberValue(5);
        schema.WriteEndArray();
    }
}
