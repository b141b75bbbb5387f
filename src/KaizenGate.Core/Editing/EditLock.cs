using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Editing;

/// <summary>
/// Keeps two runs from editing one backlog at a time. The operating system lets go of it when a run ends, however it ends. It is a file in the
/// folder of git, where nobody sees it, or else beside the backlog.
/// </summary>
internal static class EditLock
{
    /// <summary>How long a run waits for others.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int FirstPause = 2;
    private const int LongestPause = 50;

    /// <summary>Waits until nobody else edits the backlog; nobody does until the result is disposed of.</summary>
    /// <param name="file">The backlog.</param>
    /// <param name="realPath">Its path without symbolic links.</param>
    /// <exception cref="InputException">Somebody else edits it for too long, or its folder cannot be written to.</exception>
    public static FileStream Take(SourceFile file, string realPath) => Take(file, realPath, Patience);

    internal static FileStream Take(SourceFile file, string realPath, TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        var pause = FirstPause;
        while (true)
        {
#pragma warning disable CA2000 // The caller lets go of it.
            var held = TryTake(file, realPath);
#pragma warning restore CA2000
            if (held is not null)
            {
                return held;
            }

            if (Environment.TickCount64 > until)
            {
                throw new InputException(
                    new InputError(
                        "another run has been editing this backlog for too long",
                        "Wait for it or end it, then try again.",
                        file.Path
                    )
                );
            }

            // The system tells nobody that a file is free again.
            Thread.Sleep(pause);
            pause = Math.Min(pause * 2, LongestPause);
        }
    }

    /// <summary>The paths of the lock, the better first.</summary>
    internal static IEnumerable<string> PathsFor(string realPath)
    {
        var folder = Path.GetDirectoryName(realPath)!;
        if (GitFolderOf(folder) is { } git)
        {
            var name = Path.GetRelativePath(git.Root, realPath);
            yield return Path.Join(git.Folder, $"kaizen-{string.Concat(name.Select(Safe))}.lock");
        }

        yield return Path.Join(folder, $".{Path.GetFileName(realPath)}.lock");
    }

    private static char Safe(char sign) => char.IsLetterOrDigit(sign) || sign is '.' or '_' ? sign : '-';

    /// <summary>The stream that holds the lock; null while another run holds it.</summary>
    private static FileStream? TryTake(SourceFile file, string realPath)
    {
        Exception? refusal = null;
        foreach (var path in PathsFor(realPath))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (Exception e)
                when (e is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException)
            {
                refusal = e;
            }
            catch (IOException e)
            {
                if (IsHeld(e))
                {
                    return null;
                }

                refusal = e;
            }
        }

        throw CannotWrite(file, refusal!);
    }

    internal static InputException CannotWrite(SourceFile file, Exception refusal) =>
        new(
            new InputError(
                $"cannot be written: {refusal.Message}",
                "Check that the file and its folder may be written to, and that the disk is not full.",
                file.Path
            )
        );

    /// <summary>Whether a refusal only says that another process has the file: EWOULDBLOCK, or a sharing violation on Windows.</summary>
    private static bool IsHeld(IOException refusal) =>
        OperatingSystem.IsWindows() ? (refusal.HResult & 0xFFFF) is 32 or 33 : refusal.HResult is 11 or 35;

    /// <summary>The working tree that holds a folder and the folder of git that belongs to it; null outside of any.</summary>
    private static (string Root, string Folder)? GitFolderOf(string folder)
    {
        if (Workspace.RepositoryAbove(folder) is not { } root)
        {
            return null;
        }

        var git = Path.Join(root, ".git");
        if (Directory.Exists(git))
        {
            return (root, git);
        }

        try
        {
            // A working tree of its own, or a submodule: the file names the folder.
            var link = File.ReadAllText(git).Trim();
            var target = link.StartsWith("gitdir:", StringComparison.Ordinal)
                ? Path.GetFullPath(link[7..].Trim(), root)
                : "";
            return Directory.Exists(target) ? (root, target) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
