using Microsoft.Win32.SafeHandles;

namespace KaizenGate.Core.History.Caching;

/// <summary>A file in the cache's folder.</summary>
/// <param name="Path">Its whole path.</param>
/// <param name="Name">Its name without the ending.</param>
/// <param name="SavedAt">When it was written, UTC.</param>
internal sealed record CacheFile(string Path, string Name, DateTime SavedAt);

/// <summary>
/// The folder that git names for us. Whatever the file system refuses reads as "not there" and writes as nothing at all. A symbolic link
/// in the place of the folder or of a file is not followed: what it names is not ours to read, to fill or to tidy.
/// </summary>
/// <param name="path">Its absolute path; made when something is first written, in a folder that is there.</param>
/// <param name="time">Tells what is old.</param>
internal sealed class CacheFolder(string path, TimeProvider time)
{
    private const string Extension = ".history";
    private const string TemporaryExtension = ".history.tmp";

    /// <summary>Nobody writes for so long: the run that began such a file was killed.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string path = Path.TrimEndingDirectorySeparator(path);

    /// <summary>The path of a cache file.</summary>
    public string PathOf(string name) => Path.Combine(path, name + Extension);

    /// <summary>The cache files whose names start like this.</summary>
    public IReadOnlyList<CacheFile> Files(string start = "") => List(start + "*", Extension);

    /// <summary>A file's bytes, or only its head.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="length">How many bytes to read, told by the first <see cref="CacheFormat.LeastBytes"/> and the length of the file; null for none.</param>
    /// <returns>Null when it is not there, is no plain file, may not be read, or has not got so many bytes.</returns>
    public byte[]? Read(string file, Func<byte[], long, int?> length)
    {
        try
        {
            // A pipe or a device has no length, so that it is never opened and nobody waits for it.
            var there = new FileInfo(file);
            if (
                IsLink(path)
                || !there.Exists
                || there.Attributes.HasFlag(FileAttributes.ReparsePoint)
                || there.Length is < CacheFormat.LeastBytes or > CacheFormat.MostBytes
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
            var start = new byte[CacheFormat.LeastBytes];
            return Fill(handle, start, from: 0) && length(start, RandomAccess.GetLength(handle)) is { } bytes
                ? ReadOn(handle, start, bytes)
                : null;
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            return null;
        }
    }

    /// <summary>Puts a file in its place, whole or not at all.</summary>
    /// <returns>Whether it is there now.</returns>
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
                // It is not forced to the disk, which a commit would have to wait for: the checksum finds what a power cut left behind.
                RandomAccess.Write(handle, bytes, fileOffset: 0);
            }

            File.Move(temporary, file, overwrite: true);
            return true;
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            if (temporary is not null)
            {
                Delete(temporary);
            }

            return false;
        }
    }

    /// <summary>Deletes a file, if that is allowed.</summary>
    public static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            // It stays, and the next run tries again.
        }
    }

    /// <summary>Deletes what killed runs left behind.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var file in List("*", TemporaryExtension))
        {
            // A clock that was wrong may have dated it in the future.
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
        catch (Exception refused) when (IsRefusal(refused))
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

    private static bool IsRefusal(Exception error) =>
        error
            is IOException
                or UnauthorizedAccessException
                or NotSupportedException
                or System.Security.SecurityException;
}
