namespace KaizenGate.Core.Files;

/// <summary>
/// Opens everything that is read: only plain files of bounded size. A repository can contain links to devices, which never end, and
/// pipes, which block.
/// </summary>
internal static class PlainFile
{
    /// <summary>The limit of files without one of their own: settings, baselines, hooks, git's small files.</summary>
    public const long UsualBytes = 16L * 1024 * 1024;

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="maxBytes">The largest size; a file that grows later must be read no further.</param>
    /// <exception cref="FileTooLargeException">It is larger.</exception>
    /// <exception cref="NotPlainFileException">It is a device, a pipe or a socket.</exception>
    /// <exception cref="IOException">It does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or may not be read.</exception>
    public static FileStream Open(string path, long maxBytes = UsualBytes)
    {
        if (FileStatus.IsSpecial(path))
        {
            throw new NotPlainFileException();
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            return !stream.CanSeek ? throw new NotPlainFileException()
                : stream.Length > maxBytes ? throw new FileTooLargeException(stream.Length, maxBytes)
                : stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a file; the exceptions are those of <see cref="Open"/>.</summary>
    public static byte[] Read(string path, long maxBytes = UsualBytes)
    {
        using var stream = Open(path, maxBytes);
        return Rest(stream, maxBytes);
    }

    /// <summary>Reads an open file from its start, even one that grows meanwhile.</summary>
    /// <exception cref="FileTooLargeException">It is larger than the limit.</exception>
    public static byte[] Rest(Stream stream, long maxBytes)
    {
        if (stream.Length > maxBytes)
        {
            throw new FileTooLargeException(stream.Length, maxBytes);
        }

        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)stream.Length));
        stream.Position = 0;
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Reads a small text file; the exceptions are those of <see cref="Open"/>.</summary>
    public static string ReadText(string path, long maxBytes = UsualBytes)
    {
        using var reader = new StreamReader(Open(path, maxBytes));
        return reader.ReadToEnd();
    }
}

/// <summary>A path leads to a device, a pipe or a socket.</summary>
internal sealed class NotPlainFileException() : IOException("this is a device, a pipe or a socket, not a plain file");

/// <summary>A file is larger than the limit.</summary>
internal sealed class FileTooLargeException(long length, long limit)
    : IOException($"the file has {length:N0} bytes, more than the limit of {limit:N0}")
{
    public long Length { get; } = length;
}
