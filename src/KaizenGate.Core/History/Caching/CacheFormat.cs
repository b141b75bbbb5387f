using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.History.Caching;

/// <summary>A commit up to which a branch's history is cached.</summary>
/// <param name="Branch">The full branch name, `refs/heads/main`; empty for a detached HEAD.</param>
/// <param name="Tip">The commit id: 40 or 64 hexadecimal digits in lower case.</param>
/// <param name="TipTime">Its committer date in seconds since 1970, UTC.</param>
internal sealed record Checkpoint(string Branch, string Tip, long TipTime);

/// <summary>The cached history up to a checkpoint.</summary>
/// <param name="Checkpoint">The last commit.</param>
/// <param name="DaysWithCommits">The days with commits.</param>
/// <param name="Payload">The bytes that the caller saved.</param>
internal sealed record CachedHistory(
    Checkpoint Checkpoint,
    ImmutableArray<DateOnly> DaysWithCommits,
    ReadOnlyMemory<byte> Payload
);

/// <summary>
/// The format of a cache file: a header with its own checksum, so that it can be read alone, and a body whose checksum is in the
/// header. Numbers are little-endian; texts are UTF-16 code units, so that different texts have different bytes.
/// </summary>
/// <remarks>
/// Header: magic (8 bytes), length of the header and of the body (4 each), checksum of the body (8), tip time (8), the lengths in bytes
/// of key, branch and tip (4 each), these three, checksum of all before it (8). Body: the number of days (4), the day numbers (4 each),
/// the payload.
/// </remarks>
internal static class CacheFormat
{
    /// <summary>The length of the shortest possible start of a file.</summary>
    public const int MinBytes = Fixed + sizeof(ulong) + sizeof(int);

    /// <summary>Larger files are not written, and not read.</summary>
    public const int MaxBytes = 512 * 1024 * 1024;

    private const int Fixed = 44;

    private const int MaxHeaderBytes = 4 * 1024 * 1024;

    /// <summary>Ends with the format version.</summary>
    private static ReadOnlySpan<byte> Magic => "KZHIST01"u8;

    /// <summary>Returns the bytes of a file; null when it would be too large.</summary>
    public static byte[]? Write(
        string key,
        Checkpoint checkpoint,
        ImmutableArray<DateOnly> days,
        ReadOnlySpan<byte> payload
    )
    {
        var texts = (key.Length + checkpoint.Branch.Length + checkpoint.Tip.Length) * (long)sizeof(char);
        var header = Fixed + texts + sizeof(ulong);
        var body = sizeof(int) + (days.Length * (long)sizeof(int)) + payload.Length;
        if (header > MaxHeaderBytes || header + body > MaxBytes)
        {
            return null;
        }

        var bytes = new byte[header + body];
        WriteBody(bytes.AsSpan((int)header), days, payload);
        WriteHeader(bytes.AsSpan(0, (int)header), key, checkpoint, bytes.AsSpan((int)header));
        return bytes;
    }

    /// <summary>Returns the length of the header from the first <see cref="MinBytes"/> of a file; null for any other file.</summary>
    public static int? HeaderLength(ReadOnlySpan<byte> start, long fileLength)
    {
        if (start.Length < MinBytes || !start.StartsWith(Magic))
        {
            return null;
        }

        var header = BinaryPrimitives.ReadInt32LittleEndian(start[8..]);
        var body = BinaryPrimitives.ReadInt32LittleEndian(start[12..]);
        return
            header is >= Fixed + sizeof(ulong) and <= MaxHeaderBytes
            && body >= sizeof(int)
            && header + (long)body == fileLength
            ? header
            : null;
    }

    /// <summary>Reads a header; null when it is damaged or has another key.</summary>
    public static Checkpoint? ReadHeader(ReadOnlySpan<byte> header, string key)
    {
        var unhashed = header[..^sizeof(ulong)];
        if (BinaryPrimitives.ReadUInt64LittleEndian(header[^sizeof(ulong)..]) != XxHash64.HashToUInt64(unhashed))
        {
            return null;
        }

        var keyLength = BinaryPrimitives.ReadUInt32LittleEndian(header[32..]);
        var branchLength = BinaryPrimitives.ReadUInt32LittleEndian(header[36..]);
        var tipLength = BinaryPrimitives.ReadUInt32LittleEndian(header[40..]);
        var texts = unhashed[Fixed..];
        if (keyLength + (ulong)branchLength + tipLength != (ulong)texts.Length)
        {
            return null;
        }

        return texts[..(int)keyLength].SequenceEqual(MemoryMarshal.AsBytes(key.AsSpan()))
            ? new Checkpoint(
                Text(texts.Slice((int)keyLength, (int)branchLength)),
                Text(texts[(int)(keyLength + branchLength)..]),
                BinaryPrimitives.ReadInt64LittleEndian(header[24..])
            )
            : null;
    }

    /// <summary>Reads a file; null when any part is damaged or it has another key.</summary>
    public static CachedHistory? Read(byte[] bytes, string key)
    {
        if (
            HeaderLength(bytes, bytes.Length) is not { } header
            || ReadHeader(bytes.AsSpan(0, header), key) is not { } checkpoint
        )
        {
            return null;
        }

        var body = bytes.AsSpan(header);
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)) != XxHash64.HashToUInt64(body))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(body);
        var payload = sizeof(int) + (count * (long)sizeof(int));
        return count >= 0 && payload <= body.Length && ReadDays(body[sizeof(int)..(int)payload]) is { } days
            ? new CachedHistory(checkpoint, days, bytes.AsMemory(header + (int)payload))
            : null;
    }

    private static void WriteHeader(Span<byte> header, string key, Checkpoint checkpoint, ReadOnlySpan<byte> body)
    {
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], header.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], body.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], XxHash64.HashToUInt64(body));
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], checkpoint.TipTime);
        var lengths = header[32..];
        var texts = header[Fixed..];
        foreach (var text in (ReadOnlySpan<string>)[key, checkpoint.Branch, checkpoint.Tip])
        {
            var units = MemoryMarshal.AsBytes(text.AsSpan());
            BinaryPrimitives.WriteInt32LittleEndian(lengths, units.Length);
            units.CopyTo(texts);
            lengths = lengths[sizeof(int)..];
            texts = texts[units.Length..];
        }

        BinaryPrimitives.WriteUInt64LittleEndian(texts, XxHash64.HashToUInt64(header[..^sizeof(ulong)]));
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
        for (var i = 0; i < days.Length; i++)
        {
            var number = BinaryPrimitives.ReadInt32LittleEndian(numbers[(i * sizeof(int))..]);
            if (number < 0 || number > DateOnly.MaxValue.DayNumber)
            {
                return null;
            }

            days[i] = DateOnly.FromDayNumber(number);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(days);
    }

    // An odd length is never written; the cast ignores the last byte, and no commit or branch has such a name.
    private static string Text(ReadOnlySpan<byte> units) => new(MemoryMarshal.Cast<byte, char>(units));
}
