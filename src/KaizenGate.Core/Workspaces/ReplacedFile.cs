using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.Workspaces;

/// <summary>Writes files atomically.</summary>
internal static class ReplacedFile
{
    /// <summary>A temporary file older than this belongs to a killed run.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>
    /// Writes a temporary file next to the destination and renames it. Creates missing folders, keeps permissions, and follows a
    /// symbolic link. Writes directly to a device such as <c>/dev/stdout</c>. Deletes temporary files of killed runs.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the new content.</param>
    /// <param name="mayReplace">Called before the rename; false keeps the old file. Null for true.</param>
    /// <param name="isLocked">Whether no other run can be writing this file, so that every temporary file is abandoned.</param>
    /// <param name="mode">Its new permissions, on Unix; null to keep them, or for the default.</param>
    /// <exception cref="IOException">It cannot be written; the old file is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; the old file is unchanged.</exception>
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

    // A rename would replace the device for all processes. /dev/shm contains regular files.
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
        RemoveAbandoned(folder, prefix, isLocked ? TimeSpan.Zero : Abandoned);
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

    /// <summary>The start of the names of temporary files. It contains a hash, because the name itself could become too long.</summary>
    internal static string TemporaryPrefix(string name) =>
        $".kaizen-{(uint)XxHash64.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan())):x8}-";

    /// <summary>Deletes temporary files of killed runs, if possible.</summary>
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
            // The folder may be writable but not readable.
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
            // The caller reports the first failure.
        }
    }
}
