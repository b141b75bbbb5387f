using System.Text.Json;
using System.Text.Json.Serialization;

namespace KaizenGate.Core.Reporting;

/// <summary>Writes a value as JSON; reports are never read back.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
