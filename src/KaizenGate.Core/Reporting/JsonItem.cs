using System.Text.Json;
using System.Text.Json.Serialization;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>An improvement in JSON, the same in every document: what identifies and ranks it, then each field, then its place.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct JsonItem(Improvement Item, Scoring Scoring)
{
    /// <summary>Writes the properties into the current object.</summary>
    public void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("id", Item.Id);
        json.WriteString("title", Item.Title);
        json.WriteString("status", JsonWord.Of(Item.Status));
        json.FiniteOrNull("score", Item.Score);
        json.WriteString("priority", StatusText.Words(StatusText.Priority(Item, Scoring)));
        foreach (var field in Item.Values.Table.WithValue)
        {
            Write(json, field.JsonName, Item.Values.Of(field));
        }

        json.WriteNumber("line", Item.Span.Line);
        json.WriteNumber("column", Item.Span.Column);
    }

    private static void Write(Utf8JsonWriter json, string name, Written? value)
    {
        switch (value)
        {
            case Written<double> number:
                json.FiniteOrNull(name, number.Value);
                break;
            case Written<Priority> priority:
                json.WriteString(name, JsonWord.Of(priority.Value));
                break;
            case Written<Category?> { Value: { } category }:
                json.WriteString(name, JsonWord.Of(category));
                break;
            default:
                json.WriteString(name, value?.Plain);
                break;
        }
    }

    public sealed class Converter : WriteOnlyConverter<JsonItem>
    {
        public override void Write(Utf8JsonWriter writer, JsonItem value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            value.WriteProperties(writer);
            writer.WriteEndObject();
        }
    }
}
