using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Cli.Agents.Hosts;

/// <summary>A value of a JSON text, with its place in bytes.</summary>
/// <param name="Kind">The token it begins with.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Children">The members of an object or the elements of a list; empty for other values.</param>
internal sealed record JsonPart(JsonTokenType Kind, TextPosition Place, int End, ImmutableArray<JsonChild> Children)
{
    /// <summary>The text of a string; null for other values.</summary>
    public string? Text { get; init; }

    public int Start => Place.Offset;

    /// <summary>Returns the value of a member; null when there is none. Of several with the same name, the last counts.</summary>
    public JsonPart? Member(string name) => Children.LastOrDefault(child => child.Name == name)?.Value;

    /// <summary>Parses a text, with comments and trailing commas.</summary>
    /// <exception cref="InputException">It is not JSON.</exception>
    public static JsonPart Parse(SettingsText text)
    {
        var cursor = new JsonCursor(text);
        var part = Read(ref cursor);
        cursor.End();
        return part;
    }

    /// <summary>Reads the value that the cursor is at, and leaves it at the last token of the value.</summary>
    private static JsonPart Read(ref JsonCursor cursor)
    {
        var (kind, place) = (cursor.Kind, cursor.Place(""));
        var text = kind is JsonTokenType.String ? cursor.Text() : null;
        var children = ImmutableArray.CreateBuilder<JsonChild>();
        if (kind is JsonTokenType.StartObject)
        {
            for (cursor.Advance(); cursor.Kind is not JsonTokenType.EndObject; cursor.Advance())
            {
                var (name, start) = (cursor.Text(), cursor.Place("").Offset);
                cursor.Advance();
                children.Add(new(name, start, Read(ref cursor)));
            }
        }
        else if (kind is JsonTokenType.StartArray)
        {
            for (cursor.Advance(); cursor.Kind is not JsonTokenType.EndArray; cursor.Advance())
            {
                var value = Read(ref cursor);
                children.Add(new(null, value.Start, value));
            }
        }

        return new(kind, place, cursor.Consumed, children.ToImmutable()) { Text = text };
    }
}

/// <summary>A member of an object or an element of a list.</summary>
/// <param name="Name">The name of a member; null for an element.</param>
/// <param name="Start">The offset of its name, or of the element.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonChild(string? Name, int Start, JsonPart Value)
{
    public int End => Value.End;
}
