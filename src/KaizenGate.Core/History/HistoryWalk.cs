using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using KaizenGate.Backlogs;
using KaizenGate.History.Plumbing;
using KaizenGate.Reading;

namespace KaizenGate.History;

/// <summary>
/// Reads the revisions of backlogs, the newest first, as git lists them: while one git program lists the commits and another one prints
/// the texts, each text is read against the one before, so that the work follows what changed.
/// </summary>
/// <remarks>
/// Three threads work one after the other: one lists the commits and asks for their texts, one fetches the texts, and the one that
/// called reads them. A failure of the first two is thrown by the third, when it has taken what came before.
/// </remarks>
internal sealed class HistoryWalk : IDisposable
{
    /// <summary>A text that a change waits for.</summary>
    private readonly record struct Wanted(Revision Revision, TrackedFile File, string Oid, bool IsRequested);

    /// <summary>A text that was fetched; without bytes when it was before or is too large.</summary>
    private readonly record struct Fetched(Wanted For, byte[]? Bytes, int Length);

    /// <summary>How many texts are fetched ahead of the one that is read.</summary>
    private const int Ahead = 8;

    private readonly Git git;
    private readonly TrackedPaths paths;
    private readonly HistoryQuery query;
    private readonly RevisionMemo memo;
    private readonly ItemStates states = new();
    private readonly Dictionary<TrackedFile, (RevisionReader Reader, FileStates States)> readers = [];

    /// <summary>What was read of each text; null for one that is too large.</summary>
    private readonly Dictionary<string, ImmutableArray<ItemState>?> read = new(StringComparer.Ordinal);

    private readonly List<Revision> revisions = [];

    /// <summary>The oldest text of each file with the number of its revision; the newest one is number 0.</summary>
    private readonly Dictionary<TrackedFile, (int Revision, string Oid)> oldest = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly BlockingCollection<Wanted> wanted = [];
    private readonly BlockingCollection<Fetched> fetched = new(Ahead);

    /// <summary>Arrays whose text was read, for the next texts.</summary>
    private readonly ConcurrentBag<byte[]> spare = [];
    private readonly CancellationTokenSource stop = new();
    private Exception? failure;

    /// <param name="git">The repository.</param>
    /// <param name="paths">The files; former names are added to it.</param>
    /// <param name="query">How to read them.</param>
    public HistoryWalk(Git git, TrackedPaths paths, HistoryQuery query)
    {
        (this.git, this.paths, this.query) = (git, paths, query);
        memo = new RevisionMemo(query.Reading);
    }

    /// <summary>
    /// True when a file turned out to have come from another one that was not followed before the commit that was left out:
    /// what was read is then not all.
    /// </summary>
    public bool MissesFormerName { get; private set; }

    /// <summary>Reads the revisions from a commit back to another one.</summary>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">The commit to stop at, which is left out; null to go back to the beginning.</param>
    /// <returns>The revisions, the oldest first.</returns>
    /// <exception cref="GitException">Git failed, or an object is missing.</exception>
    public IReadOnlyList<Revision> Read(string head, string? exclude)
    {
        using var blobs = git.OpenBlobs();
        var threads = new[] { Start(() => List(head, exclude, blobs)), Start(() => Fetch(blobs)) };
        try
        {
            Take();
        }
        finally
        {
            stop.Cancel();
            blobs.Dispose(); // Frees a lister that still waits for the program to take what it asks for.
            foreach (var thread in threads)
            {
                thread.Join();
            }
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (exclude is null)
        {
            LookIntoFirst();
        }

        revisions.Reverse();
        return revisions;
    }

    public void Dispose()
    {
        stop.Dispose();
        wanted.Dispose();
        fetched.Dispose();
    }

    /// <summary>Finds out what the first revision of a backlog says of the time before it; only dates that leave no gap make that matter.</summary>
    private void LookIntoFirst()
    {
        foreach (var texts in oldest.GroupBy(one => one.Key.Backlog))
        {
            var (file, (number, oid)) = texts
                .OrderByDescending(one => one.Value.Revision)
                .ThenBy(one => one.Key.File)
                .First();
            if (revisions[number][file] is { Items: { } items } change && items.All(IsDated))
            {
                var bytes = BlobTexts.Read(
                    git,
                    ImmutableDictionary<string, string>.Empty.Add("", oid),
                    query.Reading.MaxFileBytes
                );
                var backlog = BacklogReader.ReadBytes(SourceFile.Named(oid), bytes[""], query.Reading);
                revisions[number][file] = change with
                {
                    Retention = Retention.Of(backlog, revisions[number].Commit.Day),
                };
            }
        }
    }

    private static bool IsDated(ItemState item) =>
        item.Captured is not null && (item.Status is not Status.Done || item.Completed is not null);

    private Thread Start(Action action)
    {
        var thread = new Thread(() => RunOrFail(action)) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void RunOrFail(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more.
        }
#pragma warning disable CA1031 // It is handed over to the thread that waits.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, failed, null);
        }
    }

