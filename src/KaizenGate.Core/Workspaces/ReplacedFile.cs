using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.Workspaces;

/// <summary>Writes a file: wholly, or not at all.</summary>
internal static class ReplacedFile
{
    /// <summary>After this long nobody writes any more what a file was to be replaced with.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    /// <summary>
    /// Writes beside the destination and moves it over. Missing folders are made; an existing file keeps its permissions, a
    /// symbolic link its target. A device (<c>/dev/stdout</c>) is written to as it is. What a run left beside it that was killed is removed.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes what stands in it from now on.</param>
    /// <param name="mayReplace">Asked when all is written: false leaves what stood there before; null for yes.</param>
    /// <param name="isLocked">Whether no other run can be writing this file now, so that whatever lies beside it was left behind.</param>
    /// <param name="mode">Its permissions from now on, where the system knows such; null for those that it had, or the usual ones.</param>
    /// <exception cref="IOException">It cannot be written; what stood there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what stood there before is untouched.</exception>
    public static void Write(
        string path,
        Action<Stream> write,
        Func<bool>? mayReplace = null,
        bool isLocked = false,
        UnixFileMode? mode = null
    )
    {
        var target = Resolve(path);
        if (IsDevice(target))
        {
            using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
            write(device);
        }
        else
        {
            Replace(target, write, mayReplace, isLocked, mode);
        }
    }

    private static string Resolve(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new IOException("not a valid path");
        }

        var full = Path.GetFullPath(path);
        if (IsDevice(full))
        {
            return full;
        }

        var isLink = new FileInfo(full).LinkTarget is not null;
        var target = isLink ? File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName : full;
        return Directory.Exists(target) || Path.EndsInDirectorySeparator(target)
            ? throw new IOException("is a folder")
            : target;
    }

    // Renaming over a device would replace it for everyone. /dev/shm holds plain files.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static void Replace(
        string target,
        Action<Stream> write,
        Func<bool>? mayReplace,
        bool isLocked,
        UnixFileMode? mode
    )
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var prefix = TemporaryPrefix(Path.GetFileName(target));
        RemoveAbandoned(folder, prefix, isLocked ? TimeSpan.Zero : LongestWrite);
        var temporary = Path.Combine(folder, prefix + Path.GetRandomFileName());
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && (mode is not null || File.Exists(target)))
            {
                File.SetUnixFileMode(temporary, mode ?? File.GetUnixFileMode(target));
            }

            if (mayReplace?.Invoke() ?? true)
            {
                File.Move(temporary, target, overwrite: true);
            }
            else
            {
                Discard(temporary);
            }
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    /// <summary>How the names begin of what one file is replaced with: of the same length for every file, as the longest names leave no room.</summary>
    internal static string TemporaryPrefix(string name) =>
        $".kaizen-{(uint)XxHash64.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan())):x8}-";

    /// <summary>Removes what killed runs left behind. What cannot be removed does not keep anybody from writing.</summary>
    private static void RemoveAbandoned(string folder, string prefix, TimeSpan age)
    {
        try
        {
            foreach (var left in Directory.EnumerateFiles(folder, prefix + "*"))
            {
                if (age == TimeSpan.Zero || DateTime.UtcNow - File.GetLastWriteTimeUtc(left) > age)
                {
                    Discard(left);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder may be written to but not be listed.
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }
}
