namespace KaizenGate.Core.Files;

/// <summary>Writes files atomically.</summary>
internal static class ReplacedFile
{
    /// <summary>
    /// Writes a temporary file and renames it. Creates missing folders and keeps permissions. Refuses a symbolic link, whose target
    /// may be any file. Writes directly to a device such as <c>/dev/stdout</c>. Deletes temporary files of killed runs.
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
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new IOException("not a valid path");
        }

        var target = Path.GetFullPath(path);
        if (IsDevice(target))
        {
            SystemCall.Of(() =>
            {
                using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
                write(device);
            });
            return;
        }

        if (new FileInfo(target).LinkTarget is not null)
        {
            throw new IOException("a symbolic link is in its place");
        }

        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(target))
        {
            throw new IOException("is a folder");
        }

        Replace(target, write, mayReplace, isLocked, mode);
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
        NewFile.CreateFolderOf(target);
        TemporaryFile.Sweep(target, isLocked);
        using var temporary = new TemporaryFile(target);
        if (!OperatingSystem.IsWindows() && mode is null && File.Exists(target))
        {
            mode = File.GetUnixFileMode(target);
        }

        temporary.Write(write, mode);
        if (mayReplace?.Invoke() ?? true)
        {
            temporary.MoveTo(target, overwrite: true);
        }
    }
}
