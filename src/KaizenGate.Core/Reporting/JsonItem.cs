using System.Text.Json;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>An improvement in JSON, the same in every document: what identifies and ranks it, then each field, then its place.</summary>
internal static class JsonItem
{
    private static readonly JsonContract<Sighting> Sighting = new()
    {
        { "date", one => one.Day },
        { "evidence", one => one.Evidence },
    };

    public static JsonContract<ItemInFile> Contract { get; } =
        new()
        {
            { "id", one => one.Item.Id },
            { "reference", one => ItemReference.Of(one.Item) },
            { "title", one => one.Item.Title },
            { "status", one => JsonText.Word(one.Item.Status) },
            { "score", one => one.Item.Score },
            { "priority", one => StatusText.Words(StatusText.Priority(one.Item, one.Scoring)) },
            (json, one) => WriteFields(json, one.Item),
            { "sightings", one => one.Item.Sightings, Sighting },
            { "path", one => one.Path },
            { "line", one => one.Item.Span.Line },
            { "column", one => one.Item.Span.Column },
            { "address", one => one.Item.Address },
        };

    private static void WriteFields(Utf8JsonWriter json, Improvement item)
    {
        foreach (var field in item.Values.Table.WithValue)
        {
            Write(json, field.JsonName, item.Values.Of(field));
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Written? value)
    {
        switch (value)
        {
            case Written<double> number:
                json.FiniteOrNull(name, number.Value);
                break;
            case Written<Priority> priority:
                json.WriteString(name, JsonText.Word(priority.Value));
                break;
            case Written<Category?> { Value: { } category }:
                json.WriteString(name, JsonText.Word(category));
                break;
            default:
                json.WriteString(name, value?.Plain);
                break;
        }
    }
}

/// <summary>An improvement with the file that its place is in, which may be one of a folder.</summary>
/// <param name="Item">The improvement.</param>
/// <param name="Scoring">How it is scored.</param>
/// <param name="Path">The path of the file, as the document writes paths.</param>
internal sealed record ItemInFile(Improvement Item, Scoring Scoring, string Path);
