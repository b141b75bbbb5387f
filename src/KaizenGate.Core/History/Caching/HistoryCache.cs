using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.History.Caching;

/// <summary>
/// Keeps what was read of a branch's history, so that the next run reads only new commits. It is a convenience: what cannot be kept or is
/// damaged is read again from git, and nothing here is an error.
/// </summary>
/// <remarks>
/// A checkpoint is true of its commit for ever, but the commit need not be part of the history that is asked for: the caller looks whether
/// its tip is on HEAD's first-parent chain.
/// </remarks>
/// <param name="folder">The absolute path that git names (`git rev-parse --git-path kaizen`); made on the first save.</param>
/// <param name="key">All that what is kept depends on beside the commits: version of the tool and of the payload, settings, paths.</param>
/// <param name="time">Tells which temporary files are old; null for the system's.</param>
internal sealed class HistoryCache(string folder, string key, TimeProvider? time = null)
{
    /// <summary>The checkpoints of one key, enough for some branches and for distances that double over ten years.</summary>
    private const int MostOfKey = 8;

    /// <summary>The checkpoints of all keys: other settings, other versions of the tool.</summary>
    private const int MostFiles = 24;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly CacheFolder files = new(folder, time ?? TimeProvider.System);

    private readonly string prefix =
        XxHash64.HashToUInt64(MemoryMarshal.AsBytes(key.AsSpan())).ToString("x16", CultureInfo.InvariantCulture) + "-";

    /// <summary>
    /// The checkpoints that are kept, best first: the one at HEAD, then those of the same branch, then all others, each from the newest
    /// commit to the oldest. Only heads of files are read, and those after the first only when they are asked for.
    /// </summary>
    /// <param name="branch">The full name of the current branch; empty for a detached HEAD.</param>
    /// <param name="head">The commit of HEAD.</param>
    public IEnumerable<Checkpoint> Candidates(string branch, string head)
    {
        if (Head(head) is { } same)
        {
            yield return same;
        }

        var others = Kept()
            .Select(kept => kept.Checkpoint)
            .Where(checkpoint => checkpoint.Tip != head)
            .OrderByDescending(checkpoint => checkpoint.Branch == branch)
            .ThenByDescending(checkpoint => checkpoint.TipTime)
            .ThenBy(checkpoint => checkpoint.Tip, StringComparer.Ordinal);
        foreach (var other in others)
        {
            yield return other;
        }
    }

    /// <summary>What is kept at a checkpoint; null when it is no longer there or damaged.</summary>
    public CachedHistory? Read(Checkpoint checkpoint) =>
        IsCommit(checkpoint.Tip)
        && files.Read(PathOf(checkpoint.Tip), WholeOf) is { } bytes
        && CacheFormat.Read(bytes, key) is { } history
        && history.Checkpoint.Tip == checkpoint.Tip
            ? history
            : null;

    /// <summary>Keeps a history, and makes room for it. Where that is not possible nothing happens.</summary>
    /// <param name="checkpoint">Up to where it reaches.</param>
    /// <param name="daysWithCommits">The days on which anything was committed.</param>
    /// <param name="payload">Writes what <see cref="CachedHistory.OpenPayload"/> reads; its own exceptions are not caught.</param>
    public void Save(Checkpoint checkpoint, ImmutableArray<DateOnly> daysWithCommits, Action<BinaryWriter> payload)
    {
        using var written = new MemoryStream(capacity: 256 * 1024);
        using (var writer = new BinaryWriter(written, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            payload(writer);
        }

        var content = written.GetBuffer().AsSpan(0, (int)written.Length);
        files.Sweep();
        if (
            IsCommit(checkpoint.Tip)
            && CacheFormat.Write(key, checkpoint, daysWithCommits, content) is { } bytes
            && files.Write(PathOf(checkpoint.Tip), bytes)
        )
        {
            MakeRoom(checkpoint.Tip);
        }
    }

    private void MakeRoom(string saved)
    {
        if (files.Files(prefix) is { Count: > MostOfKey } ours)
        {
            // Damaged ones and those of another key with the same hash can never be used.
            var kept = Kept().ToImmutableArray();
            var usable = kept.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var useless in ours.Where(file => !usable.Contains(file.Path)))
            {
                CacheFolder.Delete(useless.Path);
            }

            foreach (var superfluous in RetentionPolicy.Superfluous(kept, MostOfKey, saved))
            {
                CacheFolder.Delete(superfluous.Path);
            }
        }

        var savedLastFirst = files
            .Files()
            .OrderByDescending(file => file.Path == PathOf(saved))
            .ThenByDescending(file => file.SavedAt);
        foreach (var old in savedLastFirst.Skip(MostFiles))
        {
            CacheFolder.Delete(old.Path);
        }
    }

    private IEnumerable<KeptCheckpoint> Kept() =>
        from file in files.Files(prefix)
        let checkpoint = Head(file.Name[prefix.Length..])
        where checkpoint is not null
        select new KeptCheckpoint(file.Path, checkpoint, file.SavedAt);

    /// <summary>The checkpoint at a commit, by the head of its file.</summary>
    private Checkpoint? Head(string tip) =>
        IsCommit(tip)
        && files.Read(PathOf(tip), HeadOf) is { } head
        && CacheFormat.ReadHead(head, key) is { } checkpoint
        && checkpoint.Tip == tip
            ? checkpoint
            : null;

    private static int? HeadOf(byte[] start, long fileLength) => CacheFormat.HeadLength(start, fileLength);

    private static int? WholeOf(byte[] start, long fileLength) =>
        HeadOf(start, fileLength) is null ? null : (int)fileLength;

    private string PathOf(string tip) => files.PathOf(prefix + tip);

    // It becomes part of a file's name.
    private static bool IsCommit(string tip) => tip.Length is 40 or 64 && !tip.AsSpan().ContainsAnyExcept(HexDigits);
}
