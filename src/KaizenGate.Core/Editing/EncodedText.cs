using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>The text of a file, which can be written back in the same encoding.</summary>
/// <param name="Text">The text without byte order mark.</param>
/// <param name="Bytes">The content of the file.</param>
internal sealed record EncodedText(string Text, byte[] Bytes)
{
    /// <exception cref="InputException">Some bytes are not valid text, so that writing them back would change them.</exception>
    public static EncodedText Of(SourceFile file, byte[] bytes)
    {
        var (encoding, mark) = TextFile.EncodingOf(bytes);
        var text = encoding.GetString(bytes.AsSpan(mark));
        var decoded = new EncodedText(text, bytes);
        if (decoded.Encode(text).AsSpan().SequenceEqual(bytes))
        {
            return decoded;
        }

        var at = new LineMap(text).Span(Math.Max(0, text.IndexOf('\uFFFD', StringComparison.Ordinal)), 1);
        throw new InputException(
            "the bytes here are not valid text, so an edit would damage the file",
            "Save it as UTF-8.",
            file.Path,
            at.Line,
            at.Column
        );
    }

    /// <summary>Encodes another text in the file's encoding, with its byte order mark.</summary>
    public byte[] Encode(string text)
    {
        var (encoding, mark) = TextFile.EncodingOf(Bytes);
        var encoded = new byte[mark + encoding.GetByteCount(text)];
        Bytes.AsSpan(0, mark).CopyTo(encoded);
        encoding.GetBytes(text, encoded.AsSpan(mark));
        return encoded;
    }
}
