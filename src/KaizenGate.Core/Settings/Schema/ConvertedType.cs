using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A shape of which something else is made.</summary>
internal sealed class ConvertedType<TRead, T>(JsonType<TRead> shape, Func<TRead, T> convert) : JsonType<T>
{
    public override T Read(ref JsonCursor cursor, string setting) => convert(shape.Read(ref cursor, setting));

    public override void Describe(Utf8JsonWriter schema) => shape.Describe(schema);
}
