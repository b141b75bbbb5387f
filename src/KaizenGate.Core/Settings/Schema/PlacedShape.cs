using System.Text.Json;

namespace KaizenGate.Settings.Schema;

/// <summary>A value that remembers its place, for errors that show only later.</summary>
internal sealed class PlacedShape<T>(Shape<T> shape) : Shape<(T Value, Place Place)>
{
    public override (T Value, Place Place) Read(ref JsonCursor cursor, string setting)
    {
        var place = cursor.Place(setting);
        return (shape.Read(ref cursor, setting), place);
    }

    public override void Describe(Utf8JsonWriter schema) => shape.Describe(schema);
}
