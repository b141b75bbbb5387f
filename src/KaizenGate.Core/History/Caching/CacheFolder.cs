using Microsoft.Win32.SafeHandles;

namespace KaizenGate.Core.History.Caching;

/// <param name="Path">The absolute path of the file.</param>
/// <param name="Name">Its name without the extension.</param>
/// <param name="SavedAt">The time of the last write, UTC.</param>
internal sealed record CacheFile(string Path, string Name, DateTime SavedAt);

/// <summary>
/// The cache folder. An inaccessible file reads as missing, and a failed write is ignored. Symbolic links are not followed, because
/// their targets may not belong to the cache.
/// </summary>
/// <param name="path">The absolute path; created on the first write if its parent exists.</param>
/// <param name="time">Used to find abandoned files.</param>
internal sealed class CacheFolder(string path, TimeProvider time)
{
    private const string Extension = ".history";
    private const string TemporaryExtension = ".history.tmp";

    /// <summary>A temporary file older than this belongs to a killed run.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string path = Path.TrimEndingDirectorySeparator(path);

    public string PathOf(string name) => Path.Combine(path, name + Extension);

    /// <summary>Lists the cache files whose names start with a text.</summary>
    public IReadOnlyList<CacheFile> Files(string start = "") => List(start + "*", Extension);

    /// <summary>Reads the start of a file, or all of it.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="length">Returns the number of bytes to read from the first <see cref="CacheFormat.MinBytes"/> and the length of the file; null for none.</param>
    /// <returns>Null when the file is missing, not a regular file, not readable or too short.</returns>
    public byte[]? Read(string file, Func<byte[], long, int?> length)
    {
        try
        {
            // A pipe or a device has no length, so it is not opened, which could block.
            var info = new FileInfo(file);
            if (
                IsLink(path)
                || !info.Exists
                || info.Attributes.HasFlag(FileAttributes.ReparsePoint)
                || info.Length is < CacheFormat.MinBytes or > CacheFormat.MaxBytes
            )
            {
                return null;
            }

            using var handle = File.OpenHandle(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var start = new byte[CacheFormat.MinBytes];
            return Fill(handle, start, from: 0) && length(start, RandomAccess.GetLength(handle)) is { } bytes
                ? ReadOn(handle, start, bytes)
                : null;
        }
        catch (Exception refused) when (IsAccessError(refused))
        {
            return null;
        }
    }

    /// <summary>Writes a file atomically.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Write(string file, ReadOnlySpan<byte> bytes)
    {
        string? temporary = null;
        try
        {
            if (IsLink(path) || !Directory.Exists(Path.GetDirectoryName(path)))
            {
                return false;
            }

            Directory.CreateDirectory(path);
            temporary = Path.Combine(path, Path.GetRandomFileName() + TemporaryExtension);
            using (var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                // Not flushed to disk, which would delay a commit: the checksum detects the result of a power failure.
                RandomAccess.Write(handle, bytes, fileOffset: 0);
            }

            File.Move(temporary, file, overwrite: true);
            return true;
        }
        catch (Exception refused) when (IsAccessError(refused))
        {
            if (temporary is not null)
            {
                Delete(temporary);
            }

            return false;
        }
    }

    /// <summary>Deletes a file, if possible.</summary>
    public static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception refused) when (IsAccessError(refused))
        {
            // The next run tries again.
        }
    }

    /// <summary>Deletes temporary files of killed runs.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var file in List("*", TemporaryExtension))
        {
            // A wrong clock may have dated it in the future.
            if ((now - file.SavedAt).Duration() > Abandoned)
            {
                Delete(file.Path);
            }
        }
    }

    private CacheFile[] List(string pattern, string extension)
    {
        try
        {
            return IsLink(path) || !Directory.Exists(path)
                ? []
                :
                [
                    .. new DirectoryInfo(path)
                        .EnumerateFiles(pattern + extension)
                        .Select(file => new CacheFile(
                            file.FullName,
                            file.Name[..^extension.Length],
                            file.LastWriteTimeUtc
                        )),
                ];
        }
        catch (Exception refused) when (IsAccessError(refused))
        {
            return [];
        }
    }

    private static byte[]? ReadOn(SafeFileHandle handle, byte[] start, int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        start.CopyTo(bytes, 0);
        return Fill(handle, bytes.AsSpan(start.Length), start.Length) ? bytes : null;
    }

    private static bool Fill(SafeFileHandle handle, Span<byte> bytes, long from)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(handle, bytes, from);
            if (read == 0)
            {
                return false;
            }

            bytes = bytes[read..];
            from += read;
        }

        return true;
    }

    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;

    private static bool IsAccessError(Exception error) =>
        error
            is IOException
                or UnauthorizedAccessException
                or NotSupportedException
                or System.Security.SecurityException;
}
