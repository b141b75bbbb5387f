using System.Text.Json;

namespace KaizenGate.Settings.Schema;

/// <summary>A shape of which something else is made.</summary>
internal sealed class ConvertedShape<TRead, T>(Shape<TRead> shape, Func<TRead, T> convert) : Shape<T>
{
    public override T Read(ref JsonCursor cursor, string setting) => convert(shape.Read(ref cursor, setting));

    public override void Describe(Utf8JsonWriter schema) => shape.Describe(schema);
}