    private void List(string head, string? exclude, Blobs blobs)
    {
        try
        {
            for (var from = head; from is not null; )
            {
                from = ListFrom(from, exclude, blobs);
            }
        }
        finally
        {
            blobs.Complete();
            wanted.CompleteAdding();
        }
    }

    /// <summary>Lists the commits, and asks for the texts, until a file turns out to have had another name.</summary>
    /// <returns>The commit to go on from with that name as well; null at the end.</returns>
    private string? ListFrom(string head, string? exclude, Blobs blobs)
    {
        foreach (var commit in git.Changes(head, exclude, [.. paths.All]))
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            var revision = new Revision(new CommitStamp(commit.Commit, UtcDay.Of(commit.Seconds)));
            revisions.Add(revision);
            var added = new List<string>();
            foreach (var change in commit.Files)
            {
                foreach (var file in paths.Find(change.Path))
                {
                    Add(revision, file, change.NewBlob, blobs);
                }

                if (change is { OldBlob: null, NewBlob: not null })
                {
                    added.Add(change.Path);
                }
            }

            if (
                commit.FirstParent is not { } parent
                || FormerNames(commit.Commit, parent, added) is not { Count: > 0 } names
            )
            {
                continue;
            }

            if (exclude is not null)
            {
                MissesFormerName = true;
                return null;
            }

            foreach (var (path, former) in names)
            {
                Follow(path, former, revision);
            }

            return parent;
        }

        return null;
    }

    private void Add(Revision revision, TrackedFile file, string? oid, Blobs blobs)
    {
        if (oid is null)
        {
            revision.Add(new FileChange(file.Backlog, file.File, null));
            return;
        }

        oldest[file] = (revisions.Count - 1, oid);
        var isNew = asked.Add(oid);
        if (isNew)
        {
            blobs.Request(oid);
        }

        wanted.Add(new Wanted(revision, file, oid, isNew));
    }

    /// <summary>The names that new files had before, as far as these are not followed anyway.</summary>
    private List<(string Path, string Former)> FormerNames(string commit, string parent, List<string> added)
    {
        var names = new List<(string, string)>();
        foreach (var path in added)
        {
            if (git.RenameSource(commit, parent, path) is { } source && paths.Find(source).Count == 0)
            {
                names.Add((path, source));
            }
        }

        return names;
    }

    /// <summary>Follows a file under its former name, which is gone from this commit on.</summary>
    private void Follow(string path, string formerPath, Revision revision)
    {
        foreach (var file in paths.Find(path))
        {
            if (paths.AddFormer(file, formerPath) is { } former)
            {
                revision.Add(new FileChange(former.Backlog, former.File, null));
            }
        }
    }

    private void Fetch(Blobs blobs)
    {
        try
        {
            var largest = (int)Math.Min(query.Reading.MaxFileBytes, Array.MaxLength);
            foreach (var one in wanted.GetConsumingEnumerable(stop.Token))
            {
                if (!one.IsRequested)
                {
                    fetched.Add(new Fetched(one, null, 0), stop.Token);
                    continue;
                }

                var bytes = spare.TryTake(out var used) ? used : new byte[128 * 1024];
                var size = blobs.Read(ref bytes, largest);
                fetched.Add(
                    size > largest ? new Fetched(one, null, 0) : new Fetched(one, bytes, (int)size),
                    stop.Token
                );
            }
        }
        finally
        {
            fetched.CompleteAdding();
        }
    }

    private void Take()
    {
        var count = 0;
        foreach (var ((revision, file, oid, isRequested), bytes, length) in fetched.GetConsumingEnumerable())
        {
            if (isRequested)
            {
                read[oid] = bytes is null ? null : ReadItems(file, bytes.AsSpan(0, length));
                query.Progress?.Invoke(++count, wanted.IsAddingCompleted ? asked.Count : null);
            }

            if (bytes is not null)
            {
                spare.Add(bytes);
            }

            // A text that is too large for a backlog was none in that commit; the one before goes on.
            if (read[oid] is { } items)
            {
                revision.Add(new FileChange(file.Backlog, file.File, items));
            }
        }
    }

    private ImmutableArray<ItemState> ReadItems(TrackedFile file, ReadOnlySpan<byte> text)
    {
        if (!readers.TryGetValue(file, out var reader))
        {
            readers.Add(file, reader = (new RevisionReader(memo), new FileStates(states)));
        }

        return reader.States.Of(reader.Reader.Read(text));
    }
}
