using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.History.Caching;

/// <summary>
/// Caches the history of a branch, so that the next run reads only new commits. What is missing or damaged is read again from git:
/// no failure here is an error.
/// </summary>
/// <remarks>
/// A checkpoint stays valid for its commit, but that commit may not be part of the requested history: the caller checks that it is
/// on HEAD's first-parent chain.
/// </remarks>
/// <param name="folder">The absolute path of `git rev-parse --git-path kaizen`; created on the first save.</param>
/// <param name="key">Everything except the commits that the content depends on: version of the tool and of the payload, settings, paths.</param>
/// <param name="time">Used to find abandoned files; null for the system time.</param>
internal sealed class HistoryCache(string folder, string key, TimeProvider? time = null)
{
    /// <summary>The maximum per key: enough for a few branches, and for distances that double over ten years.</summary>
    private const int MaxOfKey = 8;

    /// <summary>The maximum of all keys, such as those of other settings and versions of the tool.</summary>
    private const int MaxFiles = 24;

    private readonly CacheFolder files = new(folder, time ?? TimeProvider.System);

    private readonly string prefix =
        XxHash64.HashToUInt64(MemoryMarshal.AsBytes(key.AsSpan())).ToString("x16", CultureInfo.InvariantCulture) + "-";

    /// <summary>
    /// The checkpoints, best first: the one at HEAD, then those of the same branch, then all others, each by newest commit. Reads only
    /// the headers of files, and after the first one only when the caller continues.
    /// </summary>
    /// <param name="branch">The full name of the current branch; empty for a detached HEAD.</param>
    /// <param name="head">The commit at HEAD.</param>
    public IEnumerable<Checkpoint> Candidates(string branch, string head)
    {
        if (Header(head) is { } same)
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

    /// <summary>Reads the history at a checkpoint; null when it is missing or damaged.</summary>
    public CachedHistory? Read(Checkpoint checkpoint) =>
        IsCommit(checkpoint.Tip)
        && files.Read(PathOf(checkpoint.Tip), WholeOf) is { } bytes
        && CacheFormat.Read(bytes, key) is { } history
        && history.Checkpoint.Tip == checkpoint.Tip
            ? history
            : null;

    /// <summary>Saves a history if possible, and deletes old ones.</summary>
    /// <param name="checkpoint">The last commit of the history.</param>
    /// <param name="daysWithCommits">The days with commits.</param>
    /// <param name="payload">See <see cref="CachedHistory.Payload"/>.</param>
    public void Save(Checkpoint checkpoint, ImmutableArray<DateOnly> daysWithCommits, ReadOnlySpan<byte> payload)
    {
        files.Sweep();
        if (
            IsCommit(checkpoint.Tip)
            && CacheFormat.Write(key, checkpoint, daysWithCommits, payload) is { } bytes
            && files.Write(PathOf(checkpoint.Tip), bytes)
        )
        {
            DeleteOld(checkpoint.Tip);
        }
    }

    private void DeleteOld(string saved)
    {
        if (files.Files(prefix) is { Count: > MaxOfKey } ours)
        {
            // Damaged files, and those of another key with the same hash, are never used.
            var kept = Kept().ToImmutableArray();
            var usable = kept.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var unusable in ours.Where(file => !usable.Contains(file.Path)))
            {
                CacheFolder.Delete(unusable.Path);
            }

            foreach (var superfluous in RetentionPolicy.Superfluous(kept, MaxOfKey, saved))
            {
                CacheFolder.Delete(superfluous.Path);
            }
        }

        var savedLastFirst = files
            .Files()
            .OrderByDescending(file => file.Path == PathOf(saved))
            .ThenByDescending(file => file.SavedAt);
        foreach (var old in savedLastFirst.Skip(MaxFiles))
        {
            CacheFolder.Delete(old.Path);
        }
    }

    private IEnumerable<KeptCheckpoint> Kept() =>
        from file in files.Files(prefix)
        let checkpoint = Header(file.Name[prefix.Length..])
        where checkpoint is not null
        select new KeptCheckpoint(file.Path, checkpoint, file.SavedAt);

    /// <summary>Reads the checkpoint of a commit from the header of its file.</summary>
    private Checkpoint? Header(string tip) =>
        IsCommit(tip)
        && files.Read(PathOf(tip), HeaderOf) is { } header
        && CacheFormat.ReadHeader(header, key) is { } checkpoint
        && checkpoint.Tip == tip
            ? checkpoint
            : null;

    private static int? HeaderOf(byte[] start, long fileLength) => CacheFormat.HeaderLength(start, fileLength);

    private static int? WholeOf(byte[] start, long fileLength) =>
        HeaderOf(start, fileLength) is null ? null : (int)fileLength;

    private string PathOf(string tip) => files.PathOf(prefix + tip);

    // The tip becomes part of a file name.
    private static bool IsCommit(string tip) => tip.Length is 40 or 64 && tip.All(char.IsAsciiHexDigitLower);
}
