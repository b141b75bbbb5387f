using System.Buffers;
using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// Writes JSON to a stream so that it has no effect when it is printed to a log: the second of two <c>#</c> and all
/// bidirectional control characters become <c>\uXXXX</c>, which parsers decode. The writer must not split a string over two calls of <see cref="Advance"/>; <see cref="System.Text.Json.Utf8JsonWriter"/> does not.
/// </summary>
internal sealed class InertJson(Stream stream) : IBufferWriter<byte>
{
    private const int Size = 16 * 1024;

    private static readonly SearchValues<byte> Suspects = SearchValues.Create([(byte)'#', 0xD8, 0xE2]);

    private readonly ArrayBufferWriter<byte> done = new(Size);
    private byte[] chunk = new byte[Size];

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > chunk.Length)
        {
            chunk = new byte[sizeHint];
        }

        return chunk;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Advance(int count)
    {
        Escape(chunk.AsSpan(0, count));
        if (done.WrittenCount >= Size)
        {
            Flush();
        }
    }

    /// <summary>Writes a line end and flushes.</summary>
    public void EndLine()
    {
        done.Write("\n"u8);
        Flush();
    }

    private void Flush()
    {
        stream.Write(done.WrittenSpan);
        done.ResetWrittenCount();
    }

    private void Escape(ReadOnlySpan<byte> json)
    {
        var before = (byte)0;
        while (json.IndexOfAny(Suspects) is >= 0 and var at)
        {
            before = at > 0 ? json[at - 1] : before;
            var (length, code) = Escaped(json[at..], before);
            done.Write(json[..(code is null ? at + length : at)]);
            if (code is { } escaped)
            {
                Encoding.ASCII.GetBytes($"\\u{escaped:X4}", done);
            }

            before = json[at + length - 1];
            json = json[(at + length)..];
        }

        done.Write(json);
    }

    // These characters only occur in strings, and never after a backslash.
    private static (int Length, int? Code) Escaped(ReadOnlySpan<byte> json, byte before) =>
        json switch
        {
            [(byte)'#', ..] => (1, before == '#' ? '#' : null),
            [0xD8, 0x9C, ..] => (2, 0x061C),
            [0xE2, 0x80, (0x8E or 0x8F or (>= 0xAA and <= 0xAE)) and var last, ..] => (3, 0x2000 + last - 0x80),
            [0xE2, 0x81, >= 0xA6 and <= 0xA9 and var last, ..] => (3, 0x2040 + last - 0x80),
            _ => (1, null),
        };
}
