using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.History.Caching;

/// <summary>
/// The bytes of a cache file: a head that tells what it holds, with a checksum of its own so that it can be read alone, and a body
/// whose checksum stands in the head. All numbers are little-endian; texts are UTF-16 units, so that no two differ and are written alike.
/// </summary>
/// <remarks>
/// Head: magic (8 bytes), length of the head and of the body (4 each), checksum of the body (8), tip time (8), the lengths in bytes of
/// key, branch and tip (4 each), these three, checksum of all that (8). Body: the number of days (4), each day's number (4), the payload.
/// </remarks>
internal static class CacheFormat
{
    /// <summary>What every file has before its texts, and the checksum after them.</summary>
    public const int LeastBytes = Fixed + sizeof(ulong) + sizeof(int);

    /// <summary>A file of more than this was not written here.</summary>
    public const int MostBytes = 512 * 1024 * 1024;

    private const int Fixed = 44;

    /// <summary>A head with more than this was not written here.</summary>
    private const int MostHeadBytes = 4 * 1024 * 1024;

    /// <summary>Another layout gets another digit.</summary>
    private static ReadOnlySpan<byte> Magic => "KZHIST01"u8;

    /// <summary>The bytes of a file; null for more than can be kept.</summary>
    public static byte[]? Write(
        string key,
        Checkpoint checkpoint,
        ImmutableArray<DateOnly> days,
        ReadOnlySpan<byte> payload
    )
    {
        var texts = (key.Length + checkpoint.Branch.Length + checkpoint.Tip.Length) * (long)sizeof(char);
        var head = Fixed + texts + sizeof(ulong);
        var body = sizeof(int) + (days.Length * (long)sizeof(int)) + payload.Length;
        if (head > MostHeadBytes || head + body > MostBytes)
        {
            return null;
        }

        var bytes = new byte[head + body];
        WriteBody(bytes.AsSpan((int)head), days, payload);
        WriteHead(bytes.AsSpan(0, (int)head), key, checkpoint, bytes.AsSpan((int)head));
        return bytes;
    }

    /// <summary>How many bytes the head has, from its first <see cref="LeastBytes"/>; null when this is no file of ours.</summary>
    public static int? HeadLength(ReadOnlySpan<byte> start, long fileLength)
    {
        if (start.Length < LeastBytes || !start.StartsWith(Magic))
        {
            return null;
        }

        var head = BinaryPrimitives.ReadInt32LittleEndian(start[8..]);
        var body = BinaryPrimitives.ReadInt32LittleEndian(start[12..]);
        return
            head is >= Fixed + sizeof(ulong) and <= MostHeadBytes
            && body >= sizeof(int)
            && head + (long)body == fileLength
            ? head
            : null;
    }

    /// <summary>What a head tells; null when it is damaged or of another key.</summary>
    public static Checkpoint? ReadHead(ReadOnlySpan<byte> head, string key)
    {
        var unsigned = head[..^sizeof(ulong)];
        if (BinaryPrimitives.ReadUInt64LittleEndian(head[^sizeof(ulong)..]) != XxHash64.HashToUInt64(unsigned))
        {
            return null;
        }

        var keyLength = BinaryPrimitives.ReadUInt32LittleEndian(head[32..]);
        var branchLength = BinaryPrimitives.ReadUInt32LittleEndian(head[36..]);
        var tipLength = BinaryPrimitives.ReadUInt32LittleEndian(head[40..]);
        var texts = unsigned[Fixed..];
        if (keyLength + (ulong)branchLength + tipLength != (ulong)texts.Length)
        {
            return null;
        }

        return texts[..(int)keyLength].SequenceEqual(MemoryMarshal.AsBytes(key.AsSpan()))
            ? new Checkpoint(
                Text(texts.Slice((int)keyLength, (int)branchLength)),
                Text(texts[(int)(keyLength + branchLength)..]),
                BinaryPrimitives.ReadInt64LittleEndian(head[24..])
            )
            : null;
    }

    /// <summary>What a whole file holds; null when anything in it is damaged, or it is of another key.</summary>
    public static CachedHistory? Read(byte[] bytes, string key)
    {
        if (
            HeadLength(bytes, bytes.Length) is not { } head
            || ReadHead(bytes.AsSpan(0, head), key) is not { } checkpoint
        )
        {
            return null;
        }

        var body = bytes.AsSpan(head);
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)) != XxHash64.HashToUInt64(body))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(body);
        var payload = sizeof(int) + (count * (long)sizeof(int));
        return count >= 0 && payload <= body.Length && ReadDays(body[sizeof(int)..(int)payload]) is { } days
            ? new CachedHistory(checkpoint, days, new ArraySegment<byte>(bytes)[(head + (int)payload)..])
            : null;
    }

    private static void WriteHead(Span<byte> head, string key, Checkpoint checkpoint, ReadOnlySpan<byte> body)
    {
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], body.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(head[16..], XxHash64.HashToUInt64(body));
        BinaryPrimitives.WriteInt64LittleEndian(head[24..], checkpoint.TipTime);
        var lengths = head[32..];
        var texts = head[Fixed..];
        foreach (var text in (ReadOnlySpan<string>)[key, checkpoint.Branch, checkpoint.Tip])
        {
            var units = MemoryMarshal.AsBytes(text.AsSpan());
            BinaryPrimitives.WriteInt32LittleEndian(lengths, units.Length);
            units.CopyTo(texts);
            lengths = lengths[sizeof(int)..];
            texts = texts[units.Length..];
        }

        BinaryPrimitives.WriteUInt64LittleEndian(texts, XxHash64.HashToUInt64(head[..^sizeof(ulong)]));
    }

    private static void WriteBody(Span<byte> body, ImmutableArray<DateOnly> days, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteInt32LittleEndian(body, days.Length);
        body = body[sizeof(int)..];
        foreach (var day in days)
        {
            BinaryPrimitives.WriteInt32LittleEndian(body, day.DayNumber);
            body = body[sizeof(int)..];
        }

        payload.CopyTo(body);
    }

    private static ImmutableArray<DateOnly>? ReadDays(ReadOnlySpan<byte> numbers)
    {
        var days = new DateOnly[numbers.Length / sizeof(int)];
        for (var at = 0; at < days.Length; at++)
        {
            var number = BinaryPrimitives.ReadInt32LittleEndian(numbers[(at * sizeof(int))..]);
            if (number < 0 || number > DateOnly.MaxValue.DayNumber)
            {
                return null;
            }

            days[at] = DateOnly.FromDayNumber(number);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(days);
    }

    // An odd length cannot come from here; the cast leaves the odd byte out, and nothing is called by such a name.
    private static string Text(ReadOnlySpan<byte> units) => new(MemoryMarshal.Cast<byte, char>(units));
}
