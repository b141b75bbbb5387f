using System.Buffers.Binary;
using System.IO.Hashing;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Writes an event log to bytes and reads it back, so that a later run can continue it.</summary>
/// <remarks>A header of 20 bytes (a mark with the format version, the length of the rest, its xxHash64), then the log.</remarks>
internal static class EventLogFile
{
    /// <summary>"KZL" and the format version.</summary>
    public const uint Mark = 0x064C5A4B;

    private const int HeaderBytes = 20;

    /// <summary>The largest capacity reserved in advance, so that a corrupt count cannot allocate much memory.</summary>
    private const int MaxCapacity = 1 << 15;

    /// <summary>The limit for the number of backlogs, and of paths of one backlog.</summary>
    private const int MaxFiles = 1 << 12;

    public static byte[] Write(EventLog log)
    {
        var bytes = new PackedBytes(texts: log.Commits.Count + (3 * log.Identities.Count));
        bytes.Count(log.Commits.Count);
        foreach (var commit in log.Commits)
        {
            bytes.Text(commit);
        }

        bytes.Count(log.Backlogs.Length);
        bytes.Count(log.Identities.Count);
        foreach (var identity in log.Identities)
        {
            Write(identity, bytes);
        }

        foreach (var backlog in log.Backlogs)
        {
            Write(backlog, bytes);
        }

        bytes.Count(log.Events.Count);
        foreach (var logged in log.Events)
        {
            bytes.Count((2 * (int)logged.Kind) + (logged.IsFromStart ? 1 : 0));
            bytes.Count(logged.Identity);
            bytes.Count(logged.Commit);
            bytes.Day(logged.Date);
            bytes.Text(logged.Title);
            bytes.Amount(logged.Score);
        }

        var file = new byte[HeaderBytes + bytes.Written.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(file, Mark);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(4), bytes.Written.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(12), XxHash64.HashToUInt64(bytes.Written));
        bytes.Written.CopyTo(file.AsSpan(HeaderBytes));
        return file;
    }

    /// <exception cref="InvalidDataException">The bytes are damaged, incomplete or something else.</exception>
    public static EventLog Read(ReadOnlySpan<byte> file) =>
        file.Length >= HeaderBytes
        && BinaryPrimitives.ReadUInt32LittleEndian(file) == Mark
        && BinaryPrimitives.ReadInt64LittleEndian(file[4..]) == file.Length - HeaderBytes
        && BinaryPrimitives.ReadUInt64LittleEndian(file[12..]) == XxHash64.HashToUInt64(file[HeaderBytes..])
            ? Read(new UnpackedBytes(file[HeaderBytes..]))
            : throw UnpackedBytes.Damaged();

    private static void Write(Identity identity, PackedBytes bytes)
    {
        bytes.Text(identity.Key);
        bytes.Count(identity.Backlog);
        bytes.State(identity.Last);
        bytes.Flag(identity.IsPresent);
        bytes.Flag(identity.IsStarted);
        bytes.Day(identity.Touched);
        bytes.Day(identity.CapturedOn);
        bytes.Day(identity.BackdatedTo);
        bytes.Day(identity.ReopenedOn);
        bytes.Flag(identity.Ratings is not null);
        if (identity.Ratings is { } ratings)
        {
            bytes.Amount(ratings.Impact);
            bytes.Amount(ratings.Effort);
            bytes.Amount(ratings.Score);
        }
    }

    private static void Write(TrackedBacklog backlog, PackedBytes bytes)
    {
        bytes.Day(backlog.Start);
        bytes.Text(backlog.CutShortBy);
        bytes.Day(backlog.FirstCaptured);
        bytes.Flag(backlog.LeftOut is not null);
        if (backlog.LeftOut is { } leftOut)
        {
            bytes.Number((ulong)leftOut.Count);
            bytes.Text(leftOut.Commit);
            bytes.Number((ulong)leftOut.Bytes);
        }

        bytes.Count(backlog.Files.Count);
        foreach (var (file, items) in backlog.Files)
        {
            bytes.Count(file);
            bytes.Count(items.Count);
            foreach (var item in items)
            {
                bytes.State(item);
            }
        }

        bytes.Count(backlog.Removed.Count);
        foreach (var identity in backlog.Removed.Values)
        {
            bytes.Count(identity.Number);
        }
    }

