using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Editing;

/// <summary>
/// Prevents two runs from editing one backlog at the same time. The operating system releases the lock when a process ends. The lock
/// is a file in the git folder, where it is ignored, or else next to the backlog.
/// </summary>
internal static class EditLock
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Waits for the lock of a backlog, which the caller releases by disposing of the result.</summary>
    /// <param name="file">The backlog.</param>
    /// <param name="realPath">Its path without symbolic links.</param>
    /// <param name="timeout">How long to wait; null for <see cref="Timeout"/>.</param>
    /// <exception cref="InputException">Another run keeps the lock until the timeout, or the folder is not writable.</exception>
    public static FileStream Take(SourceFile file, string realPath, TimeSpan? timeout = null)
    {
        Exception? refusal = null;
        foreach (var path in PathsFor(realPath))
        {
            try
            {
                return LockedFile.Wait(path, timeout ?? Timeout);
            }
            catch (IOException e) when (LockedFile.IsHeld(e))
            {
                throw new InputException(
                    "another run is still editing this backlog",
                    "Wait for it or end it, then try again.",
                    file.Path
                );
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refusal = e;
            }
        }

        throw CannotWrite(file, refusal!);
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

    internal static InputException CannotWrite(SourceFile file, Exception refusal) =>
        new(
            new InputError(
                $"cannot be written: {refusal.Message}",
                "Check that the file and its folder are writable, and that the disk is not full.",
                file.Path
            )
        );
}
