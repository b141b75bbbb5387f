using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>A file's text, whatever its encoding.</summary>
/// <param name="Text">The text without byte order mark; bytes that mean nothing are replacement characters, and so are NULs.</param>
/// <param name="InvalidAt">Offset of the first character that stands for invalid bytes; null when all were valid.</param>
internal sealed record TextFile(string Text, int? InvalidAt)
{
    /// <summary>From this size on a file is decoded piece by piece, so that its bytes take no memory beside its text.</summary>
    private const int LargeBytes = 1024 * 1024;

    /// <exception cref="InputException">The file cannot be read, or is larger than the limit.</exception>
    public static TextFile Read(SourceFile file, long maxBytes)
    {
        try
        {
            using var stream = new FileStream(
                file.FullPath,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            if (stream.Length > maxBytes)
            {
                throw new InputException(
                    new InputError(
                        $"the file has {stream.Length:N0} bytes, more than the limit of {maxBytes:N0}",
                        "Split it, move completed items to the archive, or raise maxFileSize in kaizen.json",
                        file.Path
                    )
                );
            }

            if (stream.Length > LargeBytes && LargeText.Read(stream) is { } text)
            {
                return new TextFile(text.Replace('\0', '\uFFFD'), null);
            }

            var bytes = new byte[stream.Length];
            stream.Position = 0;
            stream.ReadExactly(bytes);
            return Decode(bytes);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InputException(
                new InputError(
                    $"cannot be read: {exception.Message}",
                    "Check that the file exists and may be read",
                    file.Path
                )
            );
        }
    }

    /// <summary>Decodes by the byte order mark, UTF-8 without one.</summary>
    public static TextFile Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        var text = encoding.GetString(bytes[mark..]);
        var replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        int? invalid = replaced >= 0 && !IsValid(bytes[mark..], encoding) ? replaced : null;
        return new TextFile(text.Replace('\0', '\uFFFD'), invalid);
    }

    /// <summary>UTF-8 without byte order mark: the bytes themselves where they are UTF-8, valid or not.</summary>
    public static ReadOnlySpan<byte> AsUtf8(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        return encoding is UTF8Encoding ? bytes[mark..] : Encoding.UTF8.GetBytes(encoding.GetString(bytes[mark..]));
    }

    private static bool IsValid(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        encoding is UTF8Encoding
            ? System.Text.Unicode.Utf8.IsValid(bytes)
            : encoding.GetByteCount(encoding.GetString(bytes)) == bytes.Length;

    /// <summary>The encoding that the byte order mark tells, UTF-8 without one, and the mark's length in bytes.</summary>
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
