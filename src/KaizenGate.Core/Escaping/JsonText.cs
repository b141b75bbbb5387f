using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KaizenGate.Escaping;

/// <summary>
/// Writes JSON that is readable, and inert when it is printed to a log or a terminal: the second of two <c>#</c> and
/// all signs of writing direction go out as <c>\uXXXX</c>. What a program reads is the text as it was.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> Suspects = SearchValues.Create([(byte)'#', 0xD8, 0xE2]);

    public static void Write(Stream stream, Action<Utf8JsonWriter> write) => Write(stream, write, isIndented: true);

    /// <summary>The same on one line, its end included.</summary>
    public static void WriteLine(Stream stream, Action<Utf8JsonWriter> write) =>
        Write(stream, write, isIndented: false);

    private static void Write(Stream stream, Action<Utf8JsonWriter> write, bool isIndented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // The relaxed encoder is the one that leaves quotes and accents readable; nobody pastes a report into HTML unescaped.
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    Indented = isIndented,
                    NewLine = "\n",
                }
            )
        )
        {
            write(json);
        }

        var result = new ArrayBufferWriter<byte>(buffer.WrittenCount + 1);
        Copy(buffer.WrittenSpan, result);
        result.Write("\n"u8);
        stream.Write(result.WrittenSpan);
    }

    /// <summary>Writes a number that JSON knows, or null: a formula may divide by zero.</summary>
    public static void FiniteOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void NumberOrNull(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Copy(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> result)
    {
        var before = (byte)0;
        while (json.IndexOfAny(Suspects) is >= 0 and var at)
        {
            before = at > 0 ? json[at - 1] : before;
            var (length, code) = Escape(json[at..], before);
            result.Write(json[..(code is null ? at + length : at)]);
            if (code is { } escaped)
            {
                Encoding.ASCII.GetBytes($"\\u{escaped:X4}", result);
            }

            before = json[at + length - 1];
            json = json[(at + length)..];
        }

        result.Write(json);
    }

    // What is escaped here occurs in strings only, and never behind an escaping backslash.
    private static (int Length, int? Code) Escape(ReadOnlySpan<byte> json, byte before) =>
        json switch
        {
            [(byte)'#', ..] => (1, before == '#' ? '#' : null),
            [0xD8, 0x9C, ..] => (2, 0x061C),
            [0xE2, 0x80, (0x8E or 0x8F or (>= 0xAA and <= 0xAE)) and var last, ..] => (3, 0x2000 + last - 0x80),
            [0xE2, 0x81, >= 0xA6 and <= 0xA9 and var last, ..] => (3, 0x2040 + last - 0x80),
            _ => (1, null),
        };
}
