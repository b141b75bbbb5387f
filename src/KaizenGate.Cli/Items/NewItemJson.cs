using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Cli.Items;

/// <summary>Reads improvements to capture from a JSON object or an array of objects.</summary>
internal static class NewItemJson
{
    private const string Help = "Use {\"title\": \"…\", \"impact\": 7, \"effort\": 3}, or an array of such objects.";

    /// <exception cref="InputException">The text is not JSON of that shape.</exception>
    public static ImmutableArray<NewItem> Read(string text, Scoring scoring, DateOnly today)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(one => Item(one, scoring, today))]
                : [Item(document.RootElement, scoring, today)];
        }
        catch (JsonException wrong)
        {
            throw new InputException(
                $"the input is not valid JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}",
                Help
            );
        }
    }

    private static NewItem Item(JsonElement element, Scoring scoring, DateOnly today)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("the input contains a value that is not an object");
        }

        string? title = null;
        var fields = ImmutableArray.CreateBuilder<(FieldDefinition, string)>();
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            var text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Number => property.Value.GetRawText(),
                _ => throw Wrong($"{Quote.Of(property.Name)} must be a string or a number"),
            };
            if (property.Name == "title")
            {
                title = text;
                continue;
            }

            var value =
                ItemValues.All.FirstOrDefault(one => one.Option == property.Name || one.Field.JsonName == property.Name)
                ?? throw Unknown(property.Name);
            fields.Add((value.Field, ItemValues.Checked(value, text, scoring)));
        }

        return string.IsNullOrWhiteSpace(title)
            ? throw Wrong("\"title\" is missing")
            : new NewItem(title.Trim(), fields.ToImmutable()) { Captured = today };
    }

    private static InputException Unknown(string name) =>
        new(
            $"unknown property {Quote.Of(name)}",
            NearestName.Help(name, [.. ItemValues.All.Select(value => value.Option), "title"])
        );

    private static InputException Wrong(string message) => new(message, Help);
}
