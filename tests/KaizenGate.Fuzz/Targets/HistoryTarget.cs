using System.Buffers.Binary;
using System.IO.Hashing;
using KaizenGate.Core.History;
using KaizenGate.Core.History.Caching;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Reads caches with valid checksums, as an attacker would write them, and the output of git.</summary>
internal static class HistoryTarget
{
    private const int LogHeader = 20;

    private static ReadOnlySpan<byte> LogMark => "KZL"u8;

    public static int Cache(byte[] input)
    {
        var bytes = (byte[])input.Clone();
        if (CacheFormat.HeaderLength(bytes, bytes.Length) is { } header)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), XxHash64.HashToUInt64(bytes.AsSpan(header)));
            var unhashed = bytes.AsSpan(0, header - sizeof(ulong));
            BinaryPrimitives.WriteUInt64LittleEndian(
                bytes.AsSpan(header - sizeof(ulong)),
                XxHash64.HashToUInt64(unhashed)
            );
            var key = KeyOf(bytes, header);
            return CacheFormat.Read(bytes, key) is { } read ? 2 + Math.Min(read.DaysWithCommits.Length, 20) : 1;
        }

        return CacheFormat.Read(bytes, "") is null ? 0 : 1;
    }

    public static int Log(byte[] input)
    {
        // The log is the payload of a cache file.
        var mark = input.AsSpan().LastIndexOf(LogMark);
        var body = mark < 0 || mark + LogHeader > input.Length ? input : input[(mark + LogHeader)..];
        var file = new byte[LogHeader + body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(file, EventLogFile.Mark);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(4), body.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(12), XxHash64.HashToUInt64(body));
        body.CopyTo(file.AsSpan(LogHeader));
        try
        {
            var log = EventLogFile.Read(file);
            return 1 + Math.Min(log.Events.Count, 50);
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    public static int Git(byte[] input)
    {
        var outcome = RawEntry.TryRead(input, out var entry) ? (entry.OldBlob is null ? 1 : 2) : 0;
        return ObjectHeader.TryRead(input, out _) ? outcome + 4 : outcome;
    }

    /// <summary>The key that a cache file states, so that its reader accepts it.</summary>
    private static string KeyOf(byte[] bytes, int header)
    {
        const int texts = 44;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(32));
        var room = header - sizeof(ulong) - texts;
        return length > room || length % 2 == 1
            ? ""
            : new string(
                System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(bytes.AsSpan(texts, (int)length))
            );
    }
}
