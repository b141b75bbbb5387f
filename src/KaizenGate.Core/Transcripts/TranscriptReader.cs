using System.Buffers;

namespace KaizenGate.Core.Transcripts;

/// <summary>
/// Reads transcripts of Claude Code and Codex, JSON Lines of many megabytes, in bounded memory. Their formats are not documented and
/// change: a line of an unknown shape is counted, and the last one may be torn. Nothing of the contents is kept.
/// </summary>
internal static class TranscriptReader
{
    /// <summary>A longer line contains an image, not a command.</summary>
    internal const int MaxLineBytes = 16 * 1024 * 1024;

    private const int FirstBufferBytes = 256 * 1024;

    /// <summary>The lines in which the session and its folder are looked for; the first ones can be summaries.</summary>
    private const int HeadLines = 200;

    /// <summary>Reads a transcript.</summary>
    /// <param name="stream">The transcript; can be sought when only its end is read.</param>
    /// <param name="lastBytes">How much of its end to read; null for all. The folder is then that of the first line read.</param>
    /// <param name="accepts">Whether to read the transcript of a folder; null for all.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Transcript Read(Stream stream, long? lastBytes = null, Func<string, bool>? accepts = null)
    {
        var isEnd = lastBytes < stream.Length;
        if (isEnd)
        {
            stream.Seek(-lastBytes!.Value, SeekOrigin.End);
        }

        var reading = new Reading(accepts);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
        try
        {
            // Of the part that is read, the first line is usually torn.
            ReadLines(stream, ref buffer, reading, skipsFirst: isEnd);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return reading.Result();
    }

    private static void ReadLines(Stream stream, ref byte[] buffer, Reading reading, bool skipsFirst)
    {
        var (start, end, searched) = (0, 0, 0);
        var skips = skipsFirst;
        while (true)
        {
            var length = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = buffer.AsSpan(start, searched + length);
                if (!skips && !reading.Add(line, isLast: false))
                {
                    return;
                }

                (start, searched, skips) = (start + searched + length + 1, 0, false);
                continue;
            }

            searched = end - start;
            if (searched >= MaxLineBytes)
            {
                // The rest of this line is skipped too.
                if (!skips)
                {
                    reading.CountUnknown();
                }

                (start, end, searched, skips) = (0, 0, 0, true);
            }

            MakeRoom(ref buffer, ref start, ref end);
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                if (!skips)
                {
                    reading.Add(buffer.AsSpan(start, end - start), isLast: true);
                }

                return;
            }

            end += read;
        }
    }

    private static void MakeRoom(ref byte[] buffer, ref int start, ref int end)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
    }

    private sealed class Reading(Func<string, bool>? accepts)
    {
        private readonly CallCollector collector = new();
        private readonly TranscriptLine line = new();
        private string? session;
        private string? folder;
        private int unknown;
        private int lines;
        private bool isOther;

        public void CountUnknown() => unknown++;

        /// <summary>Adds a line.</summary>
        /// <returns>Whether to read on.</returns>
        public bool Add(ReadOnlySpan<byte> bytes, bool isLast)
        {
            bytes = bytes.Trim(" \t\r\uFEFF"u8);
            if (bytes.IsEmpty)
            {
                return true;
            }

            lines++;
            var isHead = (session is null || folder is null) && lines <= HeadLines;
            if (!isHead && bytes.IndexOf("tool_use"u8) < 0 && bytes.IndexOf("call_id"u8) < 0)
            {
                return true;
            }

            if (!line.Read(bytes))
            {
                unknown += isLast ? 0 : 1;
                return true;
            }

            session ??= line.Session;
            if (folder is null && line.Folder is { } found)
            {
                folder = found;
                isOther = accepts is not null && !accepts(found);
            }

            Collect();
            return !isOther;
        }

        public Transcript Result() =>
            new()
            {
                Session = session,
                Folder = folder,
                Calls = isOther ? [] : collector.Calls,
                UnknownLines = unknown,
                IsOther = isOther,
            };

        private void Collect()
        {
            foreach (var call in line.Calls)
            {
                collector.Begin(call with { Start = line.At });
            }

            foreach (var result in line.Results)
            {
                collector.End(result with { At = line.At });
            }
        }
    }
}
