using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A reader of JSON with comments and trailing commas that knows the place of each token.</summary>
internal ref struct JsonCursor
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly SettingsText text;
    private Utf8JsonReader reader;

    /// <summary>Starts at the first token.</summary>
    /// <exception cref="InputException">The text is not UTF-8, or not JSON.</exception>
    public JsonCursor(SettingsText text)
    {
        this.text = text;
        if (!Utf8.IsValid(text.Bytes.Span))
        {
            throw new TextPosition("", text, FirstInvalidByte(text.Bytes.Span)).Error(
                "invalid UTF-8",
                "Save the file as UTF-8."
            );
        }

        reader = new Utf8JsonReader(text.Bytes.Span, Options);
        Advance();
    }

    public readonly JsonTokenType Kind => reader.TokenType;

    /// <summary>The offset after the current token, in bytes.</summary>
    public readonly int Consumed => (int)reader.BytesConsumed;

    /// <summary>The place of the current token.</summary>
    public readonly TextPosition Place(string setting) => new(setting, text, (int)reader.TokenStartIndex);

    /// <summary>Advances to the next token.</summary>
    /// <exception cref="InputException">The text is not JSON.</exception>
    public void Advance()
    {
        if (!TryRead())
        {
            throw new TextPosition("", text, text.Bytes.Length).Error("unexpected end of JSON", "Complete the file.");
        }
    }

    /// <summary>Checks that only blanks and comments follow.</summary>
    public void End() => TryRead();

    /// <summary>Returns the text of a string or a property name.</summary>
    public readonly string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Place("")
                .Error(
                    "this string contains half of a surrogate pair",
                    "Use the character itself instead of the \\u escape."
                );
        }
    }

    /// <summary>Returns the current number; null for another token.</summary>
    public readonly double? Number() =>
        Kind == JsonTokenType.Number && reader.TryGetDouble(out var number) ? number : null;

    /// <summary>Returns the place of a column, from 1, in the current string; the start of a string with escapes.</summary>
    public readonly TextPosition PlaceInText(string setting, int column)
    {
        var here = Place(setting);
        return reader.ValueIsEscaped
            ? here
            : here with
            {
                Offset = here.Offset + 1 + Encoding.UTF8.GetByteCount(Text().AsSpan(0, column - 1)),
            };
    }

    /// <summary>Returns the error for a value of another type.</summary>
    public readonly InputException Mismatch(string setting, string wanted, string? help = null) =>
        Place(setting).Mismatch(Shown(), wanted, help);

    private readonly string Shown() =>
        Kind switch
        {
            JsonTokenType.String => Quote.Of(Text()),
            JsonTokenType.Number when reader.ValueSpan.Length <= 30 => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.Number => "a number of many digits",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => "null",
        };

    private bool TryRead()
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException error)
        {
            throw NotJson(error);
        }
    }

    private readonly InputException NotJson(JsonException error)
    {
        var span = text.Bytes.Span;
        var start = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            start += span[start..].IndexOf((byte)'\n') + 1;
        }

        var offset = (int)Math.Min(start + (error.BytePositionInLine ?? 0), span.Length);
        var rest = span[offset..].TrimStart(" \t\r\n"u8);
        return rest.IsEmpty
            ? new TextPosition("", text, span.Length).Error("unexpected end of JSON", "Complete the file.")
            : new TextPosition("", text, span.Length - rest.Length).Error(
                $"invalid JSON at {Quote.Of(FirstWord(rest))}",
                "Look for a missing comma, quote or bracket just before it."
            );
    }

    private static string FirstWord(ReadOnlySpan<byte> rest)
    {
        var length = 0;
        while (length < rest.Length && length < 20 && char.IsAsciiLetterOrDigit((char)rest[length]))
        {
            length++;
        }

        return length > 0 ? Encoding.UTF8.GetString(rest[..length]) : FirstRune(rest);
    }

    private static string FirstRune(ReadOnlySpan<byte> rest)
    {
        Rune.DecodeFromUtf8(rest, out var rune, out _);
        return rune.ToString();
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
