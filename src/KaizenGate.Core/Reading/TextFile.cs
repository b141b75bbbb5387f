using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>The text of a file in any Unicode encoding.</summary>
/// <param name="Text">The text without byte order mark, with replacement characters for invalid bytes and NULs.</param>
/// <param name="InvalidAt">The offset of the first character that replaces invalid bytes; null when all bytes are valid.</param>
internal sealed record TextFile(string Text, int? InvalidAt)
{
    /// <summary>A larger file is decoded in pieces, so that its bytes take no memory in addition to its text.</summary>
    private const int LargeBytes = 1024 * 1024;

    /// <exception cref="InputException">The file cannot be read, or is larger than the limit.</exception>
    public static TextFile Read(SourceFile file, long maxBytes)
    {
        try
        {
            using var stream = PlainFile.Open(file.FullPath, maxBytes);
            return stream.Length > LargeBytes && LargeText.Read(stream) is { } text
                ? new TextFile(text.Replace('\0', '\uFFFD'), null)
                : Decode(PlainFile.Rest(stream, maxBytes));
        }
        catch (FileTooLargeException tooLarge)
        {
            throw new InputException(
                new InputError(
                    tooLarge.Message,
                    "Split it, move completed items to the archive, or raise maxFileSize in kaizen.json",
                    file.Path
                )
            );
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InputException(
                new InputError(
                    $"cannot be read: {exception.Message}",
                    "Check that the file exists and can be read",
                    file.Path
                )
            );
        }
    }

    /// <summary>Decodes by the byte order mark, or as UTF-8 without one.</summary>
    public static TextFile Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        var text = encoding.GetString(bytes[mark..]);
        var replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        int? invalid = replaced >= 0 && !IsValid(bytes[mark..], encoding) ? replaced : null;
        return new TextFile(text.Replace('\0', '\uFFFD'), invalid);
    }

    /// <summary>Returns the text as UTF-8 without byte order mark; UTF-8 input is not validated.</summary>
    public static ReadOnlySpan<byte> AsUtf8(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        return encoding is UTF8Encoding ? bytes[mark..] : Encoding.UTF8.GetBytes(encoding.GetString(bytes[mark..]));
    }

    private static bool IsValid(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        encoding is UTF8Encoding
            ? System.Text.Unicode.Utf8.IsValid(bytes)
            : encoding.GetByteCount(encoding.GetString(bytes)) == bytes.Length;

    /// <summary>Returns the encoding by the byte order mark, or UTF-8 without one, and the length of the mark in bytes.</summary>
    internal static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (Encoding.UTF8, 0),
        };
}

/// <summary>Decodes a large UTF-8 file without loading its bytes: one pass counts the characters, a second one writes them.</summary>
internal static class LargeText
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Returns the text without byte order mark; null when the file is not valid UTF-8 or changes while it is read.</summary>
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

    /// <summary>Returns the characters of the file in pieces; each piece is valid until the next one is requested.</summary>
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
