using System.Text.Json;

namespace KaizenGate.Core.Transcripts;

/// <summary>Reads values of any shape without an error.</summary>
internal static class JsonValues
{
    /// <summary>Reads the value of a property as text, cut to the length of a command; null when it is not text.</summary>
    public static string? NextText(this ref Utf8JsonReader json)
    {
        json.Read();
        return json.Text();
    }

    /// <summary>Returns the value at which a reader is as text, cut to the length of a command; null, after it, when it is not text.</summary>
    public static string? Text(this ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            json.Skip();
            return null;
        }

        var text = json.GetString()!;
        return text.Length > ToolCall.LongestCommand ? text[..ToolCall.LongestCommand] : text;
    }

    /// <summary>Reads the value of a property as true; false for any other.</summary>
    public static bool NextIsTrue(this ref Utf8JsonReader json)
    {
        json.Read();
        var isTrue = json.TokenType == JsonTokenType.True;
        json.Skip();
        return isTrue;
    }

    /// <summary>
    /// Returns the first text in the value at which a reader is, as written in JSON: the value itself, or the <c>text</c> or
    /// <c>content</c> of its first block that has one. Empty without one. The reader is after the value.
    /// </summary>
    public static ReadOnlySpan<byte> FirstText(this scoped ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return json.ValueSpan;
        }

        ReadOnlySpan<byte> first = [];
        var depth = json.CurrentDepth;
        if (json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            return first;
        }

        while (json.Read() && json.CurrentDepth > depth)
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var isText = json.ValueTextEquals("text"u8) || json.ValueTextEquals("content"u8);
            json.Read();
            if (isText && first.IsEmpty && json.TokenType == JsonTokenType.String)
            {
                first = json.ValueSpan;
            }
        }

        return first;
    }
}
