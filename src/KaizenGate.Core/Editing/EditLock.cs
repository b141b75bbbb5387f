using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Editing;

/// <summary>
/// Prevents two runs from editing one backlog at the same time. The operating system releases the lock when a process ends. The lock
/// is a file in the git folder, where it is ignored, or else next to the backlog.
/// </summary>
internal static class EditLock
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private const int FirstPauseMilliseconds = 2;
    private const int MaxPauseMilliseconds = 50;

    /// <summary>Waits for the lock of a backlog, which the caller releases by disposing of the result.</summary>
    /// <param name="file">The backlog.</param>
    /// <param name="realPath">Its path without symbolic links.</param>
    /// <param name="timeout">How long to wait; null for <see cref="Timeout"/>.</param>
    /// <exception cref="InputException">Another run keeps the lock until the timeout, or the folder is not writable.</exception>
    public static FileStream Take(SourceFile file, string realPath, TimeSpan? timeout = null)
    {
        var until = Environment.TickCount64 + (long)(timeout ?? Timeout).TotalMilliseconds;
        var pause = FirstPauseMilliseconds;
        while (true)
        {
#pragma warning disable CA2000 // The caller disposes of it.
            var held = TryTake(file, realPath);
#pragma warning restore CA2000
            if (held is not null)
            {
                return held;
            }

            if (Environment.TickCount64 > until)
            {
                throw new InputException(
                    "another run is still editing this backlog",
                    "Wait for it or end it, then try again.",
                    file.Path
                );
            }

            Thread.Sleep(pause);
            pause = Math.Min(pause * 2, MaxPauseMilliseconds);
        }
    }

    /// <summary>Returns the possible paths of the lock, the preferred one first.</summary>
    internal static IEnumerable<string> PathsFor(string realPath)
    {
        var folder = Path.GetDirectoryName(realPath)!;
        if (RepositoryFolder.Of(folder) is { } git)
        {
            var name = Path.GetRelativePath(git.Root, realPath);
            yield return Path.Join(git.Git, $"kaizen-{string.Concat(name.Select(Safe))}.lock");
        }

        yield return Path.Join(folder, $".{Path.GetFileName(realPath)}.lock");
    }

    private static char Safe(char character) =>
        char.IsLetterOrDigit(character) || character is '.' or '_' ? character : '-';

    /// <summary>Returns null while another run holds the lock.</summary>
    private static FileStream? TryTake(SourceFile file, string realPath)
    {
        Exception? refusal = null;
        foreach (var path in PathsFor(realPath))
        {
            try
            {
                return LockedFile.Open(path);
            }
            catch (Exception e)
                when (e is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException)
            {
                refusal = e;
            }
            catch (IOException e) when (IsHeld(e))
            {
                return null;
            }
            catch (IOException e)
            {
                refusal = e;
            }
        }

        throw CannotWrite(file, refusal!);
    }

    internal static InputException CannotWrite(SourceFile file, Exception refusal) =>
        new(
            new InputError(
                $"cannot be written: {refusal.Message}",
                "Check that the file and its folder are writable, and that the disk is not full.",
                file.Path
            )
        );

    /// <summary>Whether another process has the file: EWOULDBLOCK, or a sharing violation on Windows.</summary>
    private static bool IsHeld(IOException refusal) =>
        OperatingSystem.IsWindows() ? (refusal.HResult & 0xFFFF) is 32 or 33 : refusal.HResult is 11 or 35;
}
