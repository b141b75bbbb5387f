using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Reads JSON into values: a text is as in JSON, and a number or a truth value is its text.</summary>
internal static class JsonTree
{
    private static readonly JsonReaderOptions Options = new()
    {
        MaxDepth = 40,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads one value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset of the text in the original, which is added to each offset.</param>
    /// <param name="wrong">Where the text is not JSON, and why; null when all of it was read.</param>
    /// <returns>The value; null when the text is not JSON.</returns>
    public static DataValue? Read(ReadOnlySpan<char> text, int start, out (int Offset, string Message)? wrong)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), Options);
        var offsets = new Offsets(bytes, start);
        try
        {
            reader.Read();
            var value = Value(ref reader, ref offsets);
            reader.Read();
            wrong = null;
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text with half of a surrogate pair.
            var reason = exception is JsonException ? "this is not JSON" : "this text is not valid Unicode";
            wrong = (offsets.Of(reader.TokenStartIndex), reason);
            return null;
        }
    }

    private static DataValue Value(ref Utf8JsonReader reader, ref Offsets offsets)
    {
        var at = offsets.Of(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = ImmutableArray.CreateBuilder<(string, DataValue)>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
                {
                    var key = reader.GetString()!;
                    reader.Read();
                    entries.Add((key, Value(ref reader, ref offsets)));
                }

                return new DataMap(at, entries.ToImmutable());
            case JsonTokenType.StartArray:
                var values = ImmutableArray.CreateBuilder<DataValue>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                {
                    values.Add(Value(ref reader, ref offsets));
                }

                return new DataList(at, values.ToImmutable());
            case JsonTokenType.String:
                return new DataText(at, reader.GetString()!, false);
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                return new DataText(at, number.ToString(CultureInfo.InvariantCulture), false);
            case JsonTokenType.True:
                return new DataText(at, "true", false);
            case JsonTokenType.False:
                return new DataText(at, "false", false);
            default:
                return new DataText(at, "", false);
        }
    }

    /// <summary>Converts positions in UTF-8, which only ascend, into those in the text.</summary>
    private struct Offsets(byte[] bytes, int start)
    {
        private int position;
        private int characters = start;

        public int Of(long index)
        {
            characters += Encoding.UTF8.GetCharCount(bytes, position, (int)index - position);
            position = (int)index;
            return characters;
        }
    }
}