    private static EventLog Read(UnpackedBytes bytes)
    {
        var count = bytes.Count();
        var commits = new List<string?>(Math.Min(count, MaxCapacity));
        for (var left = count; left > 0; left--)
        {
            commits.Add(bytes.Text());
        }

        var log = new EventLog(bytes.Below(MaxFiles));
        log.Commits.AddRange(commits);
        var identities = bytes.Count();
        log.Identities.EnsureCapacity(Math.Min(identities, MaxCapacity));
        for (var left = identities; left > 0; left--)
        {
            log.Identities.Add(ReadIdentity(ref bytes, log));
        }

        foreach (var backlog in log.Backlogs)
        {
            ReadBacklog(ref bytes, backlog, log);
        }

        foreach (var identity in log.Identities)
        {
            Assign(identity, log.Backlogs[identity.Backlog]);
        }

        var events = bytes.Count();
        log.Events.EnsureCapacity(Math.Min(events, MaxCapacity));
        for (var left = events; left > 0; left--)
        {
            log.Events.Add(ReadEvent(ref bytes, log));
        }

        var isComplete =
            bytes.IsAtEnd && log.Backlogs.All(backlog => backlog.Present.All(item => item.Identity is not null));
        return isComplete ? log : throw UnpackedBytes.Damaged();
    }

    private static Identity ReadIdentity(ref UnpackedBytes bytes, EventLog log) =>
        new()
        {
            Number = log.Identities.Count,
            Key = bytes.RequiredText(),
            Backlog = bytes.Below(log.Backlogs.Length),
            Last = bytes.State(),
            IsPresent = bytes.Flag(),
            IsStarted = bytes.Flag(),
            Touched = bytes.Day() ?? throw UnpackedBytes.Damaged(),
            CapturedOn = bytes.Day(),
            BackdatedTo = bytes.Day(),
            ReopenedOn = bytes.Day(),
            Ratings = bytes.Flag() ? new Ratings(bytes.Amount(), bytes.Amount(), bytes.Amount()) : null,
        };

    private static void ReadBacklog(ref UnpackedBytes bytes, TrackedBacklog backlog, EventLog log)
    {
        backlog.Start = bytes.Day();
        backlog.CutShortBy = bytes.Text();
        backlog.FirstCaptured = bytes.Day();
        if (bytes.Flag())
        {
            backlog.LeftOut = new(bytes.Below(int.MaxValue), bytes.RequiredText(), (long)bytes.Number());
        }

        for (var left = bytes.Count(); left > 0; left--)
        {
            var file = bytes.Below(MaxFiles);
            var items = ImmutableArray.CreateBuilder<ItemState>();
            for (var more = bytes.Count(); more > 0; more--)
            {
                items.Add(bytes.State());
            }

            backlog.Put(new FileChange(0, file, items.DrainToImmutable()));
        }

        backlog.DropChanges();
        for (var left = bytes.Count(); left > 0; left--)
        {
            var identity = log.Identities[bytes.Below(log.Identities.Count)];
            if (identity.IsPresent || !backlog.Removed.TryAdd(identity.Last.Key, identity))
            {
                throw UnpackedBytes.Damaged();
            }
        }
    }

    private static void Assign(Identity identity, TrackedBacklog backlog)
    {
        var last = identity.Last;
        if (
            !backlog.EventKeys.Add(identity.Key)
            || (
                identity.IsPresent
                && (!ReferenceEquals(backlog.StateOf(last.Key), last) || backlog.IdentityOf(last.Key) is not null)
            )
        )
        {
            throw UnpackedBytes.Damaged();
        }

        if (identity.IsPresent)
        {
            backlog.Assign(last.Key, identity);
        }
    }

    private static LoggedEvent ReadEvent(ref UnpackedBytes bytes, EventLog log)
    {
        var kind = bytes.Below(2 * ((int)TimelineEventKind.Pruned + 1));
        return new(
            (TimelineEventKind)(kind / 2),
            bytes.Below(log.Identities.Count),
            bytes.Below(log.Commits.Count),
            bytes.Day() ?? throw UnpackedBytes.Damaged(),
            bytes.RequiredText(),
            bytes.Amount(),
            kind % 2 == 1
        );
    }
}
