using System.IO.Hashing;
using System.Runtime.InteropServices;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Transcripts;

namespace KaizenGate.Core.Harvesting;

/// <summary>Counts what slowed agents down in the sessions of a repository.</summary>
/// <param name="folders">Where the transcripts are.</param>
/// <param name="roots">The roots of the working trees of the repository; absolute, without links.</param>
internal sealed class TranscriptMiner(TranscriptFolders folders, ImmutableArray<string> roots)
{
    /// <summary>From here, the failures of one session show that it is not a slip.</summary>
    private const int Repeated = 2;

    private readonly HashSet<ulong> known = [];
    private readonly HashSet<string> sessions = new(StringComparer.Ordinal);
    private int unreadable;
    private int unknownLines;
    private int calls;

    /// <summary>Mines the transcripts that were written since a time.</summary>
    public void Mine(MinedSignals signals, DateTimeOffset since)
    {
        foreach (var path in folders.Candidates(roots, since))
        {
            if (Read(path) is { } transcript)
            {
                Add(transcript, path, signals);
            }
        }

        signals.Scanned.Add(
            $"{Wording.Amount(sessions.Count, "session")}, {unreadable:N0} unreadable, {Wording.Amount(calls, "tool call")}"
        );
        if (unknownLines > 0)
        {
            signals.Remarks.Add(
                $"{Wording.Amount(unknownLines, "line")} of transcripts have an unknown shape and were left out"
            );
        }
    }

    /// <summary>Reads a transcript; null for one that is not of this repository or cannot be read.</summary>
    private Transcript? Read(string path)
    {
        try
        {
            using var stream = PlainFile.Open(path, long.MaxValue);
            var transcript = TranscriptReader.Read(stream, accepts: folder => RootOf(folder) is not null);
            unknownLines += transcript.UnknownLines;
            if (transcript.IsOther)
            {
                return null;
            }

            if (!transcript.IsKnown || transcript.Folder is null)
            {
                unreadable += transcript.Folder is null && stream.Length > 0 ? 1 : 0;
                return null;
            }

            return transcript;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unreadable++;
            return null;
        }
    }

    private void Add(Transcript transcript, string path, MinedSignals signals)
    {
        // A session that was resumed begins with the calls of the one before.
        ImmutableArray<ToolCall> own = [.. transcript.Calls.Where(call => known.Add(HashOf(call.Id)))];
        var session = transcript.Session ?? path;
        sessions.Add(session);
        calls += own.Length;
        var root = RootOf(transcript.Folder!)!;
        foreach (var day in own.GroupBy(call => DayOf(call)).Where(day => day.Key is not null))
        {
            signals.Observe(SignalSources.Sessions, day.Key!.Value);
            var found = SessionFrictions.Of([.. day], root);
            foreach (var friction in found.Frictions)
            {
                Add(friction, day.Key.Value, session, signals);
            }

            foreach (var use in found.Commands)
            {
                var (runs, longRuns) = signals.Commands.GetValueOrDefault(use.Name);
                signals.Commands[use.Name] = (runs + use.Runs, longRuns + use.LongRuns);
            }
        }
    }

    private static void Add(Friction friction, DateOnly day, string session, MinedSignals signals)
    {
        var (rule, isEnough) = friction.Kind switch
        {
            FrictionKind.Fails => (SignalRule.Fails, friction.Count >= Repeated),
            FrictionKind.Repaired => (SignalRule.Repaired, true),
            FrictionKind.Waits => (SignalRule.Waits, true),
            FrictionKind.TimesOut => (SignalRule.TimesOut, true),
            FrictionKind.Refused => (SignalRule.Refused, true),
            FrictionKind.EditMisses => (SignalRule.EditMisses, true),
            _ => (SignalRule.Rereads, true),
        };
        var subject = friction.Remedy is { } remedy ? $"{friction.Subject} → {remedy}" : friction.Subject;
        signals.Add(rule, subject, day, friction.Count, friction.Lost, isEnough ? session : null);
    }

    private string? RootOf(string folder)
    {
        if (folder.Contains('\0', StringComparison.Ordinal) || !Path.IsPathFullyQualified(folder))
        {
            return null;
        }

        var real = RealPath.Of(Path.GetFullPath(folder));
        return roots.FirstOrDefault(root =>
            real == root || real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        );
    }

    private static DateOnly? DayOf(ToolCall call) =>
        call.Start is { } start ? DateOnly.FromDateTime(start.UtcDateTime) : null;

    private static ulong HashOf(string id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()));
}
