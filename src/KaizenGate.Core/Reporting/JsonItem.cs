using System.Text.Json;
using System.Text.Json.Serialization;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reporting;

/// <summary>An improvement in JSON.</summary>
/// <param name="Item">The improvement.</param>
/// <param name="Scoring">What its priority follows from.</param>
[JsonConverter(typeof(Converter))]
internal readonly record struct JsonItem(Improvement Item, Scoring Scoring)
{
    public sealed class Converter : WriteOnlyConverter<JsonItem>
    {
        public override void Write(Utf8JsonWriter writer, JsonItem value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            JsonImprovement.Write(writer, value.Item, value.Scoring);
            writer.WriteEndObject();
        }
    }
}
