using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A value that remembers its place, for errors that show only later.</summary>
internal sealed class PlacedType<T>(JsonType<T> shape) : JsonType<(T Value, TextPosition Place)>
{
    public override (T Value, TextPosition Place) Read(ref JsonCursor cursor, string setting)
    {
        var place = cursor.Place(setting);
        return (shape.Read(ref cursor, setting), place);
    }

    public override void Describe(Utf8JsonWriter schema) => shape.Describe(schema);
}
