using System.Security.Cryptography;
using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>The text of a file, which can be written back in the same encoding.</summary>
internal sealed class EncodedText
{
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

    /// <summary>The text without byte order mark.</summary>
    public string Text { get; }

    /// <exception cref="InputException">Some bytes are not valid text, so that writing them back would change them.</exception>
    public static EncodedText Of(SourceFile file, byte[] bytes)
    {
        var decoded = new EncodedText(bytes);
        if (decoded.Encode(decoded.Text).AsSpan().SequenceEqual(bytes))
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

    /// <summary>Encodes another text in the file's encoding, with its byte order mark.</summary>
    public byte[] Encode(string text)
    {
        var encoded = new byte[mark.Length + encoding.GetByteCount(text)];
        mark.CopyTo(encoded, 0);
        encoding.GetBytes(text, encoded.AsSpan(mark.Length));
        return encoded;
    }
}
