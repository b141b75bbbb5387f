using System.Text.Json;

namespace KaizenGate.Core.Transcripts;

/// <summary>What one line of a transcript states. One instance is used for all lines.</summary>
internal sealed class TranscriptLine
{
    public string? Session { get; set; }

    public string? Folder { get; set; }

    public DateTimeOffset? At { get; set; }

    /// <summary>The calls that begin, without their start.</summary>
    public List<ToolCall> Calls { get; } = [];

    /// <summary>The results, without their time.</summary>
    public List<CallResult> Results { get; } = [];

    /// <summary>Reads a line.</summary>
    /// <returns>Whether it is an object that could be read.</returns>
    public bool Read(ReadOnlySpan<byte> line)
    {
        (Session, Folder, At) = (null, null, null);
        Calls.Clear();
        Results.Clear();
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadMembers(ref reader);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // A text with half a surrogate pair is an invalid operation.
            return false;
        }
    }

    private bool ReadMembers(ref Utf8JsonReader json)
    {
        var payload = default(Utf8JsonReader);
        var (hasPayload, hasMessage, isCompacted) = (false, false, false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("message"u8))
            {
                json.Read();
                ClaudeMessage.Read(ref json, this);
                hasMessage = true;
            }
            else if (json.ValueTextEquals("payload"u8))
            {
                json.Read();
                payload = json;
                hasPayload = true;
                json.Skip();
            }
            else if (json.ValueTextEquals("timestamp"u8))
            {
                json.Read();
                At = json.TokenType == JsonTokenType.String && json.TryGetDateTimeOffset(out var at) ? at : null;
            }
            else if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                isCompacted = json.TokenType == JsonTokenType.String && json.ValueTextEquals("compacted"u8);
            }
            else if (json.ValueTextEquals("sessionId"u8))
            {
                Session = json.NextText();
            }
            else if (json.ValueTextEquals("cwd"u8))
            {
                Folder = json.NextText();
            }
            else
            {
                json.Skip();
            }

            if (hasMessage && At is not null && Session is not null && Folder is not null)
            {
                // What follows repeats the result with more detail, and can be long.
                return true;
            }
        }

        // A summary of Codex contains the calls that it replaces.
        if (hasPayload && !isCompacted)
        {
            CodexPayload.Read(ref payload, this);
        }

        return true;
    }
}
