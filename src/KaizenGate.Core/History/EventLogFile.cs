using System.Collections.Immutable;
using System.IO.Hashing;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.History;

/// <summary>Writes a ledger into a stream and reads it again; what was read goes on as what was written would have.</summary>
/// <remarks>A head of 20 bytes (a mark with the version of the form, the length of the rest, its xxHash64), then the ledger.</remarks>
internal static class EventLogFile
{
    /// <summary>"KZL" and the version.</summary>
    private const uint Mark = 0x024C5A4B;

    /// <summary>A ledger that is larger is none: this is some hundred times the largest known history.</summary>
    private const long MostBytes = 512L * 1024 * 1024;

    private const int Portion = 1 << 16;

    /// <summary>As much room as is made before the first thing is there, lest a false number takes memory.</summary>
    private const int Likely = 1 << 15;

    /// <summary>More backlogs, or more paths of one, are no work of a person.</summary>
    private const int MostFiles = 1 << 12;

    public static void Write(EventLog ledger, BinaryWriter target)
    {
        var bytes = new PackedBytes(texts: ledger.Commits.Count + (3 * ledger.Identities.Count));
        var states = new PackedStates(bytes);
        bytes.Count(ledger.Commits.Count);
        foreach (var commit in ledger.Commits)
        {
            bytes.Text(commit);
        }

        bytes.Count(ledger.Contents.Length);
        bytes.Count(ledger.Identities.Count);
        foreach (var who in ledger.Identities)
        {
            Write(who, bytes, states);
        }

        foreach (var contents in ledger.Contents)
        {
            Write(contents, bytes, states);
        }

        bytes.Count(ledger.Events.Count);
        foreach (var happened in ledger.Events)
        {
            Write(happened, bytes);
        }

        target.Write(Mark);
        target.Write((long)bytes.Written.Length);
        target.Write(XxHash64.HashToUInt64(bytes.Written));
        target.Write(bytes.Written);
    }

    /// <exception cref="InvalidDataException">The stream holds something else, or a part of it.</exception>
    public static EventLog Read(BinaryReader source)
    {
        try
        {
            if (source.ReadUInt32() != Mark)
            {
                throw UnpackedBytes.Broken();
            }

            var length = source.ReadInt64();
            var sum = source.ReadUInt64();
            var bytes = Bytes(source, length);
            return XxHash64.HashToUInt64(bytes) == sum ? Read(new UnpackedBytes(bytes)) : throw UnpackedBytes.Broken();
        }
        catch (EndOfStreamException)
        {
            throw UnpackedBytes.Broken();
        }
    }

    /// <summary>Reads by portions, so that a false length takes no memory.</summary>
    private static ReadOnlySpan<byte> Bytes(BinaryReader source, long length)
    {
        if (length is < 0 or > MostBytes)
        {
            throw UnpackedBytes.Broken();
        }

        var bytes = new byte[Math.Min(length, Portion)];
        for (var there = 0; there < length; )
        {
            if (there == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * there));
            }

