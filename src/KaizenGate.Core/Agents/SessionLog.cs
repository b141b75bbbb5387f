namespace KaizenGate.Core.Agents;

/// <summary>The log of the hook, a line per call. The older half is dropped when it becomes too large.</summary>
/// <param name="path">The absolute path; the file and its folder may not exist.</param>
internal sealed class SessionLog(string path)
{
    /// <summary>About 8,000 calls.</summary>
    internal const long MaxBytes = 2L * 1024 * 1024;

    /// <summary>The time to wait while another run appends, which takes less than a millisecond.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>Appends an entry, if possible.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Append(SessionLogEntry entry)
    {
        try
        {
            NewFile.CreateFolderOf(path);
            using var stream = LockedFile.Wait(path, Patience);
            SystemCall.Of(() => Append(stream, entry.ToLine()));
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Returns the entries, the oldest first; without lines that are not entries.</summary>
    public ImmutableArray<SessionLogEntry> Read()
    {
        try
        {
            return
            [
                .. Lines(PlainFile.Read(path, 2 * MaxBytes))
                    .Select(line => SessionLogEntry.Parse(line))
                    .OfType<SessionLogEntry>(),
            ];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Append(FileStream stream, byte[] line)
    {
        if (stream.Length + line.Length > MaxBytes)
        {
            var bytes = stream.Length <= 2 * MaxBytes ? PlainFile.Rest(stream, 2 * MaxBytes) : [];
            var half = bytes.AsSpan(bytes.Length / 2);
            var kept = half[(half.IndexOf((byte)'\n') + 1)..].ToArray();
            stream.SetLength(0);
            stream.Seek(0, SeekOrigin.Begin);
            stream.Write(kept);
        }

        stream.Seek(0, SeekOrigin.End);
        stream.Write(line);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.Span.IndexOf((byte)'\n');
            yield return end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
        }
    }
}
