namespace KaizenGate.Core.Files;

/// <summary>Opens files that only one run may use at a time. The operating system releases them when a process ends.</summary>
internal static class LockedFile
{
    private const int FirstPauseMilliseconds = 2;
    private const int MaxPauseMilliseconds = 50;

    /// <summary>Opens or creates a file for reading and writing. Unbuffered, so that each write reaches the file at once.</summary>
    /// <exception cref="IOException">Another process has it, it is a link or no plain file, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static FileStream Open(string path) =>
        new FileInfo(path).LinkTarget is not null ? throw new IOException("a symbolic link is in its place")
        : FileStatus.IsSpecial(path) ? throw new IOException("a device, a pipe or a socket is in its place")
        : SystemCall.Of(() =>
            new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0)
        );

    /// <summary>Opens a file like <see cref="Open"/>, but waits while another process has it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="patience">How long to wait.</param>
    /// <exception cref="IOException">Another process has it for longer (see <see cref="IsHeld"/>), or as for <see cref="Open"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static FileStream Wait(string path, TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        for (var pause = FirstPauseMilliseconds; ; pause = Math.Min(pause * 2, MaxPauseMilliseconds))
        {
            try
            {
                return Open(path);
            }
            catch (IOException refusal) when (IsHeld(refusal) && Environment.TickCount64 < until)
            {
                Thread.Sleep(pause);
            }
        }
    }

    /// <summary>Whether a file was not opened because another process has it: EWOULDBLOCK, or a sharing violation on Windows.</summary>
    public static bool IsHeld(IOException refusal) =>
        OperatingSystem.IsWindows() ? (refusal.HResult & 0xFFFF) is 32 or 33 : refusal.HResult is 11 or 35;

    /// <summary>Appends to an open file, completely or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Append(FileStream stream, byte[] bytes)
    {
        var length = stream.Length;
        try
        {
            SystemCall.Of(() =>
            {
                stream.Seek(0, SeekOrigin.End);
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            });
        }
        catch (IOException)
        {
            SystemCall.Of(() => stream.SetLength(length));
            throw;
        }
    }
}
