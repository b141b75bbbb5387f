using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>Decodes a large UTF-8 file without holding its bytes: one pass counts the characters, a second one writes them.</summary>
internal static class LargeText
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>The text without byte order mark; null when the file is no valid UTF-8, or changes while it is read.</summary>
    public static string? Read(Stream stream)
    {
        try
        {
            var length = 0;
            foreach (var piece in Pieces(stream))
            {
                length += piece.Length;
            }

            var written = 0;
            var text = string.Create(
                length,
                stream,
                (characters, source) =>
                {
                    foreach (var piece in Pieces(source))
                    {
                        if (piece.Length <= characters.Length - written)
                        {
                            piece.Span.CopyTo(characters[written..]);
                        }

                        written += piece.Length;
                    }
                }
            );
            return written == length ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The characters of the file from its start, in pieces that are valid until the next one is asked for.</summary>
    private static IEnumerable<ReadOnlyMemory<char>> Pieces(Stream stream)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[PieceBytes];
        var characters = new char[PieceBytes + 1];
        stream.Position = 0;
        var isStart = true;
        while (true)
        {
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var skipped =
                isStart && bytes.AsSpan(0, read).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            isStart = false;
            var isLast = read < bytes.Length;
            var count = decoder.GetChars(bytes.AsSpan(skipped, read - skipped), characters, isLast);
            yield return characters.AsMemory(0, count);
            if (isLast)
            {
                yield break;
            }
        }
    }
}
