using System.IO.Hashing;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;

namespace KaizenGate.Core.Tests.History;

public sealed class EventLogFileTests
{
    private static readonly byte[] Whole = Bytes(
        new EvolvingBacklog(
            7,
            new()
            {
                Weeks = 6,
                Turns = 8,
                Stock = 4,
                HasArchive = true,
                KeepDays = 7,
            }
        )
    );

    [Fact]
    public void A_change_of_any_byte_is_detected() =>
        Gen.Int[0, Whole.Length - 1]
            .Select(Gen.Byte[1, 255])
            .Sample(change =>
            {
                var damaged = Whole.ToArray();
                damaged[change.Item1] ^= change.Item2;
                Assert.Throws<InvalidDataException>(() => Read(damaged));
            });

    [Fact]
    public void Truncation_at_any_length_is_detected() =>
        Gen.Int[0, Whole.Length - 1]
            .Sample(length => Assert.Throws<InvalidDataException>(() => Read(Whole[..length])), iter: 200);

    [Fact]
    public void Any_content_with_a_valid_checksum_is_read_or_rejected() =>
        Gen.Int[20, Whole.Length - 1]
            .Select(Gen.Byte, Gen.Bool)
            .Array[1, 5]
            .Sample(changes =>
            {
                var forged = Whole.ToArray();
                foreach (var (at, value, isHuge) in changes)
                {
                    forged[at] = isHuge ? (byte)0xFF : value;
                }

                FixChecksum(forged);
                try
                {
                    Read(forged);
                }
                catch (InvalidDataException) { }
            });

    [Fact]
    public void Five_thousand_commits_with_twenty_thousand_events_take_less_than_a_megabyte_and_a_half()
    {
        var states = Enumerable.Range(0, 5000).Select(Item).ToList();
        var log = new EventLog(1);
        log.Apply(new($"{0:x40}", new(2016, 1, 1)), [new(0, 0, [])]);
        for (var commit = 0; commit < 5000; commit++)
        {
            // Each captures one, scores it, starts the one before and completes the one before that.
            states[commit] = With(states[commit], Status.ToDo);
            if (commit > 0)
            {
                states[commit - 1] = With(states[commit - 1], Status.InProgress);
            }

            if (commit > 1)
            {
                states[commit - 2] = With(states[commit - 2], Status.Done);
            }

            log.Apply(
                new($"{commit:x40}", new DateOnly(2016, 1, 1).AddDays(commit / 2)),
                [new(0, 0, [.. states[Math.Max(0, commit - 400)..(commit + 1)]])]
            );
        }

        var written = EventLogFile.Write(log);

        Assert.InRange(log.Events.Count, 20_000, 30_000);
        Assert.InRange(written.Length, 1, 1_500_000);
    }

    private static ItemState Item(int number) =>
        new()
        {
            Key = $"IMP-{number}",
            Id = $"IMP-{number}",
            Title = $"Make the {number}th build twice as fast as it was before",
        };

    private static ItemState With(ItemState state, Status status) =>
        state with
        {
            Status = status,
            Impact = 8,
            Effort = 2,
            Score = 72,
            Fingerprint = (ulong)state.Title.GetHashCode() * 0x9E3779B97F4A7C15 + (ulong)status,
        };

    private static byte[] Bytes(EvolvingBacklog backlog)
    {
        var walk = new Walk([EvolvingBacklog.File, EvolvingBacklog.ArchiveFile]).Go(backlog.Revisions);
        return EventLogFile.Write(walk.Log);
    }

    private static EventLog Read(byte[] bytes) => EventLogFile.Read(bytes);

    /// <summary>Corrects the checksum at byte 12, over everything from byte 20.</summary>
    private static void FixChecksum(byte[] bytes) =>
        BitConverter.TryWriteBytes(bytes.AsSpan(12), XxHash64.HashToUInt64(bytes.AsSpan(20)));
}
