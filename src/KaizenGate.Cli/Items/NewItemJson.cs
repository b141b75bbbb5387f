using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Editing.Steps;
using KaizenGate.Settings;

namespace KaizenGate.Cli.Items;

/// <summary>Reads improvements to capture from JSON: one object, or a list of them.</summary>
internal static class NewItemJson
{
    private const string Help = "Give {\"title\": \"…\", \"impact\": 7, \"effort\": 3}, or a list of such objects.";

    /// <exception cref="InputException">It is no JSON of that shape; the error names the value.</exception>
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
                new InputError(
                    $"the input is no JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}",
                    Help
                )
            );
        }
    }

    private static NewItem Item(JsonElement element, Scoring scoring, DateOnly today)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("the input holds something that is no object");
        }

        string? title = null;
        var fields = ImmutableArray.CreateBuilder<(FieldName, string)>();
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
                _ => throw Wrong($"{Quote.Of(property.Name)} is neither a text nor a number"),
            };
            if (property.Name == "title")
            {
                title = text;
                continue;
            }

            var value =
                ItemValues.All.FirstOrDefault(one => one.Option == property.Name || one.Alias == property.Name)
                ?? throw Unknown(property.Name);
            fields.Add((value.Field, ItemValues.Checked(value, text, scoring)));
        }

        return string.IsNullOrWhiteSpace(title)
            ? throw Wrong("an object has no \"title\"")
            : new NewItem(title.Trim(), fields.ToImmutable()) { Captured = today };
    }

    private static InputException Unknown(string name) =>
        new(
            new InputError(
                $"an improvement has no {Quote.Of(name)}",
                NearestName.Help(name, [.. ItemValues.All.Select(value => value.Option), "title"])
            )
        );

    private static InputException Wrong(string message) => new(new InputError(message, Help));
}
