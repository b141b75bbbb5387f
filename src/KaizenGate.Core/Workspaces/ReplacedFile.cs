namespace KaizenGate.Workspaces;

/// <summary>Writes a file: wholly, or not at all.</summary>
internal static class ReplacedFile
{
    /// <summary>
    /// Writes beside the destination and moves it over. Missing folders are made; an existing file keeps its permissions, a
    /// symbolic link its target. A device (<c>/dev/stdout</c>) is written to as it is.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes what stands in it from now on.</param>
    /// <param name="mayReplace">Asked when all is written: false leaves what stood there before; null for yes.</param>
    /// <exception cref="IOException">It cannot be written; what stood there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what stood there before is untouched.</exception>
    public static void Write(string path, Action<Stream> write, Func<bool>? mayReplace = null)
    {
        var target = Resolve(path);
        if (IsDevice(target))
        {
            using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
            write(device);
        }
        else
        {
            Replace(target, write, mayReplace);
        }
    }

    private static string Resolve(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new IOException("that is no path");
        }

        var full = Path.GetFullPath(path);
        if (IsDevice(full))
        {
            return full;
        }

        var isLink = new FileInfo(full).LinkTarget is not null;
        var target = isLink ? File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName : full;
        return Directory.Exists(target) || Path.EndsInDirectorySeparator(target)
            ? throw new IOException("that is a folder")
            : target;
    }

    // Renaming over a device would replace it for everyone. /dev/shm holds plain files.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static void Replace(string target, Action<Stream> write, Func<bool>? mayReplace)
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".kaizen-{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
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