            var read = source.Read(bytes, there, bytes.Length - there);
            there += read > 0 ? read : throw UnpackedBytes.Broken();
        }

        return bytes;
    }

    private static void Write(Identity who, PackedBytes bytes, PackedStates states)
    {
        bytes.Text(who.Key);
        bytes.Count(who.Home);
        states.Add(who.Last);
        bytes.Flag(who.IsPresent);
        bytes.Flag(who.IsStarted);
        bytes.Day(who.Touched);
        bytes.Day(who.CapturedOn);
        bytes.Day(who.ReopenedOn);
        bytes.Flag(who.Ratings is not null);
        if (who.Ratings is { } ratings)
        {
            bytes.Amount(ratings.Impact);
            bytes.Amount(ratings.Effort);
            bytes.Amount(ratings.Score);
        }
    }

    private static void Write(TrackedBacklog contents, PackedBytes bytes, PackedStates states)
    {
        bytes.Day(contents.Start);
        bytes.Text(contents.CutShortBy);
        bytes.Count(contents.Files.Count);
        foreach (var (file, items) in contents.Files)
        {
            bytes.Count(file);
            bytes.Count(items.Length);
            foreach (var item in items)
            {
                states.Add(item);
            }
        }

        bytes.Count(contents.Removed.Count);
        foreach (var who in contents.Removed.Values)
        {
            bytes.Count(who.Number);
        }
    }

    private static void Write(LoggedEvent happened, PackedBytes bytes)
    {
        bytes.Count((2 * (int)happened.Kind) + (happened.IsFromStart ? 1 : 0));
        bytes.Count(happened.Who);
        bytes.Count(happened.Commit);
        bytes.Day(happened.Date);
        bytes.Text(happened.Title);
        bytes.Amount(happened.Score);
    }

    private static EventLog Read(UnpackedBytes bytes)
    {
        var states = new List<ItemState>();
        var count = bytes.Count();
        var commits = new List<string?>(Math.Min(count, Likely));
        for (var left = count; left > 0; left--)
        {
            commits.Add(bytes.Text());
        }

        var ledger = new EventLog(bytes.Below(MostFiles));
        ledger.Commits.AddRange(commits);
        var identities = bytes.Count();
        ledger.Identities.EnsureCapacity(Math.Min(identities, Likely));
        for (var left = identities; left > 0; left--)
        {
            ledger.Identities.Add(ReadIdentity(ref bytes, ledger, states));
        }

        foreach (var contents in ledger.Contents)
        {
            ReadContents(ref bytes, contents, ledger, states);
        }

        foreach (var who in ledger.Identities)
        {
            Place(who, ledger.Contents[who.Home]);
        }

        var events = bytes.Count();
        ledger.Events.EnsureCapacity(Math.Min(events, Likely));
        for (var left = events; left > 0; left--)
        {
            ledger.Events.Add(ReadEvent(ref bytes, ledger));
        }

        var isWhole =
            bytes.IsAtEnd && ledger.Contents.All(contents => contents.Present().All(one => one.Who is not null));
        return isWhole ? ledger : throw UnpackedBytes.Broken();
    }

    private static Identity ReadIdentity(ref UnpackedBytes bytes, EventLog ledger, List<ItemState> states) =>
        new()
        {
            Number = ledger.Identities.Count,
            Key = bytes.Text() ?? throw UnpackedBytes.Broken(),
            Home = bytes.Below(ledger.Contents.Length),
            Last = PackedStates.Read(ref bytes, states),
            IsPresent = bytes.Flag(),
            IsStarted = bytes.Flag(),
            Touched = bytes.Day() ?? throw UnpackedBytes.Broken(),
            CapturedOn = bytes.Day(),
            ReopenedOn = bytes.Day(),
            Ratings = bytes.Flag() ? new Ratings(bytes.Amount(), bytes.Amount(), bytes.Amount()) : null,
        };

    private static void ReadContents(
        ref UnpackedBytes bytes,
        TrackedBacklog contents,
        EventLog ledger,
        List<ItemState> states
    )
    {
        contents.Start = bytes.Day();
        contents.CutShortBy = bytes.Text();
        for (var left = bytes.Count(); left > 0; left--)
        {
            var file = bytes.Below(MostFiles);
            var items = ImmutableArray.CreateBuilder<ItemState>();
            for (var more = bytes.Count(); more > 0; more--)
            {
                items.Add(PackedStates.Read(ref bytes, states));
            }

            contents.Put(file, items.DrainToImmutable());
        }

        contents.DropChanges();
        for (var left = bytes.Count(); left > 0; left--)
        {
            var who = ledger.Identities[bytes.Below(ledger.Identities.Count)];
            if (who.IsPresent || !contents.Removed.TryAdd(who.Last.Key, who))
            {
                throw UnpackedBytes.Broken();
            }
        }
    }

    private static void Place(Identity who, TrackedBacklog home)
    {
        var isRight =
            home.EventKeys.Add(who.Key)
            && (
                !who.IsPresent
                || (ReferenceEquals(home.StateOf(who.Last.Key), who.Last) && home.WhoIs(who.Last.Key) is null)
            );
        if (!isRight)
        {
            throw UnpackedBytes.Broken();
        }

        if (who.IsPresent)
        {
            home.Assign(who.Last.Key, who);
        }
    }

    private static LoggedEvent ReadEvent(ref UnpackedBytes bytes, EventLog ledger)
    {
        var kind = bytes.Below(2 * ((int)TimelineEventKind.Pruned + 1));
        return new(
            (TimelineEventKind)(kind / 2),
            bytes.Below(ledger.Identities.Count),
            bytes.Below(ledger.Commits.Count),
            bytes.Day() ?? throw UnpackedBytes.Broken(),
            bytes.Text() ?? throw UnpackedBytes.Broken(),
            bytes.Amount(),
            kind % 2 == 1
        );
    }
}
