using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.Agents;

/// <summary>What backlogs contain at one moment, as hashes: enough to count what was captured, seen again and completed since.</summary>
/// <param name="Known">The keys of all improvements, ascending.</param>
/// <param name="Done">The keys of those that are done, ascending.</param>
/// <param name="Sightings">The number of times that a known problem was seen again.</param>
internal sealed record BacklogMark(ImmutableArray<ulong> Known, ImmutableArray<ulong> Done, int Sightings)
{
    /// <summary>Describes backlogs with their archives.</summary>
    public static BacklogMark Of(IEnumerable<Backlog> backlogs)
    {
        ImmutableArray<Improvement> items = [.. backlogs.SelectMany(backlog => backlog.WithArchive)];
        return new(
            Hashes(items),
            Hashes(items.Where(item => item.Status is Status.Done)),
            items.Sum(item => item.Sightings.Length)
        );
    }

    /// <summary>Returns what changed since an earlier mark.</summary>
    public BacklogDelta Since(BacklogMark before) =>
        new(
            Known.Except(before.Known).Count(),
            Math.Max(0, Sightings - before.Sightings),
            Done.Except(before.Done).Count()
        );

    /// <summary>Formats hashes for a file, 8 bytes each in Base64.</summary>
    public static string ToText(ImmutableArray<ulong> hashes)
    {
        var bytes = new byte[8 * hashes.Length];
        for (var at = 0; at < hashes.Length; at++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8 * at), hashes[at]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Parses hashes.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static ImmutableArray<ulong> Parse(string text)
    {
        var bytes = Convert.FromBase64String(text);
        return bytes.Length % 8 != 0
            ? throw new FormatException()
            :
            [
                .. Enumerable
                    .Range(0, bytes.Length / 8)
                    .Select(at => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8 * at))),
            ];
    }

    private static ImmutableArray<ulong> Hashes(IEnumerable<Improvement> items) =>
        [.. items.Select(item => XxHash64.HashToUInt64(MemoryMarshal.AsBytes(item.Key.AsSpan()))).Distinct().Order()];
}

/// <summary>What a session did with the backlogs.</summary>
/// <param name="Captured">The number of improvements that were captured.</param>
/// <param name="Seen">The number of known problems that were seen again.</param>
/// <param name="Completed">The number of improvements that were completed.</param>
internal readonly record struct BacklogDelta(int Captured, int Seen, int Completed)
{
    public bool IsNone => Captured + Seen + Completed == 0;
}
