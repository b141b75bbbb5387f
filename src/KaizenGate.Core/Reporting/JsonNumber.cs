using System.Text.Json;
using System.Text.Json.Serialization;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>A number in JSON; null when unknown or not finite.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct JsonNumber(double? Value)
{
    public static implicit operator JsonNumber(double? value) => new(value);

    public static implicit operator JsonNumber(Figure figure) => new(figure.Value);

    public sealed class Converter : WriteOnlyConverter<JsonNumber>
    {
        public override void Write(Utf8JsonWriter writer, JsonNumber value, JsonSerializerOptions options) =>
            writer.FiniteOrNull(value.Value);
    }
}

/// <summary>A converter for reports, which are never read.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
