using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.Files;

/// <summary>
/// A file that becomes another one when it is complete. It is in git's folder, where <c>git add</c> does not see it, if that is on the
/// same file system; else next to the other one. Deleted unless it is moved.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    /// <summary>A temporary file older than this belongs to a killed run.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly FileStream stream;
    private bool isMoved;

    /// <param name="target">The absolute path of the other file; its folder must exist.</param>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created.</exception>
    public TemporaryFile(string target) => stream = InGit(target) ?? Create(Path.GetDirectoryName(target)!, target);

    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Action<Stream> write, UnixFileMode? mode)
    {
        SystemCall.Of(() =>
        {
            write(stream);
            stream.Flush(flushToDisk: true);
            stream.Dispose();
            if (!OperatingSystem.IsWindows() && mode is { } known)
            {
                File.SetUnixFileMode(stream.Name, known);
            }
        });
    }

    /// <exception cref="IOException">It cannot be moved; the other file is unchanged.</exception>
    public void MoveTo(string target, bool overwrite)
    {
        SystemCall.Of(() => File.Move(stream.Name, target, overwrite));
        isMoved = true;
    }

    public void Dispose()
    {
        try
        {
            SystemCall.Of(stream.Dispose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What could not be written is discarded.
        }

        if (!isMoved)
        {
            Discard(stream.Name);
        }
    }

    /// <summary>Deletes the temporary files of killed runs for a file, if possible.</summary>
    /// <param name="target">The absolute path of the file.</param>
    /// <param name="isLocked">Whether no other run can be writing this file, so that every temporary file is abandoned.</param>
    public static void Sweep(string target, bool isLocked)
    {
        try
        {
            foreach (
                var left in Folders(target).SelectMany(folder => Directory.EnumerateFiles(folder, Prefix(target) + "*"))
            )
            {
                if (isLocked || DateTime.UtcNow - File.GetLastWriteTimeUtc(left) > Abandoned)
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

    /// <summary>The start of the names of temporary files. It contains a hash, because the path itself could become too long.</summary>
    internal static string Prefix(string target) =>
        $".kaizen-{(uint)XxHash64.HashToUInt64(MemoryMarshal.AsBytes(target.AsSpan())):x8}-";

    /// <summary>The folders for temporary files, the preferred one first.</summary>
    internal static IEnumerable<string> Folders(string target) =>
        GitFolder(target) is { } git ? [git, Path.GetDirectoryName(target)!] : [Path.GetDirectoryName(target)!];

    private static string? GitFolder(string target)
    {
        var own = Path.GetDirectoryName(target)!;
        return
            RepositoryFolder.Of(own) is var (_, git)
            && new DirectoryInfo(git).LinkTarget is null
            && FileStatus.AreOnOneDevice(own, git)
            ? git
            : null;
    }

    /// <summary>Returns null when git's folder cannot be used; it may be read-only.</summary>
    private static FileStream? InGit(string target)
    {
        try
        {
            return GitFolder(target) is { } git ? Create(git, target) : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStream Create(string folder, string target) =>
        SystemCall.Of(() =>
            new FileStream(
                Path.Join(folder, Prefix(target) + Path.GetRandomFileName()),
                FileMode.CreateNew,
                FileAccess.Write
            )
        );

    private static void Discard(string file)
    {
        try
        {
            SystemCall.Of(() => File.Delete(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The caller reports the first failure.
        }
    }
}
