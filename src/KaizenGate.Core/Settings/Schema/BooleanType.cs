using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>true or false.</summary>
internal sealed class BooleanType : JsonType<bool>
{
    public override bool Read(ref JsonCursor cursor, string setting) =>
        cursor.Kind switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw cursor.Mismatch(setting, "true or false"),
        };

    public override void Describe(Utf8JsonWriter schema) => schema.WriteString("type", "boolean");
}
