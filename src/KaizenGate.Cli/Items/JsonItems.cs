using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Items;

/// <summary>Reads objects from standard input: one JSON object, or an array of objects.</summary>
internal static class JsonItems
{
    /// <param name="text">The JSON.</param>
    /// <param name="help">What the input must look like.</param>
    /// <param name="item">Reads an object from its properties that are not null; numbers as written.</param>
    /// <exception cref="InputException">The text has another shape; in an array, the message has the number of the object.</exception>
    public static ImmutableArray<T> Read<T>(
        string text,
        string help,
        Func<IReadOnlyList<(string Name, string Text)>, T> item
    )
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return [item(Properties(document.RootElement, help))];
            }

            var count = document.RootElement.GetArrayLength();
            return [.. document.RootElement.EnumerateArray().Select((one, index) => Numbered(one, index, count))];
        }
        catch (JsonException wrong)
        {
            throw new InputException(
                $"the input is not valid JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}",
                help
            );
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as an escape.
            throw new InputException("the input contains a character that does not exist", help);
        }

        T Numbered(JsonElement one, int index, int count) => Place(index, count, () => item(Properties(one, help)));
    }

    /// <summary>Adds the number of an object to its errors.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="count">The number of objects.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="InputException">The object cannot be read.</exception>
    public static T Place<T>(int index, int count, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputException wrong)
        {
            throw new InputException(
                wrong.Error with
                {
                    Message = $"object {index + 1} of {count} in the input: {wrong.Error.Message}",
                }
            );
        }
    }

    private static List<(string Name, string Text)> Properties(JsonElement element, string help)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InputException("the input contains a value that is not an object", help);
        }

        return
        [
            .. element
                .EnumerateObject()
                .Where(property => property.Value.ValueKind != JsonValueKind.Null)
                .Select(property =>
                    (
                        property.Name,
                        property.Value.ValueKind switch
                        {
                            JsonValueKind.String => property.Value.GetString()!,
                            JsonValueKind.Number => property.Value.GetRawText(),
                            _ => throw new InputException(
                                $"{Quote.Of(property.Name)} must be a string or a number",
                                help
                            ),
                        }
                    )
                ),
        ];
    }
}
