using System.Security.Cryptography;
using System.Text;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>The text of a file, which can be written back in the same encoding.</summary>
internal sealed class EncodedText
{
    /// <summary>The number of characters encoded at once: all bytes of a large text would take half its memory again.</summary>
    private const int ChunkLength = 32 * 1024;

    private readonly Encoding encoding;
    private readonly byte[] mark;

    /// <summary>Instead of the bytes, which would take memory during an edit.</summary>
    private readonly byte[] hash;

    private EncodedText(byte[] bytes)
    {
        (encoding, var length) = TextFile.EncodingOf(bytes);
        (mark, hash) = (bytes[..length], SHA256.HashData(bytes));
        Text = encoding.GetString(bytes.AsSpan(length));
    }

    /// <summary>For a file that does not exist.</summary>
    public static EncodedText Empty { get; } = new([]);

    /// <summary>The text without byte order mark.</summary>
    public string Text { get; }

    /// <exception cref="InputException">Some bytes are not valid text, so that writing them back would change them.</exception>
    public static EncodedText Of(SourceFile file, byte[] bytes)
    {
        var decoded = new EncodedText(bytes);
        var length = 0;
        var isSame = true;
        decoded.Encode(
            decoded.Text,
            chunk =>
            {
                isSame = isSame && bytes.AsSpan(length).StartsWith(chunk.Span);
                length += chunk.Length;
            }
        );
        if (isSame && length == bytes.Length)
        {
            return decoded;
        }

        var at = new LineMap(decoded.Text).Span(
            Math.Max(0, decoded.Text.IndexOf('\uFFFD', StringComparison.Ordinal)),
            1
        );
        throw new InputException(
            "the bytes here are not valid text, so an edit would damage the file",
            "Save it as UTF-8.",
            file.Path,
            at.Line,
            at.Column
        );
    }

    /// <summary>Whether it was read from these bytes.</summary>
    public bool IsOf(byte[] bytes) => SHA256.HashData(bytes).AsSpan().SequenceEqual(hash);

    /// <summary>Writes another text in the file's encoding, with its byte order mark.</summary>
    /// <returns>The SHA-256 of the bytes; see <see cref="JournaledFile.HashOf"/>.</returns>
    public string Write(string text, Stream target)
    {
        using var written = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Encode(
            text,
            chunk =>
            {
                target.Write(chunk.Span);
                written.AppendData(chunk.Span);
            }
        );
        return Convert.ToHexStringLower(written.GetHashAndReset());
    }

    /// <param name="take">Receives the bytes piece by piece; each is valid during the call.</param>
    private void Encode(string text, Action<ReadOnlyMemory<byte>> take)
    {
        take(mark);
        var encoder = encoding.GetEncoder();
        var buffer = new byte[encoding.GetMaxByteCount(Math.Min(text.Length, ChunkLength))];
        for (var rest = text.AsSpan(); !rest.IsEmpty; )
        {
            var chunk = rest[..Math.Min(rest.Length, ChunkLength)];
            rest = rest[chunk.Length..];
            take(buffer.AsMemory(0, encoder.GetBytes(chunk, buffer, flush: rest.IsEmpty)));
        }
    }
}
