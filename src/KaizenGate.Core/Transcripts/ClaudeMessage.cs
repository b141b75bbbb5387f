using System.Text.Json;

namespace KaizenGate.Core.Transcripts;

/// <summary>The <c>message</c> of a line of Claude Code: blocks <c>tool_use</c> and <c>tool_result</c>.</summary>
internal static class ClaudeMessage
{
    /// <summary>Reads a message; the reader is at its value, and then at its end.</summary>
    public static void Read(ref Utf8JsonReader json, TranscriptLine line)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("content"u8))
            {
                json.Skip();
                continue;
            }

            json.Read();
            if (json.TokenType != JsonTokenType.StartArray)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                ReadBlock(ref json, line);
            }
        }
    }

    private static void ReadBlock(ref Utf8JsonReader json, TranscriptLine line)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        string? id = null;
        string? resultOf = null;
        string? tool = null;
        var input = default(ToolInput);
        ReadOnlySpan<byte> content = [];
        var isError = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                id = json.NextText();
            }
            else if (json.ValueTextEquals("name"u8))
            {
                tool = json.NextText();
            }
            else if (json.ValueTextEquals("input"u8))
            {
                json.Read();
                input = ToolInput.Read(ref json);
            }
            else if (json.ValueTextEquals("tool_use_id"u8))
            {
                resultOf = json.NextText();
            }
            else if (json.ValueTextEquals("is_error"u8))
            {
                isError = json.NextIsTrue();
            }
            else if (json.ValueTextEquals("content"u8))
            {
                json.Read();
                content = json.FirstText();
            }
            else
            {
                json.Skip();
            }
        }

        if (resultOf is not null)
        {
            line.Results.Add(new CallResult(resultOf, null, isError ? FailureText.KindOf(content) : null, null));
        }
        else if (id is not null && tool is not null)
        {
            line.Calls.Add(input.Call(id, tool));
        }
    }
}
